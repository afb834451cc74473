import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idNumber, refusalOf } from '../../support/builders.ts';
import {
  addBody,
  addMeeting,
  addStatement,
  BODY,
  DAY,
  issueStatement,
  statementBefore,
} from '../../support/meeting-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
let bodyId: string;
beforeEach(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  bodyId = await addBody(host);
});
afterEach(() => host.dispose());

const references = async (ref: string): Promise<(string | null)[]> =>
  (await host.app.meetings.papers(ref)).papers.map(({ reference }) => reference);

describe('entering meetings', () => {
  it('takes the body by its name or short name, whatever the case, and tidies day, time and place', async () => {
    const input = { id: idNumber(1), start: '12.3.26, 17.30 Uhr', location: '  Rathaus ', state: 'planned' as const };
    const meeting = { organizationId: bodyId, organizationName: BODY, start: '2026-03-12T17:30', location: 'Rathaus' };
    expect(
      await host.app.meetings.save({ ...input, organization: ' ausschuss fur GARTEN und grünflächen ' }),
    ).toMatchObject(meeting);
    expect(await host.app.meetings.save({ ...input, organization: 'gg', location: ' ' })).toMatchObject({
      ...meeting,
      location: null,
    });
    expect(await host.app.meetings.list()).toHaveLength(1);
  });

  it('refuses an unknown body, an impossible day or time, and the same body twice at one time', async () => {
    await addMeeting(host);
    const input = {
      id: idNumber(2),
      organization: BODY,
      start: `${DAY} 17:00`,
      location: null,
      state: 'planned' as const,
    };
    const refuse = (changes: Partial<typeof input>) =>
      refusalOf(() => host.app.meetings.save({ ...input, ...changes }));
    expect(await refuse({ organization: 'Ausschuss für Mondfahrt' })).toEqual({
      code: 'organization-unknown',
      details: { organization: 'Ausschuss für Mondfahrt' },
    });
    expect(await refuse({ organization: ' ' })).toMatchObject({ code: 'organization-unknown' });
    expect(await refuse({ start: '31.02.2026 17:00' })).toMatchObject({ code: 'meeting-time-invalid' });
    expect(await refuse({ start: `${DAY} 25:00` })).toMatchObject({ code: 'meeting-time-invalid' });
    expect(await refuse({})).toEqual({
      code: 'meeting-taken',
      details: { organization: BODY, day: '12.03.2026', time: '17:00' },
    });
    expect(await host.app.meetings.list()).toHaveLength(1);
    await host.app.meetings.save({ ...input, start: `${DAY} 19:00` });
    expect((await host.app.meetings.list()).map(({ start }) => start)).toEqual([`${DAY}T19:00`, `${DAY}T17:00`]);
  });

  it('finds a meeting by the beginning of its id, when only one fits', async () => {
    await addMeeting(host, `${DAY} 17:00`, BODY, 'aaaaaaaa-1111-7000-8000-000000000001');
    await addMeeting(host, `${DAY} 18:00`, BODY, 'aaaaaaaa-2222-7000-8000-000000000002');
    expect((await host.app.meetings.papers('AAAAAAAA-1')).meeting.start).toBe(`${DAY}T17:00`);
    expect(await refusalOf(() => host.app.meetings.papers('aaaaaaaa'))).toMatchObject({ code: 'ambiguous-reference' });
    for (const ref of ['aaa', 'bbbbbbbb', '%']) {
      expect(await refusalOf(() => host.app.meetings.papers(ref))).toMatchObject({ code: 'meeting-missing' });
    }
  });
});

