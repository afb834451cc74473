import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/test-host.ts';

interface Entry {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}
interface Licences {
  readonly listLicences: (root: string, modules: Iterable<string>) => Entry[];
  readonly packageFolder: (root: string, path: string) => string | undefined;
}
const load = (): Promise<Licences> =>
  import(pathToFileURL(join(projectRoot, 'tools', 'build', 'licences.mjs')).href) as Promise<Licences>;

it('knows the package of a bundled module, also of one inside another', async () => {
  const { packageFolder } = await load();
  expect(packageFolder('/p', 'node_modules/zod/v4/index.js')).toBe('/p/node_modules/zod');
  expect(packageFolder('/p', '/p/node_modules/@orpc/client/dist/a.mjs?v=1')).toBe('/p/node_modules/@orpc/client');
  expect(packageFolder('/p', '\0/p/node_modules/a/node_modules/b/c.js')).toBe('/p/node_modules/a/node_modules/b');
  expect(packageFolder('/p', 'src-main/core/app.ts')).toBeUndefined();
});

it('lists what is bundled and what is shipped beside, each with a text', async () => {
  const { listLicences } = await load();
  const entries = listLicences(projectRoot, ['node_modules/zod/index.js', 'src-main/core/app.ts']);
  const names = entries.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['zod', 'Electron', 'Chromium', 'better-sqlite3', 'SQLite']));
  expect(names).not.toContain('react');
  for (const entry of entries) expect(entry.text.length, entry.name).toBeGreaterThan(40);
  const engine = entries.find(({ name }) => name === '@myriaddreamin/typst-ts-web-compiler');
  expect(engine?.licence).toBe('Apache-2.0');
});
