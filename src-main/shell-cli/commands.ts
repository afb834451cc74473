/** What each command does with the application. Results are plain JSON; `text` is the same for people. */
import { basename } from 'node:path';
import * as z from 'zod';
import { folderDelivery } from '../adapters/files/folder-delivery.ts';
import { readNamedFile } from '../adapters/files/read-file.ts';
import { requireReadableSize } from '../adapters/import/readable-size.ts';
import { Refusal } from '../contract/shared/errors.ts';
import type { Delivery } from '../contract/document/delivery.ts';
import { documentFormatSchema, type DocumentFormat } from '../contract/document/format.ts';
import type { ImportResult } from '../contract/import/shapes.ts';
import type { PaperSummary } from '../contract/paper/shapes.ts';
import { importNoteSentence } from '../contract/import/texts-de.ts';
import { sentenceFor } from '../contract/shared/errors-de.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import { publicityTexts } from '../contract/statement/publicity-de.ts';
import { formatGermanDate } from '../base/german-date.ts';
import type { DocumentKind } from '../core/output/document-service.ts';
import type { Asking } from '../host/ask.ts';
import type { Program } from './program.ts';
import { uuidv7 } from '../host/ids.ts';
import type { Command } from './parse-arguments.ts';

const IMPORTED: Readonly<Record<ImportResult['status'], string>> = {
  imported: 'übernommen',
  unchanged: 'unverändert vorhanden',
  known: 'aus dieser Datei schon übernommen',
};

export interface Outcome {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode: number;
  /** What was refused while the rest was done. */
  readonly refusals?: readonly Refusal[];
}

export const done = (json: unknown, text: string, exitCode = 0): Outcome => ({ json, text, exitCode });

const LIST_PAGE = 500;

/** With `--from` a file of settings from another PC fills the new office. */
export async function init(command: Command, program: Program): Promise<Outcome> {
  const from = command.options['from'];
  if (from !== undefined) {
    // Read before anything is set up: a broken file leaves the folder as it was.
    const file = await readFileFor(from);
    const { bodyName } = await program.ask.setupImports.readSettings(program.hand(file));
    await program.ask.system.initialise({ kind: 'own', bodyName });
    await program.ask.setupImports.applySettings(program.hand(file));
    return done(await program.ask.system.status(), `Eingerichtet: ${bodyName} aus ${from}`);
  }
  const kind = command.flags.has('example') ? 'example' : 'own';
  const status = await program.ask.system.initialise({ kind, bodyName: command.options['name'] ?? 'Musterstadt' });
  return done(status, `Eingerichtet: ${status.office?.bodyName ?? ''} in ${status.dataFolder}`);
}

export async function readFileFor(path: string, limit?: number): Promise<{ fileName: string; bytes: Uint8Array }> {
  const fileName = basename(path);
  return { fileName, bytes: await readNamedFile(path, path, (size) => requireReadableSize(fileName, size, limit)) };
}

