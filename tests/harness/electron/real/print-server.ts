/**
 * A print server of the test's own with printers that write PDF files: CUPS with Debian's CUPS-PDF behind it. What arrives is judged by
 * what CUPS noted of the job and by the file the printer made of it. Only root may start CUPS-PDF.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isOnPath } from './desktop.ts';

const SYSTEM = '/usr/lib/cups';
const BACKEND = join(SYSTEM, 'backend', 'cups-pdf');
const DRIVER = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';
/** Where CUPS-PDF puts what somebody unknown prints. */
const ANONYMOUS = '/var/spool/cups-pdf/ANONYMOUS';

/** Why there can be no such server here, empty when there can; and whether installing something would mend it. */
export function reasonAgainstPrinting(): { readonly sentence: string; readonly isMendable: boolean } {
  if (process.getuid?.() !== 0) return { sentence: 'only root can start CUPS with CUPS-PDF', isMendable: false };
  const missing = ['cupsd', 'lpadmin'].filter((program) => !isOnPath(program));
  if (!existsSync(BACKEND)) missing.push('printer-driver-cups-pdf');
  if (missing.length === 0) return { sentence: '', isMendable: false };
  return { sentence: `these are missing for a printer: ${missing.join(', ')}`, isMendable: true };
}

export interface PrintedJob {
  /** As CUPS was asked for them. */
  readonly printer: string;
  readonly copies: number;
  readonly options: string;
  /** What the program handed to CUPS. */
  readonly sent: string;
  /** What came out of the printer, with all copies; the way over PostScript has cost its letters their meaning. */
  readonly printed: string;
}

export interface PrintServer {
  /** For programs that shall find the printers. */
  readonly environment: NodeJS.ProcessEnv;
  /** Jobs that have come out, in order. */
  jobs(): readonly PrintedJob[];
  stop(): void;
}

const settings = (folder: string): string => `
Listen ${folder}/socket
Browsing No
DefaultAuthType None
WebInterface No
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;

const places = (folder: string): string => `
ServerRoot ${folder}/root
RequestRoot ${folder}/spool
CacheDir ${folder}/cache
StateDir ${folder}/state
TempDir ${folder}/tmp
AccessLog ${folder}/log/access
ErrorLog ${folder}/log/error
PageLog ${folder}/log/page
User nobody
Group nogroup
SystemGroup root
ServerBin ${folder}/bin
`;

/**
 * Notes how the printer was called, lets CUPS-PDF do its work for nobody known, and fetches what it made. It names its file by a title it
 * finds in the pages and by the number of the job, so one after the other.
 */
const backend = (folder: string): string => `#!/bin/sh
[ $# -gt 0 ] || exec ${BACKEND}
exec 9> ${ANONYMOUS}/.stellwerk-tests
flock 9
${BACKEND} "$1" stellwerk-unknown "$3" "$4" "$5" \${6+"$6"} || exit 1
mv ${ANONYMOUS}/*-job_"$1".pdf ${folder}/out/"$1.pdf" || exit 1
printf '%s\\n%s\\n%s\\n' "$PRINTER" "$4" "$5" > ${folder}/out/"$1.part"
mv ${folder}/out/"$1.part" ${folder}/out/"$1.txt"
`;

function makeFolder(path: string, mode: number): void {
  mkdirSync(path);
  chmodSync(path, mode);
}

/** `printers` are the names the system gives them, with what people are shown. */
export async function startPrintServer(printers: Readonly<Record<string, string>>): Promise<PrintServer> {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-cups-'));
  chmodSync(folder, 0o755);
  // CUPS runs nothing that others could have written, whatever the test's own mask is.
  for (const name of ['root', 'state', 'out', 'bin', 'bin/backend']) makeFolder(join(folder, name), 0o755);
  for (const name of ['spool', 'cache', 'tmp', 'log']) makeFolder(join(folder, name), 0o1777);
  for (const name of readdirSync(SYSTEM))
    if (name !== 'backend') symlinkSync(join(SYSTEM, name), join(folder, 'bin', name));
  // Others may not write it, or CUPS would not run it as root, without which CUPS-PDF refuses.
  writeFileSync(join(folder, 'bin', 'backend', 'cups-pdf'), backend(folder), { mode: 0o700 });
  writeFileSync(join(folder, 'root', 'cupsd.conf'), settings(folder), { mode: 0o644 });
  writeFileSync(join(folder, 'root', 'cups-files.conf'), places(folder), { mode: 0o644 });
  const files = ['-c', join(folder, 'root', 'cupsd.conf'), '-s', join(folder, 'root', 'cups-files.conf')];
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
  const child = spawn('setpriv', ['--pdeathsig=TERM', 'cupsd', '-f', ...files], { env, stdio: 'ignore' });
  const environment = { CUPS_SERVER: join(folder, 'socket') };
  const stop = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const out = join(folder, 'out');
  try {
    for (let turn = 0; !existsSync(environment.CUPS_SERVER); turn += 1) {
      if (turn > 100 || child.exitCode !== null) throw new Error('the print server did not start');
      await wait(100);
    }
    for (const [name, shown] of Object.entries(printers)) {
      const options = ['-p', name, '-D', shown, '-v', 'cups-pdf:/', '-P', DRIVER, '-o', 'PageSize=A4', '-E'];
      execFileSync('lpadmin', options, { env: { ...env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
    }
  } catch (error) {
    stop();
    throw error;
  }
  return {
    environment,
    jobs: () =>
      readdirSync(out)
        .filter((name) => name.endsWith('.txt'))
        .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
        .map((name) => {
          const [printer = '', copies = '', options = ''] = readFileSync(join(out, name), 'utf8').split('\n');
          const job = Number.parseInt(name, 10);
          return {
            printer,
            copies: Number(copies),
            options,
            sent: join(folder, 'spool', `d${String(job).padStart(5, '0')}-001`),
            printed: join(out, `${job}.pdf`),
          };
        }),
    stop,
  };
}