describe('the papers of a meeting', () => {
  it('are the statements that name its body on its day, and no others', async () => {
    const { id } = await addMeeting(host);
    await addStatement(host, statementBefore('S0010/26'));
    await addStatement(
      host,
      statementBefore('S0009/26', { consultations: [{ organization: BODY.toUpperCase(), date: DAY, role: null }] }),
    );
    await addStatement(
      host,
      statementBefore('S0011/26', { consultations: [{ organization: BODY, date: '2026-03-13', role: null }] }),
    );
    await addStatement(
      host,
      statementBefore('S0012/26', { consultations: [{ organization: 'Stadtrat', date: DAY, role: null }] }),
    );
    const twice = { organization: BODY, date: DAY, role: null };
    await addStatement(host, statementBefore('S0100/26', { consultations: [twice, twice] }));
    expect(await references(id)).toEqual(['S0009/26', 'S0010/26', 'S0100/26']);
  });

  it('stay with the body when it gets another name', async () => {
    const { id } = await addMeeting(host);
    await addStatement(host, statementBefore('S0010/26'));
    const [entry] = (await host.app.settings.organizations()).filter((organization) => organization.id === bodyId);
    if (!entry) throw new Error('no body');
    const content = { ...entry.content, name: 'Umweltausschuss' };
    await host.app.settings.saveOrganization({ id: bodyId, expectedRevision: entry.revision, content });
    expect((await host.app.meetings.papers(id)).meeting.organizationName).toBe('Umweltausschuss');
    expect(await references(id)).toEqual(['S0010/26']);
  });

  it('keep the order and the numbers of the agenda; what comes later stands behind by number', async () => {
    const { id } = await addMeeting(host);
    const first = await addStatement(host, statementBefore('S0010/26'));
    const second = await addStatement(host, statementBefore('S0011/26'));
    const stranger = await addStatement(host, statementBefore('S0050/26', { consultations: [] }));
    const papers = [
      { paperId: second, number: ' 7.1 ' },
      { paperId: stranger, number: '7.2' },
      { paperId: first, number: '' },
      { paperId: second, number: '9' },
    ];
    await host.app.meetings.order({ ref: id, papers });
    await addStatement(host, statementBefore('S0002/26'));
    const agenda = await host.app.meetings.papers(id);
    expect(agenda.papers.map(({ reference, number }) => [reference, number])).toEqual([
      ['S0011/26', '7.1'],
      ['S0010/26', ''],
      ['S0002/26', ''],
    ]);
  });

  it('say whether an issue holds', async () => {
    const { id } = await addMeeting(host);
    await addStatement(host, statementBefore('S0010/26'));
    await addStatement(host, statementBefore('S0011/26'));
    await addStatement(host, statementBefore('S0012/26'));
    for (const ref of ['S0010/26', 'S0011/26']) await issueStatement(host, ref);
    await host.app.issues.withdraw({ ref: 'S0010/26', reason: 'Falsche Zahl.' });
    await host.app.issues.correct({ ref: 'S0011/26', reason: 'Schreibfehler.' });
    const { papers } = await host.app.meetings.papers(id);
    // A correction in the making does not undo what was issued.
    expect(papers.map(({ state, hasIssue }) => [state, hasIssue])).toEqual([
      ['issued', false],
      ['draft', true],
      ['draft', false],
    ]);
    // When the correction is withdrawn, what it corrected stays corrected.
    await issueStatement(host, 'S0011/26');
    await host.app.issues.withdraw({ ref: 'S0011/26', reason: 'Auch falsch.' });
    const after = await host.app.meetings.papers(id);
    expect(after.papers.map(({ hasIssue }) => hasIssue)).toEqual([false, false, false]);
  });
});

describe('the link between a consultation and its meeting', () => {
  const rowsOf = async (ref: string) => (await host.app.statements.get(ref)).content.consultations;

  it('outlives a move of the meeting and every save of the paper that leaves body and day alone', async () => {
    await addStatement(host, statementBefore('S0001/26'));
    const meeting = await addMeeting(host);
    const [row] = await rowsOf('S0001/26');
    await addMeeting(host, '2026-03-19 17:00', BODY, meeting.id);
    expect(await references(meeting.id)).toEqual(['S0001/26']);
    await host.app.statements.setField({ ref: 'S0001/26', field: 'name', value: 'Anders' });
    expect((await rowsOf('S0001/26'))[0]?.id).toBe(row?.id);
    expect(await references(meeting.id)).toEqual(['S0001/26']);
    // Body and day would not lead back to it: it is not deleted.
    await expect(host.app.meetings.remove(meeting.id)).rejects.toMatchObject({ code: 'meeting-in-use' });
  });

  it('goes with another day, and comes back with the old one', async () => {
    await addStatement(host, statementBefore('S0001/26'));
    const meeting = await addMeeting(host);
    const later = await addMeeting(host, '2026-03-19 17:00');
    const onDay = async (date: string): Promise<void> => {
      const { id, revision, content } = await host.app.statements.get('S0001/26');
      const consultations = content.consultations.map((row) => ({ ...row, date }));
      await host.app.statements.save({ id, expectedRevision: revision, content: { ...content, consultations } });
    };
    await onDay('2026-03-19');
    expect([await references(meeting.id), await references(later.id)]).toEqual([[], ['S0001/26']]);
    await onDay(DAY);
    expect([await references(meeting.id), await references(later.id)]).toEqual([['S0001/26'], []]);
  });

  it('outlives rows that are sent anew, and another name of the body', async () => {
    await addStatement(host, statementBefore('S0001/26'));
    const meeting = await addMeeting(host);
    await addMeeting(host, '2026-03-19 17:00', BODY, meeting.id);
    const anew = JSON.stringify([{ organization: BODY.toUpperCase(), date: DAY, role: 'Kenntnisnahme' }]);
    await host.app.statements.setField({ ref: 'S0001/26', field: 'consultations', value: anew });
    expect(await references(meeting.id)).toEqual(['S0001/26']);
    const [body] = (await host.app.settings.organizations()).filter(({ id }) => id === bodyId);
    if (!body) throw new Error('the body is there');
    const content = { ...body.content, name: 'Gartenausschuss' };
    await host.app.settings.saveOrganization({ id: bodyId, expectedRevision: body.revision, content });
    await host.app.statements.setField({ ref: 'S0001/26', field: 'name', value: 'Anders' });
    const other = await addMeeting(host, `${DAY} 17:00`, 'Gartenausschuss');
    expect(await references(other.id)).toEqual(['S0001/26']);
  });

  it('goes to the meeting that body and day lead to when it is entered, away from a wrong one', async () => {
    await addStatement(host, statementBefore('S0001/26'));
    const wrong = await addMeeting(host);
    await addMeeting(host, '2026-03-02 17:00', BODY, wrong.id);
    const right = await addMeeting(host);
    expect([await references(wrong.id), await references(right.id)]).toEqual([[], ['S0001/26']]);
    await host.app.meetings.remove(wrong.id);
  });

  it('goes on to the other meeting of the day when one is deleted, and to none that was cancelled before another', async () => {
    const noon = await addMeeting(host, `${DAY} 12:00`);
    const evening = await addMeeting(host, `${DAY} 18:00`);
    await addStatement(host, statementBefore('S0001/26'));
    await host.app.meetings.remove(noon.id);
    expect(await references(evening.id)).toEqual(['S0001/26']);
    const { organizationName: organization, organizationId: _, ...rest } = evening;
    await host.app.meetings.save({ ...rest, organization, state: 'cancelled' });
    const late = await addMeeting(host, `${DAY} 19:00`);
    await addStatement(host, statementBefore('S0002/26'));
    expect([await references(evening.id), await references(late.id)]).toEqual([['S0001/26'], ['S0002/26']]);
  });

  it('keeps the place on the agenda of a paper in the bin: the meeting is not deleted', async () => {
    await addStatement(host, statementBefore('S0001/26'));
    const meeting = await addMeeting(host);
    const { id } = await host.app.papers.find('S0001/26');
    await host.app.meetings.order({ ref: meeting.id, papers: [{ paperId: id, number: '7.1' }] });
    await host.app.bin.discard('S0001/26');
    await expect(host.app.meetings.remove(meeting.id)).rejects.toMatchObject({ code: 'meeting-in-use' });
  });

  it('leads to one of two meetings of a body on one day', async () => {
    const evening = await addMeeting(host, `${DAY} 18:00`);
    const noon = await addMeeting(host, `${DAY} 12:00`);
    await addStatement(host, statementBefore('S0001/26'));
    expect([await references(noon.id), await references(evening.id)]).toEqual([['S0001/26'], []]);
  });
});

