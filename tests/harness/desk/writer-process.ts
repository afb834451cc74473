/**
 * A process of its own that writes to a register until it is killed or done: `node writer-process.ts FOLDER NAME COUNT`.
 * After each acknowledged commit it prints the id of the paper on a line.
 */
import { openDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { uuidv7 } from '../../../src-main/host/ids.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const now = (): string => new Date().toISOString();
const database = openDatabase({ folder, actor: () => name, clock: { now, today: () => now().slice(0, 10) } });

for (let n = 1; n <= Number(count); n += 1) {
  const id = uuidv7();
  await database.write(async (stores) => {
    const number = (await stores.numbers.highest('S', 2026)) + 1;
    await stores.numbers.put({
      class: 'S',
      year: 2026,
      number,
      suffix: '',
      state: 'given',
      givenBy: 'office',
      paperId: id,
      reason: null,
    });
    await stores.papers.save({
      id,
      paperType: 'other',
      class: 'S',
      reference: `S${String(number).padStart(4, '0')}/26`,
      originalReference: null,
      year: 2026,
      name: `${name} ${n}`,
      date: null,
      publicity: 'public',
      leadUnit: '',
      originators: [],
      printedOriginators: '',
      consultations: [],
      text: null,
      revision: 1,
      updatedAt: now(),
    });
    await stores.log.append({ action: 'paper-entered', entity: 'paper', entityId: id, revision: 1 });
  });
  process.stdout.write(`${id}\n`);
}
await database.close();
