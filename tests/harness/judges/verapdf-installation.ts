import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface VeraPdfInstallation {
  readonly version: string;
  readonly jar: string;
}

const installer = join(import.meta.dirname, '..', '..', '..', '.ci', 'install-judges');

/** Where `.ci/install-judges` put the veraPDF it pins; undefined when it has not run. */
export function verapdfInstallation(): VeraPdfInstallation | undefined {
  const version = pinnedVersion();
  // The shell's ${XDG_CACHE_HOME:-…} treats an empty variable like a missing one.
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const jar = join(cache, 'stellwerk-judges', `verapdf-${version}`, `cli-${version}.jar`);
  return existsSync(jar) ? { version, jar } : undefined;
}

/** The installer is the only place that names the version, so that the two cannot drift apart. */
function pinnedVersion(): string {
  const version = /^verapdf_version=(\S+)$/m.exec(readFileSync(installer, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${installer} names no verapdf_version`);
  return version;
}
