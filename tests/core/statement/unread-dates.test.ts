import { describe, expect, it } from 'vitest';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { consultation, idNumber, paperContent, refusalOf } from '../../support/builders.ts';
import { exampleOffice, officeForEach } from '../../support/office-for-each.ts';
import type { TestHost } from '../../support/test-host.ts';

let host: TestHost;
const DRAFT = 'S0044/26';
const ROW = consultation({ organization: 'Stadtrat', unreadDate: ' 31.02.2026 ' });

/** An office in which somebody typed days that there are not. */
officeForEach(
  async (folder) => {
    host = await exampleOffice(folder);
    await change(({ consultations }) => ({
      date: null,
      unreadDate: '31.04.2023',
      consultations: [...consultations, ROW],
    }));
    return host;
  },
  (given) => (host = given),
);

async function change(part: (content: StatementContent) => Partial<StatementContent>): Promise<StatementContent> {
  const { id, revision, content } = await host.app.statements.get(DRAFT);
  const next = { ...content, ...part(content) };
  return (await host.app.statements.save({ id, expectedRevision: revision, content: next })).content;
}

describe('what is typed where a date belongs and is none', () => {
  it('stands beside the empty date of the draft, for the head and for every consultation', async () => {
    const { content } = await host.app.statements.get(DRAFT);
    expect(content).toMatchObject({ date: null, unreadDate: '31.04.2023' });
    expect(content.consultations.at(-1)).toMatchObject({ id: ROW.id, date: null, unreadDate: '31.02.2026' });
  });

  it('never comes into the record', async () => {
    const record = await host.app.statements.record(DRAFT);
    expect(record.date).toBeNull();
    expect(JSON.stringify(record)).not.toMatch(/31\.0[24]|unread/);
  });

  it('blocks the release, with a finding for every field', async () => {
    const { content } = await host.app.statements.get(DRAFT);
    const { check } = await host.app.issues.overview(DRAFT);
    expect(check.isReleasable).toBe(false);
    const found = check.findings.filter(({ rule }) => rule === 'date-unreadable');
    expect(found.map(({ place }) => place.field)).toEqual([
      'date',
      `consultations.${content.consultations.length - 1}.date`,
    ]);
    const release = () => host.app.releases.release({ ref: DRAFT, expectedRevision: null, acceptances: [] });
    expect((await refusalOf(release)).code).toBe('release-blocked');
  });

  it('goes as soon as a date stands there, whoever sets it', async () => {
    await change(({ consultations }) => ({
      consultations: consultations.map((row) => (row.unreadDate ? { ...row, date: '2026-02-28' } : row)),
    }));
    const { content } = await host.app.statements.setField({ ref: DRAFT, field: 'date', value: '30.04.2026' });
    expect(content.date).toBe('2026-04-30');
    expect(JSON.stringify(content)).not.toContain('unreadDate');
    await change(() => ({ date: null, unreadDate: '31.04.2023' }));
    const emptied = await host.app.statements.setField({ ref: DRAFT, field: 'date', value: '' });
    expect(emptied.content).not.toHaveProperty('unreadDate');
  });

  it('is kept with an incoming paper, too', async () => {
    const id = idNumber(77);
    await host.app.papers.register({
      id,
      content: paperContent({
        date: null,
        unreadDate: '31.04.2023',
        consultations: [consultation({ organization: 'Stadtrat', unreadDate: 'im Mai' })],
      }),
    });
    const { content } = await host.app.papers.get(id);
    expect(content).toMatchObject({ date: null, unreadDate: '31.04.2023' });
    expect(content.consultations).toMatchObject([{ date: null, unreadDate: 'im Mai' }]);
  });

  it('holds a letter back', async () => {
    const { paperId, content } = await host.app.letters.draft({ kind: 'cover-letter', ref: 'S0021/26' });
    const letter = { ...content, date: null, unreadDate: '31.04.2023' };
    expect(
      await refusalOf(() => host.app.letters.deliver({ ref: paperId, content: letter, formats: ['pdf'] })),
    ).toMatchObject({
      code: 'date-invalid',
      details: { value: '31.04.2023' },
    });
  });
});