describe('removing meetings', () => {
  it('answers what it was, so that saving brings it back', async () => {
    const { id } = await addMeeting(host);
    await addStatement(host, statementBefore('S0010/26'));
    const { organizationName, organizationId: _, ...removed } = await host.app.meetings.remove(id);
    expect(await host.app.meetings.list()).toEqual([]);
    await host.app.meetings.save({ ...removed, organization: organizationName });
    expect(await references(id)).toEqual(['S0010/26']);
  });

  it('is refused while an agenda hangs on it, and possible again when its papers have gone elsewhere', async () => {
    const { id } = await addMeeting(host);
    const paper = await addStatement(host, statementBefore('S0010/26'));
    await host.app.meetings.order({ ref: id, papers: [{ paperId: paper, number: '1' }] });
    expect(await refusalOf(() => host.app.meetings.remove(id))).toEqual({
      code: 'meeting-in-use',
      details: { meeting: `${BODY}, 12.03.2026` },
    });
    const { revision, content } = await host.app.statements.get(paper);
    await host.app.statements.save({
      id: paper,
      expectedRevision: revision,
      content: { ...content, consultations: [] },
    });
    await host.app.meetings.remove(id);
    expect(await host.app.meetings.list()).toEqual([]);
  });

  it('leaves the body in use as long as it meets', async () => {
    await addMeeting(host);
    const refused = await refusalOf(() => host.app.settings.removeOrganization({ id: bodyId, expectedRevision: 1 }));
    expect(refused).toMatchObject({ code: 'setting-in-use' });
  });
});

describe('what is given out', () => {
  it('is refused for a meeting without papers', async () => {
    const { id } = await addMeeting(host);
    const details = { organization: BODY, day: '12.03.2026' };
    expect(await refusalOf(() => host.app.meetings.deliverLists({ ref: id }))).toEqual({
      code: 'meeting-empty',
      details,
    });
    expect(await refusalOf(() => host.app.meetings.deliverFolder({ ref: id, withNonPublic: true }))).toEqual({
      code: 'meeting-empty',
      details,
    });
  });

  it('names the place of a character that cannot be printed', async () => {
    await addStatement(host, statementBefore('S0010/26'));
    const meeting = { id: idNumber(5), organization: BODY, start: `${DAY} 17:00`, state: 'planned' as const };
    await host.app.meetings.save({ ...meeting, location: 'Rathaus 😀' });
    expect(
      await refusalOf(() => host.app.meetings.deliverFolder({ ref: idNumber(5), withNonPublic: false })),
    ).toMatchObject({
      code: 'characters-unprintable',
      details: { places: 'Deckblatt, Ort: „😀“ (U+1F600)' },
    });
  });
});
