/** OpenSSL in a folder of its own, for files that other programs would bring. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export interface OpensslFolder {
  readonly path: string;
  /** Throws with what OpenSSL said when it fails; answers its standard output. */
  run(...args: readonly string[]): string;
  read(name: string): Uint8Array;
  write(name: string, content: string | Uint8Array): string;
}

export function opensslFolder(): OpensslFolder {
  const path = mkdtempSync(join(tmpdir(), 'stellwerk-openssl-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    run: (...args) =>
      execFileSync('openssl', args, {
        cwd: path,
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
        timeout: 600_000,
      }),
    read: (name) => new Uint8Array(readFileSync(join(path, name))),
    write: (name, content) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
  };
}
