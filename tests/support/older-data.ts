/** The data folder of an older version, unpacked: what stood there must open, print and go on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { projectRoot } from './test-host.ts';

const older = join(projectRoot, 'tests', 'older-data');

export interface OlderIssue {
  readonly edition: number;
  readonly withdrawn: string | null;
  readonly corrected: string | null;
  readonly signer: string | null;
  readonly files: readonly { kind: string; fileName: string; sha512: string; publicity: string }[];
}
export interface OlderRecord {
  readonly state: string;
  readonly edition: number;
  readonly release: { readonly rules: number; readonly findings: number } | null;
  readonly issues: readonly OlderIssue[];
  readonly dispatched: readonly { channel: string; copyKind: string; name: string; sha512: string }[];
  readonly letters: readonly { kind: string; subject: string }[];
  readonly runs: readonly { kind: string; written: number; total: number }[];
}
export interface OlderExpectation {
  readonly papers: readonly { reference: string | null; name: string; date: string | null }[];
  readonly records: Readonly<Record<string, OlderRecord>>;
  readonly meetings: readonly {
    readonly start: string;
    readonly organizationName: string;
    readonly state: string;
    readonly papers: readonly { reference: string | null; name: string; number: string }[];
  }[];
  readonly letters: readonly { kind: string; subject: string }[];
}

export const OLDER_VERSIONS = ['trial-2'] as const;
export type OlderVersion = (typeof OLDER_VERSIONS)[number];

/** Lays the database of that version into an empty folder. */
export function unpackOlder(version: OlderVersion, folder: string): void {
  writeFileSync(join(folder, 'stellwerk.db'), gunzipSync(readFileSync(join(older, `${version}.db.gz`))), {
    mode: 0o600,
  });
}
export const olderExpectation = (version: OlderVersion): OlderExpectation =>
  JSON.parse(readFileSync(join(older, `${version}.json`), 'utf8')) as OlderExpectation;
