import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StatementDraft } from '../../src-main/contract/statement/shapes.ts';
import { workspace, type Office } from '../harness/desk/cli.ts';
import { docxStreams, placesOf, streamsOf, type Stream } from '../support/file-streams.ts';
import { requireJudges } from './corpus.ts';

const space = workspace();
const REF = 'S0950/26';
const SECRETS = ['Geheimkammer', '2031-07-19', '19.07.2031', 'Verschlusssache-Rolle', 'Verworfene Fassung'];
const PRINTED = 'Öffentlicher Rat';
let office: Office;
let out = '';

beforeAll(async () => {
  office = await space.office('example');
  out = space.folder();
  await office.json<StatementDraft>('new', '--answers', 'A0012/26', '--number', REF, '--name', 'Verworfene Fassung');
  await office.json('set', REF, 'name', 'Radweg');
  // The paper's own day is printed; the day on which somebody sits at the desk is not.
  await office.json('set', REF, 'date', '3.2.2024');
  const rows = [
    { organization: PRINTED, date: '05.05.2026', role: 'Kenntnisnahme', publicity: 'public' },
    { organization: 'Geheimkammer', date: '19.07.2031', role: 'Verschlusssache-Rolle', publicity: 'non-public' },
  ];
  await office.json('set', REF, 'consultations', JSON.stringify(rows));
  await office.json('set', REF, 'reply', 'Verworfene Fassung der Antwort.');
  await office.json('set', REF, 'reply', 'Die Antwort.');
  await office.json('export', REF, '--to', out);
  await office.json('distribution', REF, '--to', out);
});

async function allStreams(): Promise<Stream[]> {
  const streams: Stream[] = [];
  for (const name of readdirSync(out)) streams.push(...(await streamsOf(join(out, name))));
  return streams;
}

describe('what a public paper does not print', () => {
  it('is in no byte of its files', async (test) => {
    requireJudges(test, ['qpdf', 'Poppler']);
    const streams = await allStreams();
    expect(streams.length).toBeGreaterThan(40);
    for (const secret of SECRETS) expect(placesOf(streams, secret), secret).toEqual([]);
    for (const inner of [office.data, 'SHA-256', 'quotationLocked', 'non-public']) {
      expect(placesOf(streams, inner), inner).toEqual([]);
    }
    // The search itself works: what prints is found in text, record and Word's file.
    const found = placesOf(streams, PRINTED);
    for (const part of [
      'S0950-26.pdf text',
      'S0950-26.pdf/S0950-26.json',
      'customXml/item1.xml',
      'word/document.xml',
    ]) {
      expect(
        found.some((where) => where.endsWith(part)),
        part,
      ).toBe(true);
    }
  });

  it('is in no record that show prints, and comes back with a non-public paper', async () => {
    expect(JSON.stringify(await office.show(REF))).not.toContain('Geheimkammer');
    await office.json('set', REF, 'publicity', 'non-public');
    const target = space.folder();
    await office.json('distribution', REF, '--to', target, '--format', 'docx');
    const parts = docxStreams('list', readFileSync(join(target, 'S0950-26-Verteiler.docx')));
    expect(placesOf(parts, 'Geheimkammer').length).toBeGreaterThan(0);
    await office.json('set', REF, 'publicity', 'public');
  });

  it('does not come in by the name or the time of the person at the desk', async (test) => {
    requireJudges(test, ['qpdf', 'Poppler']);
    const streams = await allStreams();
    const core = streams.filter(({ where }) => where.endsWith('docProps/core.xml'));
    expect(core.length).toBeGreaterThanOrEqual(2);
    for (const { where, bytes } of core) {
      const modifiers = [...bytes.toString('utf8').matchAll(/<(?:dc:creator|cp:lastModifiedBy)>([^<]*)</g)].map(
        (match) => match[1],
      );
      expect(new Set(modifiers), where).toEqual(new Set(['Stadt Auenfurt']));
      expect(bytes.toString('utf8'), where).not.toContain(String(new Date().getFullYear()) + '-');
    }
  });
});
