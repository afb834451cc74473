/**
 * Stand-ins for the plugins of electron-builder's installer that no package registry has. For 32 bits, as the installer is built for people,
 * they only have the right names: enough to compile. For 64 bits, which Wine can run here, they do what a silent installation asks of them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryFile, type MachineCode } from './library-file.ts';

const SOURCE = join(import.meta.dirname, 'stand-ins.c');
const RETURN = Buffer.from([0xc3]);

/** In C a function is called PLUGIN_FUNCTION; NSIS calls PLUGIN::FUNCTION. */
const functionsOf = (plugin: string, symbols: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(symbols)
      .filter(([symbol]) => symbol.startsWith(`${plugin}_`))
      .map(([symbol, at]) => [symbol.slice(plugin.length + 1), at]),
  );

function compiled(): MachineCode {
  const work = mkdtempSync(join(tmpdir(), 'stellwerk-stand-ins-'));
  try {
    const [object, code] = [join(work, 'object.o'), join(work, 'code.bin')];
    const own = ['-ffreestanding', '-fno-stack-protector', '-fcf-protection=none', '-fno-asynchronous-unwind-tables'];
    const options = ['-c', '-Os', '-mno-sse', '-mno-red-zone', '-fno-pic', '-Wall', '-Werror', ...own];
    execFileSync('gcc', [...options, SOURCE, '-o', object]);
    if (execFileSync('objdump', ['-r', object], { encoding: 'utf8' }).includes('RELOCATION'))
      throw new Error('stand-ins.c: the code would have to know where it lies');
    execFileSync('objcopy', ['-O', 'binary', '-j', '.text', object, code]);
    const symbols = execFileSync('nm', [object], { encoding: 'utf8' }).matchAll(/^([0-9a-f]+) T (\w+)$/gm);
    const functions = Object.fromEntries([...symbols].map(([, at = '', name = '']) => [name, Number.parseInt(at, 16)]));
    return { bytes: readFileSync(code), functions };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Writes the stand-ins into `x86-unicode` and `amd64-unicode` below the folder. */
export function writeStandIns(folder: string, plugins: readonly string[]): void {
  const code = compiled();
  for (const processor of ['x86', 'amd64'] as const) {
    const place = join(folder, `${processor}-unicode`);
    mkdirSync(place, { recursive: true });
    for (const plugin of plugins) {
      const functions = functionsOf(plugin, code.functions);
      const names = Object.fromEntries(Object.keys(functions).map((name) => [name, 0]));
      const content = processor === 'amd64' ? { ...code, functions } : { bytes: RETURN, functions: names };
      writeFileSync(join(place, `${plugin}.dll`), libraryFile(`${plugin}.dll`, content, processor));
    }
  }
}
