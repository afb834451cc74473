/** The folder and the combined lists of a meeting with everything that is hard about them, before the independent judges. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfInfo, pdfText, qpdfCheck, verapdf, type VeraPdfFlavour } from '../harness/judges/judges.ts';
import { outputOf } from '../harness/judges/run-tool.ts';
import { addBody, addMeeting, addStatement, BODY, issueStatement, statementBefore } from '../support/meeting-office.ts';
import { longText, paragraph, table, heading } from '../support/hard-records.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { requireJudges, scratchFolder } from './corpus.ts';
import { handOver } from '../support/hand-over.ts';

const LONG_TITLE = `${'Beschleunigung der Straßenausbauverfahren '.repeat(6).slice(0, 245)}-Ende`;
const SECRET = 'Ankauf der Villa Abendrot';
const SECRET_TEXT = 'Der Kaufpreis beträgt höchstens vier Millionen.';
const doc = (...content: ReturnType<typeof paragraph>[]) => ({ type: 'doc' as const, content });

const folder = scratchFolder();
const PUBLIC = join(folder, 'public.pdf');
const WHOLE = join(folder, 'whole.pdf');
const LISTS = join(folder, 'lists.pdf');
const FILES = [PUBLIC, WHOLE, LISTS];
let host: TestHost;

beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'example' });
  await addBody(host);
  const issued = [
    statementBefore('S0701/26', { name: LONG_TITLE, reply: doc(paragraph(longText(70))) }),
    statementBefore('S0702/26', {
      publicity: 'non-public',
      name: SECRET,
      reply: doc(paragraph(SECRET_TEXT), paragraph(longText(20))),
    }),
    statementBefore('S0703/26', {
      reply: doc(heading(1, 'Lage'), heading(2, 'Einzelheiten'), table(80), paragraph(longText(3))),
    }),
  ];
  const ids: string[] = [];
  for (const record of issued) {
    ids.push(await addStatement(host, record));
    await issueStatement(host, record.reference ?? '');
  }
  ids.push(await addStatement(host, statementBefore('S0704/26', { name: 'Wartet auf Ausfertigung' })));
  const { id } = await addMeeting(host);
  const [first = '', secret = '', third = '', waiting = ''] = ids;
  const papers = [third, secret, first, waiting].map((paperId, index) => ({ paperId, number: `7.${index + 1}` }));
  await host.app.meetings.order({ ref: id, papers });
  const keep = (path: string) => ({
    deliver: (files: readonly { readonly bytes: Uint8Array }[]) => {
      writeFileSync(path, files.at(-1)?.bytes ?? new Uint8Array());
      return Promise.resolve({ kind: 'saved' as const, paths: [path] });
    },
  });
  await handOver(host.app.meetings.deliverFolder({ ref: id, withNonPublic: false }), keep(PUBLIC));
  await handOver(host.app.meetings.deliverFolder({ ref: id, withNonPublic: true }), keep(WHOLE));
  await handOver(host.app.meetings.deliverLists({ ref: id }), keep(LISTS));
});
afterAll(() => host.dispose());

interface Bookmark {
  readonly title: string;
  readonly destpageposfrom1: number;
  readonly kids: readonly Bookmark[];
}
async function bookmarks(file: string): Promise<readonly Bookmark[]> {
  const json = await outputOf('qpdf', ['--json', '--json-key=outlines', file]);
  return (JSON.parse(json) as { outlines: Bookmark[] }).outlines;
}
/** Text page by page, from 1. */
async function pages(file: string): Promise<readonly string[]> {
  return ['', ...(await pdfText(file, { layout: true })).split('\f').slice(0, -1)];
}

describe('folder and lists of a meeting', () => {
  it.for<VeraPdfFlavour>(['3a', 'ua1'])('pass veraPDF %s', async (flavour, test) => {
    requireJudges(test, ['veraPDF']);
    const verdicts = await verapdf(FILES, flavour);
    expect(verdicts.map(({ compliant, failures }) => ({ compliant, failures }))).toEqual(
      FILES.map(() => ({ compliant: true, failures: [] })),
    );
  });

  it('are sound for qpdf, tagged, titled and dated with the day of the meeting', async (test) => {
    requireJudges(test, ['qpdf', 'Poppler']);
    for (const file of FILES) {
      expect(await qpdfCheck(file), file).toEqual({ sound: true, problems: [] });
      const info = await pdfInfo(file);
      expect(info, file).toMatchObject({ Tagged: 'yes', Author: 'Stadt Auenfurt', Subject: BODY });
      expect(info['Title'], file).toMatch(
        /^(Sitzungsmappe|Verteilerlisten) Ausschuss für Gärten und Grünflächen, 12\.03\.2026$/,
      );
      expect(info['CreationDate'], file).toContain('2026-03-12');
    }
  });

  it('have levels of headings that never jump', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const file of FILES) {
      const structure = await outputOf('pdfinfo', ['-struct', file]);
      const levels = [...structure.matchAll(/^\s*H(\d)\b/gm)].map(([, level]) => Number(level));
      expect(levels[0], file).toBe(1);
      expect(levels.length, file).toBeGreaterThan(4);
      for (const [at, level] of levels.entries()) {
        if (at > 0) expect(level, `${file}: heading ${at + 1}`).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
      }
    }
  });
});

