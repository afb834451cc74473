/** `versions` and `diff` on the command line. */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
const REF = 'S0044/26';
let office: Office;
beforeAll(async () => {
  office = await space.office('example');
  await office.json('set', REF, 'name', 'Kürzere Öffnungszeiten im Bürgerbüro');
  await office.json('set', REF, 'leadUnit', 'FB 99');
});

it('lists who saved when, the newest first', async () => {
  const { stdout } = await office.run('versions', REF);
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^\d\d\.\d\d\.\d{4}, \d\d:\d\d {2}Fassung 3 \(aktuell\) {2}\S/);
  expect(lines[1]).toContain('Fassung 1');
});

describe('diff', () => {
  it('tells what went and what came, word by word', async () => {
    const { stdout } = await office.run('diff', REF, '1', '3');
    expect(stdout).toContain('Bezeichnung\n  geändert: Angabe: [-Längere-]{+Kürzere+} Öffnungszeiten im Bürgerbüro');
    expect(stdout).toContain('{+99+}');
    expect((await office.run('diff', REF, '3', '3')).stdout).toContain('unterscheidet sich nichts');
  });

  it('refuses what is no number of a version, and a version that is not kept', async () => {
    for (const version of ['eins', '0', '-1', '1.5'])
      expectRefusal(await office.run('diff', REF, '1', '--', version), 'usage');
    expect(expectRefusal(await office.run('diff', REF, '1', '2'), 'version-missing')).toContain('Fassung 2');
  });
});
