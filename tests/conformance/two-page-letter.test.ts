import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libreOfficeConvert, pdfInfo, pdfText } from '../harness/judges/judges.ts';
import { seedFile, sharedMissing } from '../support/shared.ts';
import { testHost } from '../support/test-host.ts';
import { requireJudges, scratchFolder } from './corpus.ts';
import { filesOf } from '../support/hand-over.ts';

const folder = scratchFolder();

describe.skipIf(sharedMissing !== undefined)(`the real two-page letter (${sharedMissing ?? 'from ../shared'})`, () => {
  it('breaks its page at the same place in PDF and Word and counts its pages', async (test) => {
    requireJudges(test, ['Poppler', 'LibreOffice']);
    const host = testHost();
    try {
      await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Prüfingen' });
      const { id } = await host.app.imports.importFile({ fileName: 'seed.txt', bytes: readFileSync(seedFile()) });
      const files = await filesOf(
        host.app.documents.deliver({ ref: id, kind: 'form-sheet', formats: ['pdf', 'docx'] }),
      );
      for (const file of files) writeFileSync(join(folder, file.fileName), file.bytes);
    } finally {
      await host.dispose();
    }
    const [ofWord = ''] = await libreOfficeConvert([join(folder, 'S0386-22.docx')], 'pdf', join(folder, 'word'));
    const breaks: { first: string; second: string }[] = [];
    for (const pdf of [join(folder, 'S0386-22.pdf'), ofWord]) {
      expect((await pdfInfo(pdf))['Pages']).toBe('2');
      const pages = (await pdfText(pdf)).split('\f').slice(0, 2);
      for (const [index, page] of pages.entries()) {
        expect(page.trimEnd().split('\n').at(-1)).toBe(`S0386/22 · Seite ${index + 1} von 2`);
      }
      const [first = '', second = ''] = pages.map((page) =>
        page.replace(/S0386\/22 · Seite \d von 2/, '').replace(/\s+/g, ''),
      );
      breaks.push({ first: first.slice(-80), second: second.slice(0, 80) });
    }
    expect(breaks[1]).toEqual(breaks[0]);
    expect(breaks[0]?.second.length).toBe(80);
  });
});