describe('the folder', () => {
  it('has one bookmark per statement, the whole title in it and its parts below', async (test) => {
    requireJudges(test, ['qpdf']);
    const [cover, contents, ...parts] = await bookmarks(WHOLE);
    expect([cover?.title, contents?.title]).toEqual(['Sitzungsmappe', 'Inhalt']);
    expect(parts.map(({ title }) => title)).toEqual([
      'S0703/26 – Anliegen S0703/26',
      `S0702/26 – ${SECRET}`,
      `S0701/26 – ${LONG_TITLE}`,
    ]);
    for (const { kids } of parts) {
      expect(kids.map(({ title }) => title)).toEqual(['Stellungnahme der Verwaltung']);
      expect(kids[0]?.kids.map(({ title }) => title)).toContain('Stellungnahme');
    }
  });

  it.for([PUBLIC, WHOLE])('says the right pages in the contents, and they lead there', async (file, test) => {
    requireJudges(test, ['qpdf', 'Poppler']);
    const text = await pages(file);
    const marks = (await bookmarks(file)).slice(2);
    expect(marks.length).toBe(file === PUBLIC ? 2 : 3);
    for (const { title, destpageposfrom1: page } of marks) {
      const reference = title.slice(0, 8);
      const row = text[2]?.split('\n').find((line) => line.includes(reference));
      expect(row?.trim().endsWith(` ${page}`), `${reference}: ${row ?? 'no row'}`).toBe(true);
      expect(text[page]).toContain(`· ${reference}`);
      expect(text[page]).toContain('Stellungnahme der Verwaltung');
    }
    const json = await outputOf('qpdf', ['--json', '--json-key=qpdf', file]);
    const links = [...json.matchAll(/"\/Subtype": "\/Link"/g)];
    // Reference, title and page of every row.
    expect(links.length).toBeGreaterThanOrEqual(3 * marks.length);
  });

  it('counts its pages through, each with the number of its paper, the cover without', async (test) => {
    requireJudges(test, ['Poppler']);
    const text = await pages(WHOLE);
    const count = text.length - 1;
    expect(count).toBeGreaterThanOrEqual(9);
    expect(text[1]).not.toContain('Seite');
    for (let page = 2; page <= count; page += 1) expect(text[page]).toContain(`Seite ${page} von ${count}`);
    const starts = (await bookmarks(WHOLE)).slice(2);
    for (const [at, { title, destpageposfrom1: from }] of starts.entries()) {
      const end = starts[at + 1]?.destpageposfrom1 ?? count + 1;
      for (let page = from; page < end; page += 1) expect(text[page]).toContain(`${title.slice(0, 8)} · `);
    }
  });

  it('holds nothing of a non-public paper but its number, unless it is asked for', async (test) => {
    requireJudges(test, ['qpdf', 'Poppler']);
    const plain = join(folder, 'plain.pdf');
    await outputOf('qpdf', ['--qdf', '--object-streams=disable', PUBLIC, plain]);
    const everything = `${await pdfText(plain)}\n${JSON.stringify(await bookmarks(plain))}\n${JSON.stringify(await pdfInfo(plain))}`;
    expect(everything).not.toMatch(/Abendrot|Kaufpreis/);
    expect(everything).toContain('S0702/26');
    expect((await pages(PUBLIC))[1]).toContain('Eine nichtöffentliche Stellungnahme ist nicht enthalten.');
    const whole = await pages(WHOLE);
    expect(whole[1]).toContain('nichtöffentliche Unterlagen und ist vertraulich');
    expect(whole.join('\n')).toContain(SECRET_TEXT);
    for (const page of whole.filter((words) => words.includes('S0702/26 · ')))
      expect(page).toContain('S0702/26 · nichtöffentlich');
  });

  it('names what was not issued yet, without its pages', async (test) => {
    requireJudges(test, ['Poppler']);
    const [, , contents = '', ...rest] = await pages(WHOLE);
    expect(contents.replace(/\s+/g, ' ')).toMatch(/7\.4 S0704\/26 Wartet auf Ausfertigung – noch nicht ausgefertigt/);
    expect(rest.join('\n')).not.toContain('S0704/26');
  });
});

describe('the combined lists', () => {
  it('hold every paper of the meeting, each with its own count of pages', async (test) => {
    requireJudges(test, ['Poppler', 'qpdf']);
    const text = await pages(LISTS);
    expect(text.length - 1).toBe(4);
    for (const [at, reference] of ['S0703/26', 'S0702/26', 'S0701/26', 'S0704/26'].entries()) {
      expect(text[at + 1]).toContain('Verteilerliste');
      expect(text[at + 1]?.replace(/\s+/g, ' ')).toMatch(
        new RegExp(`${reference}( · nichtöffentlich)? · Seite 1 von 1`),
      );
    }
    expect((await bookmarks(LISTS)).map(({ title }) => title.slice(0, 8))).toEqual([
      'S0703/26',
      'S0702/26',
      'S0701/26',
      'S0704/26',
    ]);
  });
});
