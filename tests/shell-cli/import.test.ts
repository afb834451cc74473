import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';
import type { ImportResult } from '../../src-main/contract/import/shapes.ts';
import { expectRefusal, registerOf, workspace } from '../harness/desk/cli.ts';

const space = workspace();
const TEXT = [
  'Stadt Grünau',
  '',
  'Stellungnahme der Verwaltung öffentlich',
  '',
  'Stadtamt\tStellungnahme-Nr.\tDatum',
  'FB 40\tS0123/24\t05.03.2024',
  'zum/zur',
  'A0045/24 – Fraktion Grün, Fraktionsvorsitzende Käthe Größmann',
  'Bezeichnung',
  'Spielplätze für Grünau – „Öfter draußen“',
  'Verteiler\tTag',
  'Stadtrat\t14.03.2024',
  '',
  'Die Bürger*innen wünschen mehr Spielplätze.',
  '',
  'Die Verwaltung nimmt zum **Antrag A0045/24** wie folgt Stellung:',
  '',
  'Es fehlen 20 € je Gerät – mehr dazu später…',
  '',
  'Jürgen Weiß',
].join('\r\n');

let folder = '';

beforeAll(() => {
  folder = space.folder();
});

function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** An office of its own with the sample taken over. */
async function withSample() {
  const file = saved('record.json', JSON.stringify(sampleRecord()));
  const own = await space.office('own');
  return { own, file, result: await own.json<ImportResult & { file: string }>('import', file) };
}

describe('import', () => {
  it('takes a record and shows it again without loss', async () => {
    const { own, file, result } = await withSample();
    expect(result).toMatchObject({ file, status: 'imported', source: 'record', reference: 'S0001/26', notes: [] });
    expect(await own.show('S0001/26')).toMatchObject({
      ...sampleRecord(),
      quotation: ['Die Verwaltung wird gebeten, über den Stand zu berichten.'],
      replyText: expect.arrayContaining(['Planung abgeschlossen', '12.000 €']) as unknown,
    });
  });

  it('of the same again says unchanged and changes nothing', async () => {
    const { own, file } = await withSample();
    const before = registerOf(own);
    const result = await own.json<ImportResult>('import', file);
    expect(result).toMatchObject({ status: 'unchanged', reference: 'S0001/26' });
    expect(registerOf(own)).toEqual(before);
  });

  it('of something different under a number that is taken is refused and changes nothing', async () => {
    const { own } = await withSample();
    const before = registerOf(own);
    const file = saved('other.json', JSON.stringify({ ...sampleRecord(), name: 'Etwas anderes' }));
    const result = await own.run('import', file, '--json');
    expect(expectRefusal(result, 'reference-taken')).toContain('S0001/26');
    expect(JSON.parse(result.stdout)).toMatchObject({ status: 'reference-taken', reference: 'S0001/26' });
    expect(registerOf(own)).toEqual(before);
  });

  it('restores a statement from our own PDF and DOCX in another office', async () => {
    const example = await space.office('example');
    const out = space.folder();
    await example.json('export', 'S0021/26', '--to', out);
    const record = await example.show('S0021/26');
    for (const [name, source] of [
      ['S0021-26.pdf', 'pdf'],
      ['S0021-26.docx', 'docx'],
    ] as const) {
      const other = await space.office('own');
      const result = await other.json<ImportResult>('import', join(out, name));
      expect(result).toMatchObject({ status: 'imported', reference: 'S0021/26', source });
      expect(await other.show('S0021/26')).toEqual(record);
      expect(await example.json<ImportResult>('import', join(out, name))).toMatchObject({ status: 'unchanged' });
    }
  });

  it('tells the kind of a file by its bytes, not by its name', async () => {
    const example = await space.office('example');
    const out = space.folder();
    await example.json('export', 'S0027/26', '--to', out, '--format', 'pdf');
    const disguised = join(out, 'Brief.txt');
    copyFileSync(join(out, 'S0027-26.pdf'), disguised);
    expect(await example.json<ImportResult>('import', disguised)).toMatchObject({ status: 'unchanged', source: 'pdf' });
  });

  it('takes several files, keeps the good ones and ends with exit code 1 for the refused', async () => {
    const own = await space.office('own');
    const good = saved('good.json', JSON.stringify({ ...sampleRecord(), reference: 'S0002/26' }));
    const empty = saved('empty.txt', '');
    const result = await own.run('import', empty, good, '--json');
    expect(result.exitCode).toBe(1);
    expect(JSON.parse(result.stdout)).toMatchObject([
      { status: 'file-empty' },
      { file: good, status: 'imported', reference: 'S0002/26' },
    ]);
    expect((await own.show('S0002/26')).reference).toBe('S0002/26');
  });

  it('keeps every word of a text it does not recognise, without a number', async () => {
    const own = await space.office('own');
    const file = saved('note.txt', 'Nur eine Notiz.\n\nOhne Formblatt, aber mit Wörtern.');
    const result = await own.json<ImportResult>('import', file);
    expect(result).toMatchObject({ status: 'imported', reference: null });
    expect(result.notes.map((note) => note.code)).toContain('layout-unknown');
    const { stdout } = await own.run('import', saved('note2.txt', 'Noch eine Notiz.'));
    expect(stdout).toContain('Hinweis: Das Formblatt wurde nicht erkannt');
    expect(stdout).not.toContain('layout-unknown');
    expect((await own.show(result.id)).replyText).toEqual(['Nur eine Notiz.', 'Ohne Formblatt, aber mit Wörtern.']);
  });
});

