/** The workflow of a release has never run: its form is checked here, and that everything it calls is there. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../support/test-host.ts';

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
interface Job {
  readonly 'timeout-minutes'?: number;
  readonly needs?: readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'windows' | 'linux' | 'draft', Job>>;
}

/** What answers to "bash" on Windows is another system. */
const hasShell = process.platform !== 'win32';

const source = readFileSync(join(projectRoot, '.github', 'workflows', 'release.yml'), 'utf8');
const workflow = parse(source, { strict: true, uniqueKeys: true }) as Workflow;
const { windows, draft } = workflow.jobs;
const folder = mkdtempSync(join(tmpdir(), 'stellwerk-workflow-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const named = (job: Job, name: string): Step => {
  const step = job.steps.find((candidate) => candidate.name === name);
  if (step === undefined) throw new Error(`There is no step "${name}"`);
  return step;
};
const place = (job: Job, name: string): number => job.steps.indexOf(named(job, name));

describe('the release', () => {
  it('starts from a version tag only and may write only where the draft is made', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*.*.*'] } });
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.entries(workflow.jobs).filter(([, job]) => job.permissions)).toEqual([
      ['draft', expect.objectContaining({ permissions: { contents: 'write' } })],
    ]);
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  it('uses foreign actions by commit, with the version said', () => {
    const used = source.match(/^\s*(?:- )?uses: .*$/gm) ?? [];
    expect(used).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of used) expect(line).toMatch(/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('packs the Electron of package.json, never one of the tests', () => {
    expect(source).not.toMatch(/electronDist|electron-test|install-electron|\.ci\//);
    const configuration = parse(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')) as object;
    expect(
      Object.keys(configuration).filter((name) => /^electron(?:Dist|Version|Download|Branding)$/.test(name)),
    ).toEqual([]);
  });

  it('calls only what is there', () => {
    const called = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/\bnode ([\w./-]+\.m?js)/g)].map(([, file = '']) => file),
    );
    expect(called).toEqual(expect.arrayContaining(['tools/build/build.mjs', 'tools/packaging/sbom.mjs']));
    expect(called.length).toBeGreaterThan(8);
    expect(called.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
    const configured = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/--config (\S+)/g)].map(([, file = '']) => file),
    );
    expect(configured.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
    const [, project] = /--project (\S+)/.exec(named(windows, 'Window tests in the real Electron').run ?? '') ?? [];
    expect(readFileSync(join(projectRoot, 'tests', 'playwright.config.ts'), 'utf8')).toContain(
      `name: '${project ?? '?'}'`,
    );
  });

  it.runIf(hasShell)('is written in a shell’s language', () => {
    for (const { run, shell } of steps) {
      if (run === undefined || shell === 'pwsh') continue;
      execFileSync('bash', ['-n'], { input: run.replaceAll(/\$\{\{.*?\}\}/g, 'x') });
    }
  });

  it('tests in the real Electron before anything is packaged, and fails without one', () => {
    expect(named(windows, 'Window tests in the real Electron').env).toEqual({ REQUIRE_ELECTRON: '1' });
    expect(place(windows, 'Window tests in the real Electron')).toBeLessThan(
      place(windows, 'Installer and portable program'),
    );
  });

  it.runIf(hasShell)('signs when there is a certificate, and says so when there is none', () => {
    const step = named(windows, 'Installer and portable program');
    expect(step.env).toEqual({
      CSC_LINK: '${{ secrets.CSC_LINK }}',
      CSC_KEY_PASSWORD: '${{ secrets.CSC_KEY_PASSWORD }}',
    });
    // No other step sees the certificate.
    expect(source.match(/secrets\./g)).toHaveLength(2);
    const run = (
      environment: NodeJS.ProcessEnv,
    ): { readonly called: string; readonly said: string; readonly output: string } => {
      const output = join(folder, 'output');
      writeFileSync(output, '');
      const program = `node() { echo "\${CSC_LINK-none} \${CSC_KEY_PASSWORD-none} $*"; }\n${step.run ?? ''}`;
      const said = execFileSync('bash', ['-eu'], {
        input: program,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], GITHUB_OUTPUT: output, ...environment },
      });
      const lines = `${said}${readFileSync(output, 'utf8')}`.trim().split('\n');
      const one = (start: RegExp): string => lines.find((line) => start.test(line)) ?? '';
      return { called: one(/cli\.js/), said: one(/^::/), output: one(/^signed=/) };
    };
    const signed = run({ CSC_LINK: 'Zertifikat', CSC_KEY_PASSWORD: 'geheim' });
    expect(signed).toEqual({
      called:
        'Zertifikat geheim node_modules/electron-builder/cli.js --win --x64 --publish never -c.forceCodeSigning=true',
      said: '',
      output: 'signed=true',
    });
    // A secret that does not exist arrives as an empty text, not as nothing.
    const unsigned = run({ CSC_LINK: '', CSC_KEY_PASSWORD: '' });
    expect(unsigned).toEqual({
      called: 'none none node_modules/electron-builder/cli.js --win --x64 --publish never',
      said: expect.stringContaining('not signed') as string,
      output: 'signed=false',
    });
    expect(windows.outputs).toEqual({ signed: '${{ steps.package.outputs.signed }}' });
    expect(named(draft, 'Checksums and draft').env?.['SIGNED']).toBe('${{ needs.windows.outputs.signed }}');
    expect(draft.needs).toEqual(['windows', 'linux']);
  });

  it('hands on installer, portable program, AppImage and bill of materials with their checksums', () => {
    const uploaded = steps
      .filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
      .map((step) => step.with?.['path']);
    expect(uploaded.join('\n')).toMatch(/Stellwerk-\*\.exe[^]*Stellwerk-\*\.cdx\.json[^]*Stellwerk-\*\.AppImage/);
    const { run = '' } = named(windows, 'Bill of materials');
    expect(run).toContain('tools/packaging/sbom.mjs ".cache/release/Stellwerk-${GITHUB_REF_NAME#v}.cdx.json"');
    expect(named(draft, 'Checksums and draft').run).toMatch(/^sha256sum Stellwerk-\* > SHA256SUMS\.txt$/m);
    expect(named(draft, 'Checksums and draft').run).toContain('--draft');
  });
});
