/** V8's flags set in a running process: whether they have the effect they are set for. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../support/test-host.ts';

/** The sum of 1 to n, as WebAssembly. */
const SUM = 'AGFzbQEAAAABBgFgAX8BfwMCAQAHBwEDc3VtAAAKGwEZAQF/A0AgASAAaiEBIABBAWsiAA0ACyABCw==';
const FLAGS = join(projectRoot, 'src-main', 'adapters', 'typst', 'engine-flags.ts');
const PROGRAM = `
const { expectOfEngine } = await import(process.argv[1]);
if (process.argv[2]) expectOfEngine(process.argv[2]);
const { sum } = (await WebAssembly.instantiate(Buffer.from('${SUM}', 'base64'))).instance.exports;
for (let round = 0; round < 300 && !%IsTurboFanFunction(sum); round += 1) {
  for (let call = 0; call < 2000; call += 1) sum(1000);
  await new Promise((resolve) => setTimeout(resolve, 1));
}
console.log(%IsTurboFanFunction(sum));`;
const isOptimised = (work: string): string => {
  const args = ['--allow-natives-syntax', '--input-type=module', '--eval', PROGRAM, FLAGS, work];
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
};

it('one document: code that runs once is never optimised', () => {
  expect(isOptimised('')).toBe('true');
  expect(isOptimised('one document')).toBe('false');
});

it('many documents: what runs for long still is', () => {
  expect(isOptimised('many documents')).toBe('true');
});
