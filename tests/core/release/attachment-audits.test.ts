import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOfXml } from '../../adapters/attachment/sample-files.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

const REF = 'S0021/26';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HIDDEN = docxOfXml(
  `<w:document ${W}><w:body><w:p><w:ins w:author="A. Amt"><w:r><w:t>neu</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>interne Notiz</w:t></w:r></w:p></w:body></w:document>`,
);
let host: TestHost;

beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'example' });
});
afterAll(() => host.dispose());

const found = async (): Promise<string[]> => {
  const { check } = await host.app.issues.overview(REF);
  return check.findings.filter(({ rule }) => rule.startsWith('attachment-')).map(({ rule }) => rule);
};

describe('the release check', () => {
  it('looks into attachments with the thread that reads their words, and forgets those that were removed', async () => {
    const before = await found();
    const id = crypto.randomUUID();
    await host.app.attachments.add({ id, ref: REF, fileName: 'plan.docx', bytes: HIDDEN, publicity: 'public' });
    expect((await found()).filter((rule) => !before.includes(rule))).toEqual([
      'attachment-tracked-changes',
      'attachment-hidden-text',
      'attachment-user-names',
    ]);
    await host.app.attachments.remove(id);
    expect(await found()).toEqual(before);
  });

  it('is not stopped by a file that cannot be read, and says so', async () => {
    const before = await found();
    const id = crypto.randomUUID();
    await host.app.attachments.add({
      id,
      ref: REF,
      fileName: 'kaputt.pdf',
      bytes: Buffer.from('%PDF-1.7\nkaputt'),
      publicity: 'public',
    });
    expect((await found()).filter((rule) => !before.includes(rule))).toEqual(['attachment-not-examined']);
  });
});
