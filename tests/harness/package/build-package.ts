/** Runs electron-builder as the release does, with the stub instead of Electron and without any way to the network. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { writeStubDistribution, type StubPlatform } from './stub-electron/stub-distribution.ts';
import { projectRoot } from '../../support/test-host.ts';

const run = promisify(execFile);
const BUILDER = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
const NO_NETWORK = 'http://127.0.0.1:9';

/** Build numbers, certificates and tokens of the machine must not change the result. */
const FOREIGN_SETTINGS = /^(?:CSC_|WIN_CSC_|GH_TOKEN|GITHUB_TOKEN|.*BUILD_?NUM|CI_PIPELINE_IID|.*_proxy|ELECTRON_)/i;

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN_SETTINGS.test(name));
  return {
    ...Object.fromEntries(own),
    HTTP_PROXY: NO_NETWORK,
    HTTPS_PROXY: NO_NETWORK,
    npm_config_offline: 'true',
  };
}

export interface BuildOptions {
  /** An unpacked Electron in place of the stub. */
  readonly electron?: string;
  /** What is made of the packaged folder, in place of the folder alone. */
  readonly targets?: readonly string[];
  /** A configuration in place of the project's own. */
  readonly configuration?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

export interface PackageBuilder {
  /** Folder of the packaged program as it would be installed. `settings` are written as `-c.name=value`. */
  build(platform: StubPlatform, settings?: readonly string[], options?: BuildOptions): Promise<string>;
  readonly folder: string;
}

/** Everything lies in a folder of its own and is removed after the tests of the file: no stub may outlive them. */
export function packageBuilder(): PackageBuilder {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-package-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const build = async (
    platform: StubPlatform,
    settings: readonly string[] = [],
    { electron, targets = ['dir'], configuration, environment: added = {} }: BuildOptions = {},
  ): Promise<string> => {
    if (!existsSync(join(projectRoot, 'dist', 'third-party-licences.txt'))) {
      await run(process.execPath, [join(projectRoot, 'tools', 'build', 'build.mjs')], { cwd: projectRoot });
    }
    const stub = join(folder, `electron-${platform}`);
    const output = join(folder, `output-${platform}`);
    if (electron === undefined) await writeStubDistribution(stub, platform);
    const ownSettings = [`-c.electronDist=${electron ?? stub}`, `-c.directories.output=${output}`, ...settings];
    const made = [platform === 'win32' ? '--win' : '--linux', ...targets, '--x64', '--publish', 'never'];
    const configured = configuration === undefined ? [] : ['--config', configuration];
    await run(process.execPath, [BUILDER, ...made, ...configured, ...ownSettings], {
      cwd: projectRoot,
      env: { ...environment(), ...added },
      maxBuffer: 64 * 1024 * 1024,
    });
    return join(output, platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
  };
  return { build, folder };
}
