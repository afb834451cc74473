/**
 * Writes the bill of materials of the program as people get it (CycloneDX 1.6, JSON): what was bundled, as dist/licences.json tells it, not
 * what package.json names. Same build, same bytes.
 *   node tools/packaging/sbom.mjs FILE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';

const root = join(import.meta.dirname, '..', '..');
const read = (...path) => readFileSync(join(root, ...path), 'utf8');

/** What lies inside of another one and has no package of its own → that other one. */
const INSIDE = { Chromium: 'electron', SQLite: 'better-sqlite3' };
/** Names shown to people → names in the registry. */
const PACKAGES = { Electron: 'electron' };

/** Of `electron` the registry's package only fetches these. */
function electronArchives(version) {
  const sums = JSON.parse(read('node_modules', 'electron', 'checksums.json'));
  return ['win32-x64', 'linux-x64'].map((system) => {
    const name = `electron-v${version}-${system}.zip`;
    if (!sums[name]) throw new Error(`The package electron names no checksum of ${name}`);
    const url = `https://github.com/electron/electron/releases/download/v${version}/${name}`;
    const hashes = new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], sums[name]]]);
    return new Models.ExternalReference(url, Enums.ExternalReferenceType.Distribution, { hashes });
  });
}

/** SHA-512 of the package's archive, from the lock file. */
function archiveHash(lock, name, version) {
  const place = Object.keys(lock.packages).find(
    (path) => path.endsWith(`node_modules/${name}`) && lock.packages[path].version === version,
  );
  const integrity = /^sha512-(\S+)$/.exec(lock.packages[place]?.integrity ?? '')?.[1];
  if (!integrity) throw new Error(`package-lock.json has no checksum of ${name} ${version}`);
  return new Models.HashDictionary([
    [Enums.HashAlgorithm['SHA-512'], Buffer.from(integrity, 'base64').toString('hex')],
  ]);
}

function licenceOf(text) {
  if (/^[\w.+-]+$/.test(text)) return new Models.SpdxLicense(text);
  if (/ (?:AND|OR|WITH) /.test(text)) return new Models.LicenseExpression(text);
  return new Models.NamedLicense(text);
}

function sqliteVersion() {
  const header = read('node_modules', 'better-sqlite3', 'deps', 'sqlite3', 'sqlite3.h');
  return /^#define SQLITE_VERSION\s+"([\d.]+)"/m.exec(header)?.[1];
}

function componentOf({ name, version, licence }, lock) {
  const licenses = new Models.LicenseRepository([licenceOf(licence)]);
  if (INSIDE[name]) {
    const known = name === 'SQLite' ? sqliteVersion() : undefined;
    return new Models.Component(Enums.ComponentType.Library, name, { version: known, licenses, bomRef: name });
  }
  const packageName = PACKAGES[name] ?? name;
  const [, group, own] = /^(?:(@[^/]+)\/)?(.+)$/.exec(packageName);
  const isElectron = packageName === 'electron';
  const details = isElectron
    ? { externalReferences: new Models.ExternalReferenceRepository(electronArchives(version)) }
    : { hashes: archiveHash(lock, packageName, version) };
  return new Models.Component(isElectron ? Enums.ComponentType.Framework : Enums.ComponentType.Library, own, {
    group,
    version,
    licenses,
    bomRef: `${packageName}@${version}`,
    purl: `pkg:npm/${packageName.replace('@', '%40')}@${version}`,
    scope: Enums.ComponentScope.Required,
    ...details,
  });
}

/** @returns {string} the bill of materials of what lies in dist */
export function billOfMaterials() {
  const lock = JSON.parse(read('package-lock.json'));
  const { version, license } = JSON.parse(read('dist', 'manifest.json'));
  const entries = JSON.parse(read('dist', 'licences.json'));
  const program = new Models.Component(Enums.ComponentType.Application, 'Stellwerk', {
    version,
    publisher: 'Projekt Stellwerk',
    licenses: new Models.LicenseRepository([licenceOf(license)]),
    bomRef: `stellwerk@${version}`,
  });
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: program }) });
  for (const entry of entries.filter(({ name }) => !INSIDE[name])) {
    const component = componentOf(entry, lock);
    bom.components.add(component);
    program.dependencies.add(component.bomRef);
    for (const inner of entries.filter(({ name }) => INSIDE[name] === (PACKAGES[entry.name] ?? entry.name)))
      component.components.add(componentOf(inner, lock));
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** @returns {Promise<unknown>} what CycloneDX's own schema finds wrong, null when nothing is */
export const faultsIn = (bill) => new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill);

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Name the file');
  const bill = billOfMaterials();
  const faults = await faultsIn(bill);
  if (faults !== null) throw new Error(`This is no CycloneDX: ${JSON.stringify(faults)}`);
  writeFileSync(file, bill);
}
