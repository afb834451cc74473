import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../../../src-main/adapters/sqlite/database.ts';
import type { WriteStores } from '../../../../src-main/core/ports/ports.ts';
import { idNumber, tempFolder } from '../../../support/builders.ts';
import { addBody, addStatement, BODY, DAY, statementBefore } from '../../../support/meeting-office.ts';
import { fixedClock, testHost } from '../../../support/test-host.ts';

let database: OpenDatabase;
let organizationId: string;
let paperId: string;
beforeEach(async () => {
  const folder = tempFolder();
  const host = testHost({ folder });
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  organizationId = await addBody(host);
  paperId = await addStatement(host, statementBefore('S0001/26'));
  await host.close();
  database = openDatabase({ folder, actor: () => 'ada', clock: fixedClock });
});
afterEach(() => database.close());

const write = <T>(work: (stores: WriteStores) => Promise<T>): Promise<T> => database.write(work);
const meeting = (n: number, start: string) =>
  ({ id: idNumber(n), organizationId, start, location: null, state: 'planned' }) as const;

describe('meetings', () => {
  it('come back with the name their body has now, the latest first', async () => {
    await write(async ({ meetings }) => {
      await meetings.save(meeting(1, '2026-03-12T17:00'));
      await meetings.save(meeting(2, '2026-04-12T17:00'));
      await meetings.save({ ...meeting(1, '2026-03-12T18:00'), location: 'Rathaus', state: 'invited' });
    });
    expect(await database.read(({ meetings }) => meetings.list())).toEqual([
      { ...meeting(2, '2026-04-12T17:00'), organizationName: BODY },
      { ...meeting(1, '2026-03-12T18:00'), organizationName: BODY, location: 'Rathaus', state: 'invited' },
    ]);
    expect(await database.read(({ meetings }) => meetings.get(idNumber(3)))).toBeUndefined();
  });

  it('refuse a body that does not exist', async () => {
    const nowhere = { ...meeting(1, '2026-03-12T17:00'), organizationId: idNumber(9) };
    await expect(write(({ meetings }) => meetings.save(nowhere))).rejects.toThrow();
    expect(await database.read(({ meetings }) => meetings.list())).toEqual([]);
  });

  it('take their agenda along when they go', async () => {
    await write(async ({ meetings }) => {
      await meetings.save(meeting(1, '2026-03-12T17:00'));
      await meetings.setAgenda(idNumber(1), [{ paperId, number: '7.1' }]);
    });
    expect(await database.read(({ meetings }) => meetings.agenda(idNumber(1)))).toEqual([{ paperId, number: '7.1' }]);
    await write(({ meetings }) => meetings.remove(idNumber(1)));
    await write(({ meetings }) => meetings.save(meeting(1, '2026-03-12T17:00')));
    expect(await database.read(({ meetings }) => meetings.agenda(idNumber(1)))).toEqual([]);
  });

  it('are linked to the statements of their body and day, and keep them when they move', async () => {
    const before = (id: string) => database.read(({ meetings }) => meetings.statementsBefore(id));
    const isReferred = (day: string) =>
      database.read(({ meetings }) => meetings.isReferred({ ...meeting(1, `${day}T17:00`), organizationName: BODY }));
    await write(({ meetings }) => meetings.save(meeting(1, `${DAY}T17:00`)));
    await write(({ meetings }) => meetings.save(meeting(2, '2026-03-13T17:00')));
    expect(await before(idNumber(1))).toEqual([paperId]);
    expect(await before(idNumber(2))).toEqual([]);
    expect(await isReferred(DAY)).toBe(false);
    await write(({ meetings }) => meetings.save(meeting(1, '2026-04-20T17:00')));
    expect(await before(idNumber(1))).toEqual([paperId]);
    expect(await isReferred('2026-04-20')).toBe(true);
    await write(({ meetings }) => meetings.remove(idNumber(1)));
    await write(({ meetings }) => meetings.save(meeting(3, `${DAY}T18:00`)));
    expect(await before(idNumber(3))).toEqual([paperId]);
  });
});
