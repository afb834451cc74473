/** The checks over the double are worth something only if they can fail: each planted fault is caught, and by the check that names it. */
import { join } from 'node:path';
import { buildWithFault, FAULTS } from '../../harness/electron/double/planted-faults.ts';
import { failedChecks } from '../../harness/electron/double/window-checks.ts';
import { expect, test, withProgram } from '../desk.ts';
import { doubleProgram } from '../programs/double-program.ts';
import { root } from '../programs/program.ts';

test('the program as it is built passes every check', async ({ folder, page, exampleOffice }) => {
  await withProgram(doubleProgram(folder, page), exampleOffice, async (program) => {
    expect(await failedChecks(program.window(), page)).toEqual([]);
  });
});

for (const [index, fault] of FAULTS.entries()) {
  test(`is caught: ${fault.name}`, async ({ folder, page, exampleOffice }) => {
    const entry = await buildWithFault(fault, join(root, '.cache', 'planted-faults', String(index)));
    await withProgram(doubleProgram(folder, page, { entry }), exampleOffice, async (program) => {
      const failed = await failedChecks(program.window(), page);
      expect(failed.length).toBeGreaterThan(0);
      expect(failed).toEqual(fault.caughtBy);
    });
  });
}
