/** The Electron for Windows that `.ci/install-electron` keeps outside of the repository: old, for packaging tests only. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../support/test-host.ts';
import { nodeForWindows } from './wine.ts';

const PROGRAMS = ['makensis', '7z', 'gcc', 'objcopy', 'wine', 'osslsigncode', 'openssl'];

export interface WindowsElectron {
  readonly version: string;
  /** An unpacked Electron as its makers deliver it. */
  readonly folder: string;
  /** Plugins of NSIS for 32 bits, from electron-builder's own collection: nsis7z and StdUtils. */
  readonly plugins: string;
  /** Words that only stand in the program which this Electron was taken from. */
  readonly formerProgram: RegExp;
}

function kept(): WindowsElectron | undefined {
  const script = readFileSync(join(projectRoot, '.ci', 'install-electron'), 'utf8');
  const valueOf = (name: string): string =>
    new RegExp(`^windows_electron_${name}=(\\S+)$`, 'm').exec(script)?.[1] ?? '';
  const version = valueOf('version');
  const personal = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'stellwerk-electron');
  const shared = process.getuid?.() === 0 ? '/var/cache/stellwerk-electron' : personal;
  const cache = process.env['STELLWERK_ELECTRON_CACHE'] || shared;
  const folder = join(cache, `windows-${version}-${valueOf('sha256').slice(0, 16)}`);
  if (!existsSync(folder)) return undefined;
  return {
    version,
    folder: join(folder, 'electron'),
    plugins: join(folder, 'plugins'),
    formerProgram: new RegExp(`${valueOf('program')}|voxel51`, 'i'),
  };
}

/** The sentence for vitest's `skip`; undefined where everything is there. Where the gate wants it, what is missing is an error. */
export function windowsPackageSkipReason(): string | undefined {
  const missing = PROGRAMS.filter((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error);
  if (kept() === undefined) missing.push('Electron for Windows');
  if (nodeForWindows() === undefined) missing.push('Node for Windows');
  if (missing.length === 0) return undefined;
  const sentence = `not installed: ${missing.join(', ')} (run .ci/install-electron and .ci/install-wine)`;
  if (process.env['STELLWERK_REQUIRE_INSTALLER'] === '1') throw new Error(sentence);
  return sentence;
}

export function windowsElectron(): WindowsElectron {
  const found = kept();
  if (found === undefined) throw new Error('The Electron for Windows is not there');
  return found;
}

interface Configuration {
  readonly electronFuses: Readonly<Record<string, boolean>>;
}

/** Writes the project's configuration without the fuses that this Electron does not have yet. */
export function configurationForOldElectron(file: string, unknown: readonly string[]): void {
  const configuration = parse(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')) as Configuration;
  const known = Object.entries(configuration.electronFuses).filter(([name]) => !unknown.includes(name));
  writeFileSync(file, JSON.stringify({ ...configuration, electronFuses: Object.fromEntries(known) }));
}
