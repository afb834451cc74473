import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  createTypesetter,
  type TypesetterOptions,
  type TypstTypesetter,
} from '../../../src-main/adapters/typst/typesetter.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import type { PrintDocument } from '../../../src-main/core/print/model.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { refusalOf, tempFolder } from '../../support/builders.ts';
import { assetFolder, projectRoot, typstWorker } from '../../support/test-host.ts';

const sample = formSheet(sampleRecord(), builtInProfile());
const titled = (title: string): PrintDocument => ({ ...sample, properties: { ...sample.properties, title } });
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** With a worker that answers by its thread id and misbehaves on demand. */
function oddTypesetter(options: Partial<TypesetterOptions> = {}): TypstTypesetter {
  const workerFile = pathToFileURL(join(projectRoot, 'tests', 'support', 'odd-worker.mjs'));
  const typesetter = createTypesetter({ workerFile, assetFolder, ...options });
  onTestFinished(() => typesetter.close());
  return typesetter;
}

describe('the queue of the typesetter', () => {
  it('answers every PDF in its order', async () => {
    const typesetter = oddTypesetter();
    const answers = await Promise.all(['a', 'b', 'c'].map((title) => typesetter.pdf(titled(title))));
    expect(answers.map((bytes) => text(bytes).split(' ')[1])).toEqual(['a', 'b', 'c']);
  });

  it('gives up waiting previews for the newest one, but no PDF', async () => {
    const typesetter = oddTypesetter();
    const running = typesetter.preview(titled('läuft'));
    const [old, pdf, older, newest] = await Promise.all([
      typesetter.preview(titled('alt')),
      typesetter.pdf(titled('pdf')),
      typesetter.preview(titled('mittel')),
      typesetter.preview(titled('neu')),
    ]);
    expect(text(await running)).toContain('läuft');
    expect([old, older]).toEqual([undefined, undefined]);
    expect([text(pdf), text(newest)].map((answer) => answer.split(' ')[1])).toEqual(['pdf', 'neu']);
  });

  it('sleeps after a time without a document, and wakes with the next one', async () => {
    const typesetter = oddTypesetter({ idleMs: 20 });
    expect(typesetter.isAwake()).toBe(false);
    const [, before] = text(await typesetter.pdf(titled('a'))).split(' ');
    expect([before, typesetter.isAwake()]).toEqual(['a', true]);
    await expect.poll(() => typesetter.isAwake()).toBe(false);
    expect(text(await typesetter.pdf(titled('b')))).toContain('b');
  });

  it('warms up without taking the place of a preview that waits', async () => {
    const typesetter = oddTypesetter();
    const warm = typesetter.warmUp(titled('warm'), 3);
    const first = typesetter.preview(titled('erste Seite'));
    // Its rounds go on while the second preview waits.
    const second = typesetter.pdf(titled('pdf')).then(() => typesetter.preview(titled('zweite Seite')));
    await warm;
    expect(text(await first)).toContain('erste Seite');
    expect(text(await second)).toContain('zweite Seite');
  });

  it('begins a round of warming up behind a preview that waits already', async () => {
    const typesetter = oddTypesetter();
    const running = typesetter.pdf(titled('läuft'));
    const waiting = typesetter.preview(titled('wartet'));
    const warm = typesetter.warmUp(titled('warm'), 1);
    expect(text(await waiting)).toContain('wartet');
    await Promise.all([running, warm]);
  });

  it('takes a new worker after so many documents', async () => {
    const typesetter = oddTypesetter({ documentsPerWorker: 3 });
    const threads: string[] = [];
    for (let n = 0; n < 7; n += 1) threads.push(text(await typesetter.pdf(titled('x'))).split(' ')[0] ?? '');
    expect(new Set(threads).size).toBe(3);
    expect(threads.map((thread) => threads.indexOf(thread))).toEqual([0, 0, 0, 3, 3, 3, 6]);
  });

  it.each(['crash', 'exit', 'refuse', 'hang'])(
    'refuses a document on which the worker does "%s", and the next one works',
    async (fault) => {
      const typesetter = oddTypesetter({ timeLimitMs: fault === 'hang' ? 600 : 20_000 });
      const [refusal, next] = await Promise.all([
        refusalOf(() => typesetter.pdf(titled(fault))),
        typesetter.pdf(titled('danach')),
      ]);
      expect(refusal.code).toBe('render-failed');
      expect(text(next)).toContain('danach');
    },
  );

  it('refuses what comes after the end', async () => {
    const typesetter = oddTypesetter();
    await typesetter.close();
    expect((await refusalOf(() => typesetter.pdf(sample))).code).toBe('render-failed');
  });

  it('names a missing font before anything is drawn', async () => {
    const folder = join(tempFolder(), 'assets');
    cpSync(assetFolder, folder, { recursive: true });
    rmSync(join(folder, 'fonts', 'Arimo-Bold.ttf'));
    const refusal = await refusalOf(() => oddTypesetter({ assetFolder: folder }).pdf(sample));
    expect(refusal).toEqual({ code: 'font-missing', details: { font: 'Arimo-Bold' } });
  });
});

describe('the real engine', () => {
  const typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
  afterAll(() => typesetter.close());

  it('makes a PDF and a preview', async () => {
    expect(text((await typesetter.pdf(sample)).subarray(0, 5))).toBe('%PDF-');
    expect((await typesetter.preview(sample))?.length).toBeGreaterThan(1000);
  });

  it('refuses a picture it cannot draw, and the next document works', async () => {
    const broken: PrintDocument = {
      ...sample,
      coatOfArms: {
        data: Buffer.from('kein Bild').toString('base64'),
        mimeType: 'image/png',
        raster: { data: '', mimeType: 'image/png', widthPx: 1, heightPx: 1 },
      },
      blocks: sample.blocks.map((block) =>
        block.kind === 'letterhead' ? { ...block, coatOfArms: { alternativeText: 'Wappen', heightMm: 16 } } : block,
      ),
    };
    expect((await refusalOf(() => typesetter.pdf(broken))).code).toBe('render-failed');
    expect((await typesetter.pdf(sample)).length).toBeGreaterThan(1000);
  });

  it('makes the same bytes of the same document, whichever came between', async () => {
    const first = await typesetter.pdf(sample);
    await typesetter.pdf(titled('anderes'));
    expect(Buffer.compare(await typesetter.pdf(sample), first)).toBe(0);
  });
});
