import { beforeAll, describe, expect, it } from 'vitest';
import { STATEMENT_SCHEMA, statementRecordSchema } from '../../src-main/record/statement-record.ts';
import type { PaperSummary } from '../../src-main/contract/paper/shapes.ts';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
let office: Office;
let papers: PaperSummary[] = [];

beforeAll(async () => {
  office = await space.office('example');
  papers = await office.json<PaperSummary[]>('list');
});

const references = (list: readonly PaperSummary[]): (string | null)[] => list.map((paper) => paper.reference);

describe('list', () => {
  it('gives every paper once, with its kind, date and name', () => {
    expect(new Set(papers.map((paper) => paper.id)).size).toBe(papers.length);
    expect(papers.find((paper) => paper.reference === 'S0021/26')).toMatchObject({
      paperType: 'statement',
      name: 'Durchgängiger Radweg in der Mühlenstraße',
      date: '2026-04-28',
      publicity: 'public',
      leadUnit: 'FB 66',
      related: [{ reference: 'A0012/26', paperType: 'motion' }],
    });
  });

  it('keeps to one class', async () => {
    const statements = await office.json<PaperSummary[]>('list', '--class', 'S');
    const expected = papers.filter((paper) => paper.reference?.startsWith('S'));
    expect(references(statements)).toEqual(references(expected));
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThan(papers.length);
  });

  it('keeps to one year', async () => {
    const numbered = papers.filter((paper) => paper.reference?.includes('/26'));
    const found = references(await office.json<PaperSummary[]>('list', '--year', '2026'));
    expect(found).toEqual(expect.arrayContaining(references(numbered)));
    expect(await office.json('list', '--year', '1999')).toEqual([]);
  });

  it('keeps to class and year together', async () => {
    const found = references(await office.json<PaperSummary[]>('list', '--class', 'F', '--year', '2026'));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((reference) => /^F\d{4}\/26$/.test(reference ?? ''))).toBe(true);
  });

  it('wants a year of four digits', async () => {
    expect(expectRefusal(await office.run('list', '--year', '22'), 'usage')).toContain('vier Ziffern');
  });

  it('finds words of a title', async () => {
    const found = await office.json<PaperSummary[]>('list', '--text', 'Mühlenstraße');
    expect(references(found)).toEqual(expect.arrayContaining(['S0021/26', 'A0012/26']));
    expect(found.length).toBeLessThan(papers.length);
  });

  it('prints a line per paper for people, with German dates', async () => {
    const { stdout } = await office.run('list');
    expect(stdout.trimEnd().split('\n')).toHaveLength(papers.length);
    expect(stdout).toContain('S0021/26  28.04.2026  Durchgängiger Radweg in der Mühlenstraße');
  });
});

describe('show', () => {
  it('prints exactly the keys of the printed schema', async () => {
    const record = await office.show('S0021/26');
    expect(Object.keys(record).sort()).toEqual(
      [
        'answers',
        'attachments',
        'bodyName',
        'consultations',
        'contact',
        'date',
        'edition',
        'hinge',
        'leadUnit',
        'name',
        'publicity',
        'quotation',
        'quotationRich',
        'reference',
        'reply',
        'replyText',
        'schema',
        'signatory',
      ].sort(),
    );
    expect(Object.keys(record.answers[0] ?? {}).sort()).toEqual(
      [
        'originatorFunction',
        'originatorOrganization',
        'originatorPerson',
        'originators',
        'paperType',
        'reference',
      ].sort(),
    );
    expect(Object.keys(record.consultations[0] ?? {}).sort()).toEqual(['date', 'organization', 'role']);
    expect(record.signatory).toMatchObject({
      name: 'Joachim Brenneke-Ruhl',
      role: 'Beigeordneter für Bauen, Verkehr und Umwelt',
    });
  });

  it('gives every originator and, for the first, the flat keys', async () => {
    const [answer] = (await office.show('S0021/26')).answers;
    expect(answer).toMatchObject({
      reference: 'A0012/26',
      originatorOrganization: 'Fraktion Umwelt und Mobilität',
      originatorPerson: 'Mareike Holtgrewe',
      originatorFunction: 'Fraktionsvorsitzende',
    });
    expect(answer?.originators.map((originator) => originator.person)).toEqual([
      'Mareike Holtgrewe',
      'Torben Wachsmund',
    ]);
  });

  it('prints what the schema reads, for every statement of the example office', async () => {
    for (const statement of papers.filter((paper) => paper.paperType === 'statement')) {
      const record = await office.show(statement.id);
      expect(record.schema).toBe(STATEMENT_SCHEMA);
      expect(statementRecordSchema.parse(record)).toEqual(record);
      expect(record.quotation.every((paragraph) => typeof paragraph === 'string' && paragraph !== '')).toBe(true);
      expect(record.replyText.join(' ').length).toBeGreaterThan(100);
    }
  });

  it('prints the same without --json', async () => {
    const { stdout } = await office.run('show', 'S0021/26');
    expect(JSON.parse(stdout)).toEqual(await office.show('S0021/26'));
  });
});

describe('a REF', () => {
  const idOf = (reference: string): string => papers.find((paper) => paper.reference === reference)?.id ?? '';

  it('may be written as people write numbers', async () => {
    const record = await office.show('S0021/26');
    for (const written of ['s0021/26', ' S0021/26 ', 'S 0021/26']) expect(await office.show(written)).toEqual(record);
  });

  it('may be the id or its unambiguous beginning', async () => {
    const record = await office.show('S0021/26');
    const id = idOf('S0021/26');
    const others = papers.map((paper) => paper.id).filter((other) => other !== id);
    let length = 4;
    while (others.some((other) => other.startsWith(id.slice(0, length)))) length += 1;
    expect(await office.show(id)).toEqual(record);
    expect(await office.show(id.toUpperCase())).toEqual(record);
    expect(await office.show(id.slice(0, length))).toEqual(record);
  });

  it('is refused when the beginning fits several papers, and they are named', async () => {
    const message = expectRefusal(await office.run('show', idOf('S0021/26').slice(0, 4)), 'ambiguous-reference');
    expect(message).toMatch(/es passen [0-9a-f]{8}-/);
  });

  it.each(['S9999/26', 'zzz', 'ffffffff'])('„%s“ that names nothing is refused', async (ref) => {
    expectRefusal(await office.run('show', ref), 'not-found');
  });

  it('is told as JSON on standard output with --json and as {code,message} on standard error', async () => {
    const result = await office.run('show', 'S9999/26', '--json');
    expectRefusal(result, 'not-found');
    expect(JSON.parse(result.stdout)).toEqual({ status: 'not-found', reference: 'S9999/26' });
  });
});
