/**
 * What the program costs, measured in one run so that ratios mean something: `npm run bench`. Prints a table and writes .cache/bench.json.
 * Fails only when a gross ratio is broken; the times themselves are reported.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDocxWriter } from '../../src-main/adapters/docx/docx-writer.ts';
import { pdfFaults } from '../../src-main/adapters/pdf/pdf-faults.ts';
import { createPdfWriter } from '../../src-main/adapters/pdf/pdf-writer.ts';
import { createTypesetter } from '../../src-main/adapters/typst/typesetter.ts';
import { formSheet } from '../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { libreOfficeTimes, libreOfficeVersion } from './libre-office.ts';
import { median, row, times, type Row } from './measure.ts';
import { statementOfPages } from './samples.ts';

const root = join(import.meta.dirname, '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'stellwerk-bench-'));
const data = join(scratch, 'daten');
const profile = builtInProfile();
const NONE = Promise.resolve([]);
const READ_AGAIN_GOAL_MS = 30;
const rows: Row[] = [];
const failures: string[] = [];
const report = (name: string, values: readonly number[]): number => {
  const made = row(name, values);
  rows.push(made);
  console.log(`${name.padEnd(58)} ${String(made.medianMs).padStart(9)} ms   p95 ${String(made.p95Ms).padStart(9)} ms`);
  return median(values);
};
const run = (command: string, args: readonly string[]): Promise<void> => {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}`);
  return Promise.resolve();
};
const cli = (...args: string[]): Promise<void> =>
  run(process.execPath, [join(root, 'dist', 'cli.mjs'), ...args, '--data', data]);

async function commandLine(): Promise<number> {
  await cli('init', '--example');
  report('Befehlszeile: list', await times(9, () => cli('list')));
  return report(
    'Befehlszeile: export PDF und DOCX, kalt',
    await times(5, () => cli('export', 'S0021/26', '--to', scratch)),
  );
}

async function againstLibreOffice(coldExport: number, warmPdf: number): Promise<void> {
  const version = libreOfficeVersion();
  if (version === null) {
    console.log('LibreOffice fehlt: kein Vergleich');
    return;
  }
  const rival = await libreOfficeTimes(join(scratch, 'S0021-26.docx'), scratch);
  const cold = report(`${version}: DOCX→PDF, kalt`, rival.cold);
  const warm = report('LibreOffice: DOCX→PDF, warm (je Datei)', [rival.warm]);
  console.log(`Verhältnis kalt (LibreOffice / Stellwerk PDF+DOCX): ${(cold / coldExport).toFixed(2)}`);
  console.log(`Verhältnis warm (LibreOffice / Stellwerk PDF): ${(warm / warmPdf).toFixed(2)}`);
  if (coldExport > cold) failures.push('der kalte Export beider Dateien ist langsamer als LibreOffice');
  if (warmPdf * 2 > warm) failures.push('das warme PDF ist nicht doppelt so schnell wie LibreOffice');
}

async function documents(): Promise<number> {
  const typesetter = createTypesetter({
    workerFile: pathToFileURL(join(root, 'dist', 'typst-worker.mjs')),
    assetFolder: join(root, 'dist', 'assets'),
  });
  const pdf = createPdfWriter(typesetter);
  const docx = createDocxWriter();
  const two = formSheet(statementOfPages(2), profile);
  report('PDF, zwei Seiten, erstes nach dem Start', await times(1, () => pdf.write(two, NONE)));
  await times(15, () => pdf.write(two, NONE));
  const warmPdf = report('PDF, zwei Seiten, warm', await times(30, () => pdf.write(two, NONE)));
  const finished = await pdf.write(two, NONE);
  const readAgain = await times(30, () => Promise.resolve(pdfFaults(finished, two)));
  if (report('PDF, zwei Seiten, noch einmal gelesen', readAgain) > READ_AGAIN_GOAL_MS)
    failures.push(`das Nachlesen des PDFs braucht mehr als ${READ_AGAIN_GOAL_MS} ms`);
  await times(5, () => docx.write(two, null));
  report('DOCX, zwei Seiten, warm', await times(30, () => docx.write(two, null)));
  for (const pages of [2, 25]) {
    await times(8, (round) => typesetter.preview(formSheet(statementOfPages(pages, `Wort${round}`), profile)));
    report(
      `Vorschau, ein Wort geändert, ${pages} Seiten`,
      await times(25, (round) => typesetter.preview(formSheet(statementOfPages(pages, `Neu${round}`), profile))),
    );
  }
  const memory: number[] = [];
  const start = performance.now();
  for (let count = 1; count <= 500; count += 1) {
    await pdf.write(formSheet(statementOfPages(2, `Lauf${count}`), profile), NONE);
    if (count % 100 === 0) memory.push(Math.round(process.memoryUsage.rss() / 1024 / 1024));
  }
  console.log(
    `500 Ausgaben in ${((performance.now() - start) / 1000).toFixed(1)} s, Speicher nach je hundert: ${memory.join(', ')} MB`,
  );
  // One reading depends on when the collector last came: it varies by a tenth either way.
  const [early, late] = [memory.slice(0, 2), memory.slice(-2)].map((readings) => Math.max(...readings));
  if ((late ?? 0) > (early ?? 0) * 1.25) failures.push('der Speicher wächst über 500 Ausgaben um mehr als ein Viertel');
  await typesetter.close();
  return warmPdf;
}

try {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} Kerne (${cpus()[0]?.model ?? 'unbekannt'}), Last ${loadavg()[0]?.toFixed(1)}`,
  );
  // `npm run bench -- issuing`: only what signs, issues and writes to many.
  if (process.argv[2] !== 'issuing') {
    const coldExport = await commandLine();
    await againstLibreOffice(coldExport, await documents());
  }
  // A browser's library must not count as the memory of what was measured before.
  const { issuing } = await import('./issuing.ts');
  await issuing({ report, scratch, fail: (what) => failures.push(what) });
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', 'bench.json'), JSON.stringify({ rows, failures }, null, 2));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const failure of failures) console.error(`FEHLER: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