describe('a text file', () => {
  const utf16 = (mark: boolean): Buffer => Buffer.from((mark ? '\ufeff' : '') + TEXT, 'utf16le');
  const latin1 = (): Buffer => {
    // Windows-1252, as German Windows programs call "ANSI": the Euro sign, dashes and quotes lie in 0x80–0x9F.
    const special: Record<string, number> = { '€': 0x80, '„': 0x84, '…': 0x85, '“': 0x93, '–': 0x96 };
    return Buffer.from([...TEXT].map((sign) => special[sign] ?? sign.charCodeAt(0)));
  };

  it.each<[string, () => Uint8Array]>([
    ['UTF-8', () => Buffer.from(TEXT)],
    ['UTF-8 with a mark', () => Buffer.from(`\ufeff${TEXT}`)],
    ['Windows-1252', latin1],
    ['UTF-16 little endian with a mark', () => utf16(true)],
    ['UTF-16 little endian without a mark', () => utf16(false)],
    ['UTF-16 big endian with a mark', () => utf16(true).swap16()],
  ])('in %s gives the same statement', async (name, bytes) => {
    const own = await space.office('own');
    const file = saved(`${name}.txt`, bytes());
    const result = await own.json<ImportResult>('import', file);
    expect(result).toMatchObject({ status: 'imported', reference: 'S0123/24', source: 'text', notes: [] });
    const record = await own.show('S0123/24');
    expect(record).toMatchObject({
      date: '2024-03-05',
      bodyName: 'Stadt Grünau',
      leadUnit: 'FB 40',
      name: 'Spielplätze für Grünau – „Öfter draußen“',
      consultations: [{ organization: 'Stadtrat', date: '2024-03-14', role: null }],
      quotation: ['Die Bürger*innen wünschen mehr Spielplätze.'],
      replyText: ['Es fehlen 20 € je Gerät – mehr dazu später…'],
      signatory: { name: 'Jürgen Weiß' },
    });
    expect(record.answers[0]).toMatchObject({ reference: 'A0045/24', originatorPerson: 'Käthe Größmann' });
  });

  it('stays as it was', async () => {
    const own = await space.office('own');
    const file = saved('untouched.txt', TEXT);
    await own.json('import', file);
    expect(readFileSync(file, 'utf8')).toBe(TEXT);
  });

  it('may lie in a folder with blanks and umlauts', async () => {
    const own = await space.office('own');
    const deep = join(folder, 'Straße der Übergrößen', 'ä ö ü');
    mkdirSync(deep, { recursive: true });
    const file = join(deep, 'Stellungnahme (neu).txt');
    writeFileSync(file, TEXT);
    expect(await own.json<ImportResult>('import', file)).toMatchObject({ file, status: 'imported' });
  });
});
