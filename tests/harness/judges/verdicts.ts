/**
 * `npm run verdicts -- DIR [ROOTS.pem]`: our verdict on every PDF of a folder beside pyHanko's. Without roots, the certificates that come with a
 * file are trusted for it, by both: then every green that pyHanko would not give shows. Exit code 1 where there is one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pyhankoVerdicts } from './pyhanko.ts';
import { compared, comparedLine, ourVerdicts } from './our-verdicts.ts';

const [folder = '.', rootFile = null] = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.toLowerCase().endsWith('.pdf'))
  .sort()
  .map((name) => join(folder, name));

function rootsIn(pem: string): Uint8Array[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g);
  return [...blocks].map(([, base64]) => new Uint8Array(Buffer.from(base64 ?? '', 'base64')));
}

const theirs = await pyhankoVerdicts(files, rootFile);
const ours = await ourVerdicts(files, rootFile === null ? null : rootsIn(readFileSync(rootFile, 'utf8')));
const results = ours.flatMap((own, place) => {
  const other = theirs[place];
  return other ? [compared(own, other)] : [];
});
for (const result of results) console.log(comparedLine(result));
const count = (verdict: string): number => results.filter(({ ours: own }) => own.verdict === verdict).length;
const verdicts = [...new Set(results.map(({ ours: own }) => own.verdict))].sort();
console.log(`\n${results.length} files: ${verdicts.map((verdict) => `${verdict} ${count(verdict)}`).join(', ')}`);
const objected = results.filter(({ objections }) => objections.length > 0).length;
console.log(`${objected} with an objection`);
process.exitCode = objected === 0 ? 0 : 1;
