import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attachmentFileName,
  nameFromFile,
  printedAttachments,
} from '../../../src-main/core/attachment/printed-attachments.ts';

describe('what an attachment is called until somebody says better', () => {
  it.each([
    ['Lageplan.pdf', 'Lageplan'],
    ['Beispiel_Plan 3.PDF', 'Beispiel Plan 3'],
    ['__Kosten__2026__.xlsx', 'Kosten 2026'],
    ['C:\\Eigene Dateien\\Anlage.docx', 'Anlage'],
    ['/tmp/x/Skizze.7z', 'Skizze'],
    ['Plan.v2.pdf', 'Plan.v2'],
    ['ohne Endung', 'ohne Endung'],
    ['archiv.tar.gz', 'archiv.tar'],
    ['brief.pdf.exe', 'brief.pdf.exe'],
    ['a.html.pdf', 'a.html.pdf'],
    ['rechnung\u202Efdp.exe', 'rechnungfdp.exe'],
    ['Start.LNK', 'Start.LNK'],
    ['Stand 12.03.2026.pdf', 'Stand 12.03.2026'],
    ['.pdf', 'Anlage'],
    ['___.pdf', 'Anlage'],
    ['', 'Anlage'],
  ])('of "%s" is "%s"', (fileName, name) => {
    expect(nameFromFile(fileName)).toBe(name);
  });

  it('is never empty and never has a folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (fileName) => {
        const name = nameFromFile(fileName);
        expect(name.trim()).not.toBe('');
        expect(name).not.toMatch(/[\\/]/);
      }),
    );
  });
});

describe('which attachments print', () => {
  const publicity = fc.constantFrom('public', 'non-public' as const);
  const attachments = fc.array(fc.record({ id: fc.nat(), publicity }));

  it('are in a public paper the public ones, in order; in any other all of them', () => {
    fc.assert(
      fc.property(attachments, (all) => {
        expect(printedAttachments('non-public', all)).toEqual(all);
        expect(printedAttachments('public', all)).toEqual(all.filter((entry) => entry.publicity === 'public'));
      }),
    );
  });
});

describe('the file name in a parcel', () => {
  it.each([
    ['Lageplan', 'plan.PDF', 'S0386-22 Anlage 2 – Lageplan.pdf'],
    ['Kosten 2025/26: "Netto"', 'k.xlsx', 'S0386-22 Anlage 2 – Kosten 2025-26- -Netto-.xlsx'],
    ['Ende mit Punkt. ', 'x', 'S0386-22 Anlage 2 – Ende mit Punkt'],
    ['...', 'plan.pdf', 'S0386-22 Anlage 2.pdf'],
    ['ÄÖÜ'.repeat(60), 'plan.pdf', `S0386-22 Anlage 2 – ${'ÄÖÜ'.repeat(33)}Ä.pdf`],
    ['..\\..\\etc', 'x.txt', 'S0386-22 Anlage 2 – ..-..-etc.txt'],
  ])('for "%s" (%s) is "%s"', (name, fileName, expected) => {
    expect(attachmentFileName('S0386-22', 'Anlage', 2, name, fileName)).toBe(expected);
    expect(attachmentFileName('S0386-22', '/../../Anlage', 2, name, fileName)).not.toMatch(/[\\/]/);
  });

  it('is one that every file system takes', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 150 });
    fc.assert(
      fc.property(words, words, (name, fileName) => {
        const result = attachmentFileName('S0001-26', 'Anlage', 1, name, fileName);
        expect(result).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/);
        expect(result).not.toMatch(/[. ]$/);
        // Half a character would become a question mark on the disk.
        expect(result.isWellFormed()).toBe(true);
        expect(result.length).toBeLessThanOrEqual(255);
      }),
      { numRuns: 500 },
    );
  });
});
