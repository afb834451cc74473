/** The bill of materials names what is in the program, no more and no less, and CycloneDX's own schema finds nothing wrong with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../support/test-host.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly externalReferences?: readonly {
    readonly url: string;
    readonly hashes: readonly { readonly alg: string }[];
  }[];
  readonly licenses: readonly object[];
  readonly components?: readonly Component[];
}
interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}
interface Tool {
  readonly billOfMaterials: () => string;
  readonly faultsIn: (bill: string) => Promise<unknown>;
}

let tool: Tool;
let text: string;
let bill: Bill;

beforeAll(async () => {
  tool = (await import(pathToFileURL(join(projectRoot, 'tools', 'packaging', 'sbom.mjs')).href)) as Tool;
  text = tool.billOfMaterials();
  bill = JSON.parse(text) as Bill;
});

const nameOf = ({ group, name }: Component): string => (group === undefined ? name : `${group}/${name}`);
const all = (): Component[] => bill.components.flatMap((component) => [component, ...(component.components ?? [])]);

it('is what CycloneDX calls a bill of materials', async () => {
  expect(await tool.faultsIn(text)).toBeNull();
  const wrong = JSON.stringify({ ...bill, components: [{ ...bill.components[0], type: 'paket' }] });
  expect(await tool.faultsIn(wrong)).not.toBeNull();
});

it('names the program and exactly what its list of licences names', () => {
  const { name, version, licenses } = bill.metadata.component;
  const own = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  expect({ name, version, licenses }).toEqual({
    name: 'Stellwerk',
    version: own.version,
    licenses: [{ license: { id: 'EUPL-1.2' } }],
  });
  const listed = readFileSync(join(projectRoot, 'dist', 'third-party-licences.txt'), 'utf8').matchAll(
    /^={80}\n(.+?)(?: (\d\S*))? \((?:\(.*\)|[^()]*)\)\n={80}$/gm,
  );
  const expected = [...listed].map(
    ([, title = '', number]) => `${title === 'Electron' ? 'electron' : title} ${number ?? ''}`,
  );
  expect(expected.length).toBeGreaterThan(100);
  // Inside of others, without a version in the list: the bill knows one of them.
  const found = all().map(
    (component) => `${nameOf(component)} ${component.name === 'SQLite' ? '' : (component.version ?? '')}`,
  );
  expect(found.sort()).toEqual(expected.sort());
});

it('knows what package.json keeps among the tools, and not what is only needed by others', () => {
  const names = all().map(nameOf);
  // Bundled into window and main; a bill made of package.json without its tools would miss the first three.
  expect(names).toEqual(
    expect.arrayContaining(['react', 'react-aria-components', 'electron', 'zod', 'better-sqlite3']),
  );
  expect(names).not.toEqual(expect.arrayContaining(['vite', 'electron-builder', 'playwright']));
});

it('lets everyone check what was taken: checksums of packages and of Electron itself', () => {
  for (const component of bill.components) {
    if (component.name === 'electron') continue;
    expect(component.hashes, component.name).toEqual([
      { alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) as string },
    ]);
    expect(component.purl).toBe(`pkg:npm/${nameOf(component).replace('@', '%40')}@${component.version ?? ''}`);
    expect(component.licenses).toHaveLength(1);
  }
  const electron = bill.components.find(({ name }) => name === 'electron');
  expect(electron?.externalReferences?.map(({ url }) => url.split('/').at(-1))).toEqual(
    ['linux-x64', 'win32-x64'].map((system) => `electron-v${electron?.version ?? ''}-${system}.zip`),
  );
  expect(electron?.components?.map(({ name }) => name)).toEqual(['Chromium']);
  const sqlite = bill.components.find(({ name }) => name === 'better-sqlite3')?.components?.[0];
  expect(sqlite?.version).toMatch(/^3\.\d+\.\d+$/);
});

it('says that the program needs each of them, and is the same each time', () => {
  const own = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref']);
  expect([...(own?.dependsOn ?? [])].sort()).toEqual(bill.components.map((component) => component['bom-ref']).sort());
  expect(tool.billOfMaterials()).toBe(text);
});
