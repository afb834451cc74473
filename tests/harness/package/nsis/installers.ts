/** Builds installer and portable program as the release does, with the system's makensis in place of the one electron-builder fetches. */
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageBuilder } from '../build-package.ts';
import { projectRoot } from '../../../support/test-host.ts';
import { windowsElectron } from '../windows-electron.ts';
import { writeStandIns } from './stand-ins.ts';

const TEMPLATES = join(projectRoot, 'node_modules', 'app-builder-lib', 'templates', 'nsis', 'include');
const UNPACKER = 'extractAppPackage.nsh';

/** A program of 64 bits need not ask whether Windows has them. Here it asks a plugin, as that of 32 does: this makes the plugins' folder. */
const ASKS_FOR_64_BITS = `
!undef RunningX64
!define RunningX64 \`"" AskedForX64 ""\`
!macro _AskedForX64 _a _b _t _f
  !insertmacro _LOGICLIB_TEMP
  System::Call kernel32::GetCurrentProcess()p.s
  Pop $_LOGICLIB_TEMP
  !insertmacro _!= $_LOGICLIB_TEMP 0 \`\${_t}\` \`\${_f}\`
!macroend
`;

export type Script = 'installer' | 'uninstaller' | 'portable';

export interface Compiler {
  /** For electron-builder: where its tools are. */
  readonly environment: NodeJS.ProcessEnv;
  /** What electron-builder wrote, and what it includes from the project is inside as compiled. */
  script(of: Script): string;
  /** Everything the compiler for 32 bits said: each instruction with its values, warnings, sums. */
  log(of: Script): string;
}

/**
 * Plugins for 32 bits are electron-builder's own as far as a registry has them (nsis7z, StdUtils), else stand-ins; for 64 bits stand-ins.
 * There, files are unpacked by NSIS itself: nsis7z has no stand-in.
 */
export function nsisCompiler(builder: PackageBuilder): Compiler {
  const folder = join(builder.folder, 'nsis');
  const plugins = join(folder, 'plugins');
  const include = join(folder, 'include');
  mkdirSync(include, { recursive: true });
  symlinkSync(join(import.meta.dirname, 'makensis.sh'), join(folder, 'makensis'));
  writeStandIns(plugins, ['UAC', 'WinShell', 'StdUtils']);
  const { plugins: own } = windowsElectron();
  for (const name of ['nsis7z.dll', 'StdUtils.dll']) copyFileSync(join(own, name), join(plugins, 'x86-unicode', name));
  const unpacker = readFileSync(join(TEMPLATES, UNPACKER), 'utf8');
  const unpackedByNsis = unpacker.replaceAll('Nsis7z::Extract "${FILE}"', 'File /r "${STELLWERK_UNPACKED}/*.*"');
  if (unpackedByNsis === unpacker) throw new Error(`${UNPACKER} unpacks in another way than this was written for`);
  writeFileSync(join(include, UNPACKER), ASKS_FOR_64_BITS + unpackedByNsis);
  return {
    environment: {
      ELECTRON_BUILDER_NSIS_DIR: folder,
      ELECTRON_BUILDER_NSIS_RESOURCES_DIR: folder,
      ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7z',
      STELLWERK_NSIS_FOLDER: folder,
    },
    script: (of) => readFileSync(join(folder, `${of}.nsi`), 'utf8'),
    log: (of) => readFileSync(join(folder, `${of}.log`), 'utf8'),
  };
}
