/** An office that is made once for a file and given to each of its tests anew: what one test does, no other one sees, in whatever order. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach } from 'vitest';
import { tempFolder } from './builders.ts';
import { testHost, type TestHost } from './test-host.ts';

/** The example office, in a folder. */
export async function exampleOffice(folder: string): Promise<TestHost> {
  const host = testHost({ folder });
  await host.app.system.initialise({ kind: 'example' });
  return host;
}

/** `take` is called before each test with a host of its own. */
export function officeForEach(prepare: (folder: string) => Promise<TestHost>, take: (host: TestHost) => void): void {
  let template = '';
  beforeAll(async () => {
    template = mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
    const host = await prepare(template);
    await host.dispose();
    return () => rmSync(template, { recursive: true, force: true });
  });
  beforeEach(() => {
    const folder = tempFolder();
    cpSync(template, folder, { recursive: true });
    const host = testHost({ folder });
    take(host);
    return () => host.dispose();
  });
}