/** Files are taken one by one: one that is refused does not keep the others out. */
export async function importFiles(command: Command, program: Program): Promise<Outcome> {
  const results: Record<string, unknown>[] = [];
  const refusals: Refusal[] = [];
  const lines: string[] = [];
  for (const path of command.positionals) {
    try {
      const result = await program.ask.imports.importFile(program.hand(await readFileFor(path)));
      results.push({ file: path, ...result });
      const state = IMPORTED[result.status];
      const notes = result.notes.map((note) => `\n  Hinweis: ${importNoteSentence(note)}`);
      lines.push(`${path}: ${result.reference ?? 'ohne Nummer'} ${state}${notes.join('')}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
      results.push({ ...error.details, file: path, status: error.code });
      lines.push(`${path}: ${sentenceFor(error.code, error.details)}`);
    }
  }
  const [single] = results;
  if (results.length === 1 && refusals[0]) throw refusals[0];
  return { ...done(results.length === 1 ? single : results, lines.join('\n'), refusals.length > 0 ? 1 : 0), refusals };
}

export async function list(command: Command, program: Program): Promise<Outcome> {
  const { year } = command.options;
  const className = command.options['class']?.trim().toUpperCase();
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new Refusal('usage', { problem: 'Das Jahr hat vier Ziffern: --year 2022' });
  const items: PaperSummary[] = [];
  let after: string | undefined;
  do {
    const page = await program.ask.papers.list({
      text: command.options['text'] ?? '',
      class: className,
      year: year === undefined ? undefined : Number(year),
      after,
      limit: LIST_PAGE,
    });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  // Nothing of a class that nobody has set up is another answer than nothing of a known one.
  if (items.length === 0 && className !== undefined) await program.ask.numbers.rows({ class: className, year: 2000 });
  const lines = items.map((item) =>
    [item.reference ?? item.id, item.date === null ? '          ' : formatGermanDate(item.date), item.name].join('  '),
  );
  return done(items, lines.join('\n'));
}

export async function show(command: Command, program: Program): Promise<Outcome> {
  const shown = await program.ask.statements.show({ ref: command.positionals[0] ?? '' });
  return done(shown, JSON.stringify(shown, null, 2));
}

/** Nobody sees a form here: what the draft starts with is said. */
const PUBLICITY = { public: 'öffentlich', 'non-public': 'nichtöffentlich', unknown: publicityTexts.undecided };

export async function create(command: Command, program: Program): Promise<Outcome> {
  const draft = await program.ask.statements.create({
    id: uuidv7(),
    answers: command.options['answers'] ?? null,
    name: command.options['name'] ?? null,
    leadUnit: command.options['lead-unit'] ?? null,
    number: command.options['number'] ?? null,
    like: command.options['like'] ?? null,
  });
  const { name, publicity } = draft.content;
  return done(draft, `Angelegt: ${draft.reference ?? draft.id} ${name} (${PUBLICITY[publicity]})`);
}

export async function set(command: Command, program: Program): Promise<Outcome> {
  const [ref = '', field = '', value = ''] = command.positionals;
  const draft = await program.ask.statements.setField({ ref, field, value });
  return done(draft, `Gespeichert: ${draft.reference ?? draft.id}, Stand ${draft.revision}`);
}

export function formatsOf(command: Command): DocumentFormat[] {
  const wanted = (command.options['format'] ?? 'pdf,docx').split(',').map((part) => part.trim().toLowerCase());
  const parsed = z.array(documentFormatSchema).min(1).safeParse(wanted);
  if (!parsed.success) {
    throw new Refusal('format-unsupported', { format: command.options['format'] ?? '', formats: ['pdf', 'docx'] });
  }
  return [...new Set(parsed.data)];
}

/** What lay there before. */
export const replacedLines = (delivery: Delivery | null): readonly string[] =>
  delivery?.kind === 'saved' && delivery.replaced ? [shellTexts.commandLine.replaced(delivery.replaced)] : [];

/** Where the files lie, and what lay there before. */
export const savedLines = (delivery: Delivery): readonly string[] => [
  ...(delivery.kind === 'saved' ? delivery.paths : []),
  ...replacedLines(delivery),
];

export function saved(delivery: Delivery): Outcome {
  return done(delivery, savedLines(delivery).join('\n'));
}

/** Files go into the folder after `--to`, else where the command runs. */
export const filesInto = (command: Command, program: Program): Asking =>
  program.into(folderDelivery(command.options['to'] ?? '.'));

export async function writeDocuments(command: Command, program: Program, kind: DocumentKind): Promise<Outcome> {
  const ref = command.positionals[0] ?? '';
  const delivery = await filesInto(command, program).documents.deliver({
    ref,
    kind,
    formats: formatsOf(command),
    withAttachments: command.flags.has('with-attachments'),
  });
  const unprinted = await unprintedRows(ref, program);
  if (unprinted.length === 0) return saved(delivery);
  const lines = [...savedLines(delivery), shellTexts.commandLine.unprinted(unprinted)];
  return done({ ...delivery, unprinted }, lines.join('\n'));
}

/** Steps of the consultations that a public paper does not print before somebody decided about them. */
async function unprintedRows(ref: string, { ask }: Program): Promise<readonly string[]> {
  const { content } = await ask.statements.get({ ref });
  if (content.publicity !== 'public') return [];
  return content.consultations.flatMap((row) => (row.publicity === 'unknown' ? row.organization : []));
}
