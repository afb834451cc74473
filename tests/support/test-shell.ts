/** The shell beneath a wire in tests: its services are the real ones, over a port that brings nothing. */
import { join } from 'node:path';
import { shellServices, type ShellPort, type ShellServices } from '../../src-main/host/shell.ts';
import { browserShell } from '../../src-main/shell-local/browser-shell.ts';
import { projectRoot } from './test-host.ts';

export function testShell(port: Partial<ShellPort> = {}): ShellServices {
  const installation = { version: '0.0.0-test', licence: 'EUPL-1.2', programFolder: join(projectRoot, 'dist') };
  return shellServices({ ...browserShell, ...port }, installation);
}
