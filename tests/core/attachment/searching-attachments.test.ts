import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src-main/core/app.ts';
import { inProcess, openFence } from '../../../src-main/host/open-fence.ts';
import { openOfficeHost } from '../../../src-main/host/office-host.ts';
import { tempFolder } from '../../support/builders.ts';
import { assetFolder, fileReader, fixedClock, testHost, typstWorker } from '../../support/test-host.ts';
import { docxOfXml, odtOf, pdfOfPages, wordXml } from '../../adapters/attachment/sample-files.ts';
import { bytesOf, newStatement, paperHost, type PaperHost } from './office-with-paper.ts';

let paper: PaperHost;
beforeEach(async () => {
  paper = await paperHost();
});
afterEach(() => paper.host.dispose());

const service = () => paper.host.app.attachments;
const found = async (text: string): Promise<string[]> =>
  (await paper.host.app.papers.list({ text, limit: 50 })).items.map((item) => item.id);
const states = async (): Promise<string[]> =>
  (await service().list(paper.paperId)).attachments.map((entry) => entry.text);

describe('words of attachments', () => {
  it.each([
    ['a PDF', 'plan.pdf', pdfOfPages([['Die Regenrinne tropft.']])],
    ['a Word file', 'brief.docx', docxOfXml(wordXml('Die Regenrinne tropft.'))],
    ['an ODT', 'brief.odt', odtOf('<text:p>Die Regenrinne tropft.</text:p>')],
    ['a text', 'notiz.txt', bytesOf('Die Regenrinne tropft.')],
  ])('of %s are found, in either spelling and by their beginnings', async (_, fileName, bytes) => {
    expect(await found('regenrinne')).toEqual([]);
    await paper.add(fileName, bytes);
    await service().settled();
    expect(await states()).toEqual(['text']);
    expect(await found('Regenrinne')).toEqual([paper.paperId]);
    expect(await found('REGENR tropft')).toEqual([paper.paperId]);
    expect(await found('regenschirm')).toEqual([]);
  });

  it('are found no more after removal, and again when it is brought back', async () => {
    const id = await paper.add('notiz.txt', 'Regenrinne');
    await service().settled();
    await service().remove(id);
    expect(await found('regenrinne')).toEqual([]);
    await service().bringBack(id);
    expect(await found('regenrinne')).toEqual([paper.paperId]);
  });

  it('are those of the new file after a replacement', async () => {
    const id = await paper.add('notiz.txt', 'Regenrinne');
    await service().settled();
    await service().replace({ id, fileName: 'neu.txt', bytes: bytesOf('Dachluke') });
    await service().settled();
    expect(await found('regenrinne')).toEqual([]);
    expect(await found('dachluke')).toEqual([paper.paperId]);
  });

  it('belong to every paper with the same file, each by itself', async () => {
    const other = await newStatement(paper.host, 'S0002/26');
    const id = await paper.add('a.txt', 'Regenrinne');
    await other.add('b.txt', 'Regenrinne');
    await service().settled();
    expect((await found('regenrinne')).sort()).toEqual([paper.paperId, other.paperId].sort());
    await service().remove(id);
    expect(await found('regenrinne')).toEqual([other.paperId]);
  });

  it('stay found after the paper itself is saved', async () => {
    await paper.add('notiz.txt', 'Regenrinne');
    await service().settled();
    await paper.save({ name: 'Neuer Name' });
    expect(await found('regenrinne')).toEqual([paper.paperId]);
  });

  it('are all read when many files come at once', async () => {
    const words = Array.from({ length: 30 }, (_, index) => `Wort${String(index).padStart(2, '0')}x`);
    await Promise.all(words.map((word) => paper.add(`${word}.txt`, word)));
    await service().settled();
    expect(new Set(await states())).toEqual(new Set(['text']));
    for (const word of words) expect(await found(word)).toEqual([paper.paperId]);
  });

  it('are read when each file comes the moment the one before was read', async () => {
    for (let n = 0; n < 20; n += 1) {
      await Promise.all([service().settled(), paper.add(`${n}.txt`, `Nummer ${n}`)]);
    }
    await service().settled();
    expect(new Set(await states())).toEqual(new Set(['text']));
  });

  it('are read after all when a file was taken away unread and brought back', async () => {
    await paper.add('langer Text.txt', 'Satz mit vielen Worten. '.repeat(50_000));
    const id = await paper.add('notiz.txt', 'Regenrinne');
    await service().remove(id);
    await service().settled();
    await service().bringBack(id);
    await service().settled();
    expect(await states()).toEqual(['text', 'text']);
    expect(await found('regenrinne')).toEqual([paper.paperId]);
  });

  it('of a file that cannot be read stop nobody', async () => {
    await paper.add('kaputt.pdf', '%PDF-1.7\ndas war es schon');
    await paper.add('bild.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]));
    await paper.add('notiz.txt', 'Regenrinne');
    await service().settled();
    const [broken, picture, note] = await states();
    expect([broken, note]).toEqual(['refused', 'text']);
    expect(['none', 'refused']).toContain(picture);
    expect(await found('regenrinne')).toEqual([paper.paperId]);
  });
});

describe('reading that was interrupted by closing', () => {
  const MANY = 30;
  /** A folder with a paper whose attachments nobody had time to read. */
  async function closedFolder(): Promise<{ folder: string; paperId: string }> {
    const folder = tempFolder();
    const first = await paperHost({ folder });
    await Promise.all(Array.from({ length: MANY }, (_, n) => first.add(`${n}.txt`, `Dachluke${n} `.repeat(10_000))));
    await first.host.close();
    return { folder, paperId: first.paperId };
  }
  const statesIn = async (app: App, paperId: string): Promise<Set<string>> =>
    new Set((await app.attachments.list(paperId)).attachments.map((entry) => entry.text));

  it('is taken up again', async () => {
    const { folder, paperId } = await closedFolder();
    const second = testHost({ folder });
    onTestFinished(() => second.dispose());
    // Whoever closes does not wait until all is read.
    expect(await statesIn(second.app, paperId)).toContain('waiting');
    second.app.attachments.readWaiting();
    await second.app.attachments.settled();
    expect(await statesIn(second.app, paperId)).toEqual(new Set(['text']));
    const { items } = await second.app.papers.list({ text: 'dachluke7', limit: 5 });
    expect(items.map(({ id }) => id)).toEqual([paperId]);
  });

  it('is taken up again by itself when the window comes back', async () => {
    const { folder, paperId } = await closedFolder();
    const desk = await openOfficeHost(
      {
        dataFolder: folder,
        assetFolder,
        typstWorker,
        fence: () => openFence(inProcess(fileReader)),
        version: '0.0.0-test',
        clock: fixedClock,
      },
      false,
    );
    onTestFinished(() => desk.close());
    await desk.app().attachments.settled();
    expect(await statesIn(desk.app(), paperId)).toEqual(new Set(['text']));
  });
});
