import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { AttachmentText, ExtractedText } from '../../../src-main/adapters/attachment/attachment-text.ts';
import { LARGEST_ATTACHMENT_BYTES } from '../../../src-main/adapters/attachment/attachment-text.ts';
import {
  createTextExtractor,
  type TextExtractorOptions,
} from '../../../src-main/adapters/attachment/text-extractor.ts';
import { docxOf, odtOf, pdfOf, pdfOfPages, stream } from './sample-files.ts';

const realWorker = new URL('../../../src-main/adapters/attachment/attachment-worker.ts', import.meta.url);

/** A worker that answers with its thread and the name of the file, or misbehaves as the name asks. */
const oddWorker = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ id, fileName }) => {
      if (fileName === 'throw') throw new Error('thrown');
      if (fileName === 'exit') process.exit(3);
      if (fileName === 'loop') for (;;) {}
      if (fileName === 'objects') for (const kept = []; ; ) kept.push({ at: [kept.length] });
      if (fileName === 'buffers') for (const kept = []; ; ) kept.push(new Uint8Array(1e6).fill(1));
      if (fileName === 'noise') console.error('x'.repeat(1e6));
      parentPort.postMessage({ id: id - 1, result: null });
      parentPort.postMessage({ id, result: { status: 'text', text: threadId + ' ' + fileName, reason: null } });
    });
  `)}`,
);

function extractor(options: Partial<TextExtractorOptions> = {}): AttachmentText {
  const made = createTextExtractor({ workerFile: oddWorker, ...options });
  onTestFinished(() => made.close());
  return made;
}
const give = (to: AttachmentText, fileName: string, bytes: Uint8Array = new Uint8Array(1)): Promise<ExtractedText> =>
  to.extract({ fileName, mimeType: 'application/octet-stream', bytes });

describe('the reading thread', () => {
  it('answers every file in its order, from one thread', async () => {
    const texts = extractor();
    const answers = await Promise.all(['a', 'b', 'noise', 'c'].map((name) => give(texts, name)));
    const words = answers.map(({ text }) => text.split(' '));
    expect(words.map(([, name]) => name)).toEqual(['a', 'b', 'noise', 'c']);
    expect(new Set(words.map(([thread]) => thread)).size).toBe(1);
  });

  it.each([
    ['throw', 'crash', {}],
    ['exit', 'crash', {}],
    ['loop', 'time', { timeLimitMs: 300 }],
    ['objects', 'memory', { memoryLimitMb: 24 }],
    ['buffers', 'memory', { memoryLimitMb: 64 }],
  ])('that goes wrong by "%s" refuses the file for %s, and the next file works', async (fault, reason, options) => {
    const texts = extractor(options);
    const [bad, next] = await Promise.all([give(texts, fault), give(texts, 'danach')]);
    expect(bad).toEqual({ status: 'refused', text: '', reason });
    expect(next.text).toContain('danach');
  });

  it('is not asked about files beyond the size', async () => {
    const answer = await give(extractor(), 'a', new Uint8Array(LARGEST_ATTACHMENT_BYTES + 1));
    expect(answer).toEqual({ status: 'refused', text: '', reason: 'size' });
  });

  it('ends with the program, whatever it is doing', async () => {
    const texts = extractor();
    await give(texts, 'a');
    const running = give(texts, 'loop');
    const waiting = give(texts, 'b');
    await Promise.resolve();
    await texts.close();
    expect([(await running).reason, (await waiting).reason, (await give(texts, 'c')).reason]).toEqual(
      Array(3).fill('closed'),
    );
  });

  it('refuses where its file is missing', async () => {
    const texts = extractor({ workerFile: new URL('no-such-worker.mjs', import.meta.url) });
    expect((await give(texts, 'a')).reason).toBe('crash');
  });
});

describe('the real readers', () => {
  const texts = createTextExtractor({ workerFile: realWorker });
  afterAll(() => texts.close());

  it('read PDF, DOCX, ODT and text whatever they are called', async () => {
    const files = [
      pdfOfPages([['Anlage 1']]),
      await docxOf(),
      odtOf('<text:p>Anlage 3</text:p>'),
      Buffer.from('Größe'),
    ];
    const answers = await Promise.all(files.map((bytes) => give(texts, 'x.bin', bytes)));
    expect(answers.map(({ text }) => text.split('\n')[0])).toEqual(['Anlage 1', 'Überschrift', 'Anlage 3', 'Größe']);
  });

  it('leave the bytes with the caller', async () => {
    const bytes = pdfOfPages([['x']]);
    await give(texts, 'a', bytes);
    expect(bytes.length).toBeGreaterThan(0);
  });

  it('end a PDF that takes most of the time with the pages they have', async () => {
    const hasty = createTextExtractor({ workerFile: realWorker, patienceMs: 0 });
    onTestFinished(() => hasty.close());
    const answer = await give(hasty, 'a', pdfOfPages([['eins'], ['zwei']]));
    expect(answer).toEqual({ status: 'text', text: 'eins', reason: 'cut' });
  });

  it('give up a PDF that unpacks without end, and read the next file', async () => {
    const tight = createTextExtractor({ workerFile: realWorker, memoryLimitMb: 150 });
    onTestFinished(() => tight.close());
    const block = deflateRawSync(Buffer.alloc(20_000_000, ' '), { finishFlush: constants.Z_FULL_FLUSH });
    const bomb = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 100 }, () => block)]);
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
      stream(bomb.toString('latin1'), '/Filter /FlateDecode'),
    ];
    const answers = [await give(tight, 'a', pdfOf({ objects })), await give(tight, 'b', Buffer.from('danach'))];
    expect(answers.map(({ text, reason }) => text || reason)).toEqual(['memory', 'danach']);
  });
});
