/** Commands about the office itself: settings, attachments, backups, examination. */
import { basename, dirname, resolve } from 'node:path';
import { fileDelivery } from '../adapters/files/folder-delivery.ts';
import { requireFolder } from '../adapters/files/write-files.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { LARGEST_ATTACHMENT_BYTES } from '../contract/attachment/shapes.ts';
import type { StrangersFile } from '../contract/document/delivery.ts';
import type { ImportNote } from '../contract/import/shapes.ts';
import { importNoteSentence } from '../contract/import/texts-de.ts';
import { logEndLine } from '../contract/backup/texts-de.ts';
import { attachmentNameTexts } from '../contract/attachment/texts-de.ts';
import { formatGermanDate } from '../base/german-date.ts';
import type { Program } from './program.ts';
import { uuidv7 } from '../host/ids.ts';
import { done, readFileFor, saved, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';

export async function settings(command: Command, program: Program): Promise<Outcome> {
  const [action = '', path = ''] = command.positionals;
  switch (action) {
    case 'export':
      return saved(await program.into(fileDelivery(path)).settings.exportFile());
    case 'import': {
      const file = program.hand(await readFileFor(path));
      if (command.flags.has('preview')) {
        const plan = await program.ask.setupImports.planSettings(file);
        const counts = (part: typeof plan.persons): string =>
          `${part.created} neu, ${part.changed} geändert, ${part.same} gleich`;
        return done(
          plan,
          `Einstellungen von ${plan.bodyName}: ${plan.profileChanges.length} Angaben des Büros geändert; Organisationen ${counts(plan.organizations)}; Personen ${counts(plan.persons)}`,
        );
      }
      const result = await program.ask.setupImports.applySettings(file);
      return done(result, `Übernommen: ${result.created} neu, ${result.changed} geändert`);
    }
    default:
      throw new Refusal('usage', { problem: 'Aufruf: settings export FILE oder settings import FILE' });
  }
}

const PUBLICITY = {
  public: '',
  'non-public': ' (nichtöffentlich)',
  unknown: ' (Öffentlichkeit noch nicht entschieden)',
};

/** Documents whose reader says what it did not take. */
const HAS_NOTES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
]);

/** What the search will not find in the file, by the rules of the import; nothing where it cannot be read, which its entry says. */
async function notesOf(program: Program, file: StrangersFile): Promise<readonly ImportNote[]> {
  try {
    return (await program.ask.imports.readText(program.hand(file))).notes;
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

export async function attach(command: Command, program: Program): Promise<Outcome> {
  const [ref = '', ...paths] = command.positionals;
  const { ask } = program;
  const name = command.options['name'];
  if (name !== undefined && paths.length > 1) {
    throw new Refusal('usage', { problem: '„--name“ gilt für eine einzelne Datei.' });
  }
  // A paper that is not there is told before any file is read.
  await ask.attachments.list({ ref });
  const refusals: Refusal[] = [];
  const notes: { file: string; notes: readonly ImportNote[] }[] = [];
  const attachOne = async (path: string): Promise<void> => {
    const { bytes } = await readFileFor(path, LARGEST_ATTACHMENT_BYTES);
    const id = uuidv7();
    const publicity = command.flags.has('non-public') ? ('non-public' as const) : undefined;
    const list = await ask.attachments.add({
      id,
      ref,
      ...program.hand({ fileName: basename(path), bytes }),
      publicity,
    });
    const added = list.attachments.find((entry) => entry.id === id);
    if (added && HAS_NOTES.has(added.mimeType))
      notes.push({ file: path, notes: await notesOf(program, { fileName: basename(path), bytes }) });
    if (name !== undefined && added) {
      const { publicity: stored } = added;
      await ask.attachments.change({ id, name, publicity: stored, read: { name: added.name, publicity: stored } });
    }
  };
  // One by one: a file that is refused does not keep the others out, and is told beside what is there.
  for (const path of paths) {
    try {
      await attachOne(path);
    } catch (error) {
      if (!(error instanceof Refusal) || paths.length === 1) throw error;
      refusals.push(error);
    }
  }
  await program.settled();
  const list = await ask.attachments.list({ ref });
  const lines = list.attachments.map(
    (entry, index) =>
      `Anlage ${index + 1} – ${entry.name}${PUBLICITY[entry.publicity]}${
        entry.endingContradicts ? ` – ${attachmentNameTexts.contradicts(entry)}` : ''
      }`,
  );
  const said = notes.flatMap(({ file, notes: each }) =>
    each.map((note) => `Hinweis zu ${file}: ${importNoteSentence(note)}`),
  );
  const json = said.length === 0 ? list.attachments : { attachments: list.attachments, notes };
  return { ...done(json, [...lines, ...said].join('\n'), refusals.length > 0 ? 1 : 0), refusals };
}

/** With `--to` one copy of everything at that place; without it the daily backup in the folder of choice. */
export async function backup(command: Command, program: Program): Promise<Outcome> {
  const target = command.options['to'];
  if (target !== undefined) {
    const path = resolve(target);
    // Told before everything is read and checked.
    await requireFolder(dirname(path));
    return saved(await program.into(fileDelivery(path)).backup.deliver());
  }
  const state = command.flags.has('list') ? await program.ask.backup.state() : await program.ask.backup.run();
  const lines = [
    `Ordner: ${state.folder}`,
    ...state.files.map((file) => `${formatGermanDate(file.at.slice(0, 10))}  ${file.path}`),
    ...(state.lastGood?.logEnd ? [logEndLine(state.lastGood.logEnd)] : []),
    ...(state.problem === null ? [] : [state.problem]),
  ];
  return done(state, lines.join('\n'), state.problem === null ? 0 : 1);
}

export async function previewRestore(path: string, program: Program): Promise<Outcome> {
  const content = await program.ask.backup.inspect({ path: resolve(path) });
  const last = content.lastChangeAt === null ? '–' : formatGermanDate(content.lastChangeAt.slice(0, 10));
  const said = `${content.bodyName}: ${content.papers} Papiere, letzte Änderung ${last}`;
  return done(content, `${said}\n${logEndLine(content.logEnd)}`);
}

export async function doctor(command: Command, program: Program): Promise<Outcome> {
  // Somebody looked at the clock: entries that are dated later were written by one that ran ahead.
  if (command.flags.has('clock-is-right')) await program.ask.system.confirmClock();
  let report = await program.ask.backup.doctor();
  if (command.flags.has('repair')) {
    for (const repair of new Set(report.findings.flatMap((finding) => finding.repair ?? []))) {
      report = await program.ask.backup.repair({ repair });
    }
  }
  const lines = report.findings.map(
    ({ area, ok, detail, repair }) =>
      `${ok ? 'in Ordnung' : 'FEHLER    '}  ${area}: ${detail}${repair === null ? '' : ' – „doctor --repair“ behebt das'}`,
  );
  return done(report, lines.join('\n'), report.ok ? 0 : 1);
}
