import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingOf, fileNamePart, isUnusableOnWindows, safeFileName } from '../../src-main/base/file-name.ts';

describe('the name of a stranger’s file', () => {
  it.each([
    ['a sign that turns the reading', 'Bescheid\u202efdp.exe', 'Bescheidfdp.exe'],
    ['isolates and marks of direction', '\u2066Plan\u2069\u200e\u061c.pdf', 'Plan.pdf'],
    ['signs that are not seen', 'Pl\u200ban\u2060\ufeff\u00ad.pdf', 'Plan.pdf'],
    ['an invisible sign in the ending', 'Plan.e\u200dxe', 'Plan.exe'],
    ['letters that are blank', 'Plan\u3164\u2800\uffa0.pdf', 'Plan.pdf'],
    ['tags', 'Plan\u{e0065}\u{e0078}.pdf', 'Plan.pdf'],
    ['dots and blanks at the end', 'Plan.exe. . ', 'Plan.exe'],
    ['many blanks before the ending', `Plan.pdf${' '.repeat(120)}.exe`, 'Plan-pdf.exe'],
    ['blanks of all widths before the ending', 'Plan.pdf\u00a0\u2003\u3000.scr', 'Plan-pdf.scr'],
    ['something else than blanks before the ending', `Plan.pdf${'_'.repeat(80)}.exe`, 'Plan-pdf.exe'],
    ['two endings', 'bescheid.pdf.exe', 'bescheid-pdf.exe'],
    ['two endings in capitals', 'Bescheid.PDF.JS', 'Bescheid-PDF.JS'],
    ['three endings', 'a.docx.pdf.lnk', 'a-docx-pdf.lnk'],
    ['a stream of Windows', 'brief.txt:geheim.exe', 'brief.txt-geheim.exe'],
    ['a stream of Windows at the end', 'brief.pdf::$DATA', 'brief.pdf-$DATA'],
    ['a device of Windows', 'con.pdf', 'con_.pdf'],
    ['a device of Windows with a number', 'LPT1', 'LPT1_'],
    ['a device with a raised number', 'com¹.tar.gz', 'com¹_.tar.gz'],
    ['a device and a blank', 'nul .txt', 'nul_.txt'],
    ['control characters', 'Pl\u0000an\u001b[2J\n.pdf', 'Plan[2J.pdf'],
    ['a folder', '..\\..\\Start\\x.exe', 'x.exe'],
    ['a sign that looks like a folder', 'a\u2215b\uff0fc.pdf', 'a-b-c.pdf'],
    ['a dot of another script', 'rechnung\uff0epdf.exe', 'rechnung-pdf.exe'],
    ['only an ending', '.pdf', 'Datei.pdf'],
    ['nothing that is seen', '\u202e\u200b', 'Datei'],
    ['a name that is hidden elsewhere', '..htaccess', 'Datei.htaccess'],
    ['accents in pieces', 'Pla\u0308ne.pdf', 'Pl\u00e4ne.pdf'],
  ])('is cleaned of %s', (_, given, clean) => {
    expect(safeFileName(given)).toBe(clean);
  });

  it.each([
    'Lageplan.pdf',
    'S0386-22 Anlage 2 – Plan „Weiher“ (neu).docx',
    'Protokoll 12.03.2026.pdf',
    'archiv.tar.gz',
    'Bescheid.pdf.p7s',
    'Antrag.docx.p7m',
    'Plan.v2.pdf',
    'Konrad.pdf',
    'COMPUTER.txt',
    'ohne Endung',
    'Größe & Maß 50%.xlsx',
    '図面.pdf',
  ])('stays as it is when it says what it is: %s', (name) => {
    expect(safeFileName(name)).toBe(name);
  });

  it('keeps its ending, however long it is', () => {
    expect(safeFileName(`${'Plan '.repeat(200)}.exe`)).toMatch(/^Plan Plan .{100,120}\.exe$/);
  });

  it('is the same after cleaning it once more, shows every sign and ends where it seems to end', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '.pdf',
        '.exe',
        '\u202e',
        ' ',
        '.',
        ':',
        '/',
        'con',
        '\u200b',
        '_____',
        '.p7s',
        '\u00a0',
        '.docx ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const name = safeFileName(pieces.join(''));
        expect(safeFileName(name)).toBe(name);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|^[. ]|[. ]$| {2}| \.\p{L}+$/u);
        expect(name).not.toMatch(/^(con|nul|aux|prn|com\d|lpt\d)(\.|$)/i);
        const stem = name.slice(0, name.length - endingOf(name).length);
        if (!name.endsWith('.p7s')) expect(stem === name ? '' : stem).not.toMatch(/\.(pdf|docx)[\s._-]*$/i);
      }),
      { numRuns: 500 },
    );
  });
});

it('a part of a file name shows every sign, too', () => {
  expect(fileNamePart('Frau\u202e Ida\u200b Beispiel: "a/b"')).toBe('Frau Ida Beispiel- -a-b-');
});

describe('a name a person typed', () => {
  it.each(['aux', 'NUL.pdf', 'Con.Vermerk.db', 'lpt1', 'COM².txt', 'a:b.pdf', 'Stand?.db', 'Ablage.', 'Ablage '])(
    'is told when Windows cannot open such a file: %s',
    (name) => expect(isUnusableOnWindows(name)).toBe(true),
  );
  it.each(['auxiliar.pdf', 'Konzept.db', 'com10.txt', 'S0021-26 (Entwurf) – Łódź.pdf', '.stellwerk'])(
    'is left alone when it can: %s',
    (name) => expect(isUnusableOnWindows(name)).toBe(false),
  );
});
