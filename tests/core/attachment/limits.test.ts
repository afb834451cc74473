import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  LARGEST_ATTACHMENT_BYTES,
  LARGEST_ATTACHMENTS_BYTES,
  MOST_ATTACHMENTS,
} from '../../../src-main/contract/attachment/shapes.ts';
import { memoryHandoff, offerDelivery } from '../../../src-main/adapters/files/memory-handoff.ts';
import { refusalOf } from '../../support/builders.ts';
import { bytesOf, entry, inStores, paperHost, type PaperHost } from './office-with-paper.ts';

const MB = 1024 * 1024;
let paper: PaperHost;
beforeEach(async () => {
  paper = await paperHost();
});
afterEach(() => paper.host.dispose());

const service = () => paper.host.app.attachments;
/** Puts entries of these sizes beside the paper; answers their ids. */
const put = (sizes: readonly number[]): Promise<string[]> =>
  inStores(paper.host, (database) =>
    database.write(async (stores) => {
      const entries = sizes.map((size, position) => entry(paper.paperId, position, { size }));
      for (const one of entries) await stores.attachments.put(one);
      return entries.map((one) => one.id);
    }),
  );
const count = async (): Promise<number> => (await paper.names()).length;

describe('limits of attachments', () => {
  it('are a hundred megabytes for a file', async () => {
    const refusal = await refusalOf(() => paper.add('gross.bin', new Uint8Array(LARGEST_ATTACHMENT_BYTES + 1)));
    expect(refusal).toEqual({
      code: 'file-too-large',
      details: { file: 'gross.bin', sizeMb: '101', limitMb: '100' },
    });
    expect(await count()).toBe(0);
  });

  it('are five hundred megabytes for a paper, to the byte', async () => {
    const rest = 7;
    await put([...Array<number>(4).fill(LARGEST_ATTACHMENT_BYTES), LARGEST_ATTACHMENT_BYTES - rest]);
    expect(await refusalOf(() => paper.add('zu viel.txt', 'x'.repeat(rest + 1)))).toEqual({
      code: 'attachments-too-large',
      details: { file: 'zu viel.txt', sumMb: '501', limitMb: '500' },
    });
    await paper.add('passt.txt', 'x'.repeat(rest));
    expect(await count()).toBe(6);
    expect((await refusalOf(() => paper.add('kein Byte mehr.txt', 'x'))).code).toBe('attachments-too-large');
  });

  it('are two hundred files for a paper', async () => {
    await put(Array<number>(MOST_ATTACHMENTS - 1).fill(1));
    await paper.add('letzte.txt');
    expect(await refusalOf(() => paper.add('eine zu viel.txt'))).toEqual({
      code: 'attachments-too-many',
      details: { limit: '200' },
    });
    expect(await count()).toBe(MOST_ATTACHMENTS);
  });

  it('do not count what was removed', async () => {
    const [first] = await put(Array<number>(MOST_ATTACHMENTS).fill(LARGEST_ATTACHMENTS_BYTES / MOST_ATTACHMENTS));
    await service().remove(first ?? '');
    await paper.add('platz.txt');
    expect(await count()).toBe(MOST_ATTACHMENTS);
  });

  it('hold for what is brought back: the number', async () => {
    const [first] = await put(Array<number>(MOST_ATTACHMENTS).fill(1));
    await service().remove(first ?? '');
    await paper.add('platz.txt');
    expect((await refusalOf(() => service().bringBack(first ?? ''))).code).toBe('attachments-too-many');
    expect(await count()).toBe(MOST_ATTACHMENTS);
  });

  it('hold for what is brought back: the size', async () => {
    const [first] = await put(Array<number>(5).fill(LARGEST_ATTACHMENT_BYTES));
    await service().remove(first ?? '');
    await paper.add('klein.txt');
    expect((await refusalOf(() => service().bringBack(first ?? ''))).code).toBe('attachments-too-large');
    expect(await count()).toBe(5);
  });

  it('count the new file instead of the old one when a file is replaced', async () => {
    const [first, second] = await put([...Array<number>(4).fill(LARGEST_ATTACHMENT_BYTES), 99 * MB]);
    await service().replace({ id: first ?? '', fileName: 'kleiner.txt', bytes: bytesOf('klein') });
    const tooLarge = { id: second ?? '', fileName: 'gross.bin', bytes: new Uint8Array(LARGEST_ATTACHMENT_BYTES + 1) };
    expect((await refusalOf(() => service().replace(tooLarge))).code).toBe('file-too-large');
    expect((await service().list(paper.paperId)).attachments[1]?.size).toBe(LARGEST_ATTACHMENT_BYTES);
  });

  it('let a parcel as large as they allow reach a window that fetches it file by file', async () => {
    const handoff = memoryHandoff();
    const bytes = new Uint8Array(LARGEST_ATTACHMENT_BYTES);
    const file = { fileName: 'anlage.bin', mimeType: 'application/octet-stream', bytes };
    const { files } = await offerDelivery(handoff).deliver([
      { ...file, fileName: 'stellungnahme.pdf', bytes: bytesOf('%PDF') },
      ...Array<typeof file>(5).fill(file),
    ]);
    expect(files.map(({ handle }) => handoff.take(handle).fileName)).toHaveLength(6);
  });
});
