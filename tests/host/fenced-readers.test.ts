/** The whole program and its fence: hostile files through every door a person has. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { plainParagraphs } from '../../src-main/record/rich-text/plain-text.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFileFence } from '../../src-main/adapters/fence/file-fence.ts';
import { processReaders } from '../../src-main/adapters/fence/process-reader.ts';
import type { App } from '../../src-main/core/app.ts';
import { refusalOf } from '../support/builders.ts';
import { fileReader, testHost, type TestHost } from '../support/test-host.ts';
import { handOver } from '../support/hand-over.ts';

let host: TestHost;
let app: App;
/** Less than any file here takes, and more than an idle reader. */
const TIGHT_MB = 130;
beforeAll(async () => {
  host = testHost({
    fence: () =>
      createFileFence({ start: processReaders(fileReader), memoryLimitMb: TIGHT_MB, report: () => undefined }),
  });
  app = host.app;
  await app.system.initialise({ kind: 'example' });
});
afterAll(() => host.dispose());

/** A text of some megabytes that becomes a tree of a few hundred. */
function largeDocx(): Uint8Array {
  const body = '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(400_000);
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) }, { level: 0 });
}
const large = largeDocx();

it('an import that takes too much memory is refused by name, and the program goes on', async () => {
  const file = { fileName: 'Antrag.docx', bytes: large };
  for (const work of [() => app.imports.importFile(file), () => app.imports.readText(file)]) {
    expect(await refusalOf(work)).toEqual({
      code: 'reading-too-large',
      details: { file: 'Antrag.docx', limitMb: TIGHT_MB },
    });
  }
  const text = { fileName: 'a.txt', bytes: Buffer.from('Stellungnahme der Verwaltung öffentlich\n\nWorte') };
  expect(plainParagraphs((await app.imports.readText(text)).text)).toEqual([expect.any(String), 'Worte']);
});

it('an attachment that takes too much memory is kept, without its words', async () => {
  const { items } = await app.papers.list({ text: '', limit: 50 });
  const paper = items.find(({ paperType }) => paperType === 'motion');
  const list = await app.attachments.add({
    id: crypto.randomUUID(),
    ref: paper?.id ?? '',
    fileName: 'a.docx',
    bytes: large,
  });
  await app.attachments.settled();
  expect((await app.attachments.list(paper?.id ?? '')).attachments.map(({ text }) => text)).toContain('refused');
  expect(list.attachments.length).toBeGreaterThan(0);
});

it('a backup is looked into behind the fence, and one that is none is refused', async () => {
  const path = join(host.dataFolder, 'fremd.db');
  const [copy] = await new Promise<readonly { readonly bytes: Uint8Array }[]>((resolve, reject) => {
    const to = {
      deliver: (files: readonly { bytes: Uint8Array }[]) => (
        resolve(files),
        Promise.resolve({ kind: 'offered' as const, files: [] })
      ),
    };
    handOver(app.backup.deliver(), to as never).catch(reject);
  });
  writeFileSync(path, copy?.bytes ?? new Uint8Array());
  expect(await app.backup.inspect(path)).toMatchObject({ path, kind: 'example' });
  writeFileSync(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(9000, 7)]));
  expect((await refusalOf(() => app.backup.inspect(path))).code).toBe('backup-invalid');
  expect((await refusalOf(() => app.backup.restore(path))).code).toBe('backup-invalid');
});

it('lists, settings and certificates are refused by their readers as before', async () => {
  const file = { fileName: 'x', bytes: Buffer.from('PK\u0003\u0004 und sonst nichts', 'latin1') };
  expect((await refusalOf(() => app.setupImports.readContacts({ ...file, target: 'person' }))).code).toBe(
    'format-unsupported',
  );
  expect((await refusalOf(() => app.setupImports.planSettings(file))).code).toBe('file-binary');
  expect((await refusalOf(() => app.signatures.trust(file))).code).toBe('certificate-damaged');
});
