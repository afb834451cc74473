/** Arguments to a command: pure; wrong usage is a refusal with the right line. */
import { shorten } from '../base/shorten.ts';
import { parseArgs } from 'node:util';
import { Refusal } from '../contract/shared/errors.ts';

interface Syntax {
  readonly usage: string;
  /** Least and most number of positional arguments. */
  readonly positionals: readonly [number, number];
  readonly options: readonly string[];
  /** Options that may be given several times. */
  readonly lists?: readonly string[];
  readonly required?: readonly string[];
  readonly flags?: readonly string[];
}

const SYNTAX = {
  init: {
    usage: 'init [--example | --name "Stadt …" | --from EINSTELLUNGEN.json]',
    positionals: [0, 0],
    options: ['name', 'from'],
    flags: ['example'],
  },
  settings: { usage: 'settings export|import FILE [--preview]', positionals: [2, 2], options: [], flags: ['preview'] },
  attach: {
    usage: 'attach REF FILE… [--non-public] [--name "…"]',
    positionals: [2, 200],
    options: ['name'],
    flags: ['non-public'],
  },
  import: { usage: 'import FILE…', positionals: [1, 10_000], options: [] },
  list: {
    usage: 'list [--class S] [--year 2022] [--text WORT]',
    positionals: [0, 0],
    options: ['class', 'year', 'text'],
  },
  show: { usage: 'show REF', positionals: [1, 1], options: [] },
  new: {
    usage: 'new --answers REF [--like REF] [--name "…"] [--lead-unit "…"] [--number REF]',
    positionals: [0, 0],
    options: ['answers', 'like', 'name', 'lead-unit', 'number'],
  },
  number: {
    usage: 'number REF [--set NUMMER | --next | --none] | number --class S --year 2022',
    positionals: [0, 1],
    options: ['set', 'class', 'year'],
    flags: ['next', 'none'],
  },
  discard: { usage: 'discard REF', positionals: [1, 1], options: [] },
  bin: { usage: 'bin', positionals: [0, 0], options: [] },
  'restore-paper': { usage: 'restore-paper REF', positionals: [1, 1], options: [] },
  'take-up': { usage: 'take-up REF', positionals: [1, 1], options: [] },
  set: { usage: 'set REF FIELD VALUE', positionals: [3, 3], options: [] },
  versions: { usage: 'versions REF', positionals: [1, 1], options: [] },
  diff: { usage: 'diff REF V1 V2', positionals: [3, 3], options: [] },
  'edit-copy': {
    usage: 'edit-copy REF --to DIR [--with-findings] [--with-comments]',
    positionals: [1, 1],
    options: ['to'],
    required: ['to'],
    flags: ['with-findings', 'with-comments'],
  },
  proposals: {
    usage: 'proposals REF FILE [--accept all|ID…]',
    positionals: [2, 10_000],
    options: ['accept'],
  },
  comments: {
    usage: 'comments REF [--add "…" --at "Wörter im Text" | --resolve ID]',
    positionals: [1, 1],
    options: ['add', 'at', 'resolve'],
  },
  points: {
    usage: 'points REF [--set PUNKT=VOTUM|STAND]… [--reason "…"] [--split]',
    positionals: [1, 1],
    options: ['reason'],
    lists: ['set'],
    flags: ['split'],
  },
  export: {
    usage: 'export REF --to DIR [--format pdf,docx] [--with-attachments]',
    positionals: [1, 1],
    options: ['to', 'format'],
    required: ['to'],
    flags: ['with-attachments'],
  },
  distribution: {
    usage: 'distribution REF|--meeting ID --to DIR [--format pdf,docx]',
    positionals: [0, 1],
    options: ['meeting', 'to', 'format'],
    required: ['to'],
  },
  meeting: {
    usage: 'meeting add|list [--organization "…" --start "2026-03-12 17:00"] [--location "…"]',
    positionals: [1, 1],
    options: ['organization', 'start', 'location'],
  },
  'meeting-folder': {
    usage: 'meeting-folder ID --to FILE [--with-non-public]',
    positionals: [1, 1],
    options: ['to'],
    required: ['to'],
    flags: ['with-non-public'],
  },
  modules: { usage: 'modules list|import FILE', positionals: [1, 2], options: [] },
  check: { usage: 'check REF', positionals: [1, 1], options: [] },
  release: {
    usage: 'release REF [--check] [--accept "Begründung für alle Warnungen"]',
    positionals: [1, 1],
    options: ['accept'],
    flags: ['check'],
  },
  return: { usage: 'return REF --reason "…"', positionals: [1, 1], options: ['reason'], required: ['reason'] },
  issue: {
    usage: 'issue REF [--sign KEY.p12 --passphrase-file F [--visible | --invisible]]',
    positionals: [1, 1],
    options: ['sign', 'passphrase-file'],
    flags: ['visible', 'invisible'],
  },
  correct: { usage: 'correct REF --reason "…"', positionals: [1, 1], options: ['reason'], required: ['reason'] },
  withdraw: { usage: 'withdraw REF --reason "…"', positionals: [1, 1], options: ['reason'], required: ['reason'] },
  copies: {
    usage: 'copies REF --to DIR [--combined] [--duplex]',
    positionals: [1, 1],
    options: ['to'],
    required: ['to'],
    flags: ['combined', 'duplex'],
  },
  dispatch: {
    usage: 'dispatch REF [--channel print|hand|folder|email] [--to DIR] | dispatch REF --list [--to DIR]',
    positionals: [1, 1],
    options: ['channel', 'to'],
    flags: ['list'],
  },
  sign: {
    usage: 'sign FILE --key KEY.p12 --passphrase-file F [--to OUT] [--break-certification]',
    positionals: [1, 1],
    options: ['key', 'passphrase-file', 'to'],
    flags: ['break-certification'],
    required: ['key', 'passphrase-file'],
  },
  verify: { usage: 'verify FILE [--revision N --to OUT]', positionals: [1, 1], options: ['revision', 'to'] },
  trust: { usage: 'trust [CERTIFICATE]', positionals: [0, 1], options: [] },
  'test-key': {
    usage: 'test-key --name "…" --passphrase-file F --to KEY.p12',
    positionals: [0, 0],
    options: ['name', 'passphrase-file', 'to'],
    required: ['name', 'passphrase-file', 'to'],
  },
  letter: {
    usage:
      'letter KIND REF --to DIR [--recipient "…"] [--date TAG] [--deadline TAG] [--new-deadline TAG] [--format pdf,docx]',
    positionals: [2, 2],
    options: ['to', 'recipient', 'date', 'deadline', 'new-deadline', 'format'],
    required: ['to'],
  },
  redact: {
    usage: 'redact REF --to DIR [--text "…"]… [--only-text]',
    positionals: [1, 1],
    options: ['to'],
    lists: ['text'],
    required: ['to'],
    flags: ['only-text'],
  },
  backup: { usage: 'backup [--to FILE | --list]', positionals: [0, 0], options: ['to'], flags: ['list'] },
  restore: { usage: 'restore FILE [--preview]', positionals: [1, 1], options: [], flags: ['preview'] },
  doctor: {
    usage: 'doctor [--repair] [--clock-is-right]',
    positionals: [0, 0],
    options: [],
    flags: ['repair', 'clock-is-right'],
  },
  serve: { usage: 'serve', positionals: [0, 0], options: [] },
  help: { usage: 'help', positionals: [0, 1], options: [] },
} satisfies Record<string, Syntax>;

export type CommandName = keyof typeof SYNTAX;

export interface Command {
  readonly name: CommandName;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly json: boolean;
  readonly dataFolder: string | null;
}

export const usageText = (): string =>
  [
    'Stellwerk – Befehle:',
    ...Object.values(SYNTAX).map(({ usage }) => `  ${usage}`),
    'Überall, vor oder hinter dem Befehl: --data DIR, --json',
  ].join('\n');

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(SYNTAX, name);
}

const wrong = (problem: string): Refusal => new Refusal('usage', { problem });

/** Node tells by code what is wrong and in English words which option it was. */
function optionProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const option = shorten(/--?[\w-]+/.exec(error instanceof Error ? error.toString() : '')?.[0] ?? '', 100);
  return code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    ? `Die Angabe „${option}“ braucht einen Wert oder verträgt keinen.`
    : `Die Angabe „${option}“ gibt es hier nicht.`;
}

const TAKES_VALUE = new Set([
  'data',
  ...Object.values(SYNTAX).flatMap((syntax: Syntax) => [...syntax.options, ...(syntax.lists ?? [])]),
]);

/** Options that name a folder or a file: left empty, as by a variable that is not set, they would mean the folder one happens to be in. */
const PLACES = ['data', 'to', 'from', 'key', 'sign', 'passphrase-file'] as const;

/** Options may stand before the command, with their values; the first word that is neither is its name. */
function commandFirst(args: readonly string[]): readonly string[] {
  let at = 0;
  for (let option = args[at]; option?.startsWith('--') && option.length > 2 && option !== '--help'; option = args[at])
    at += TAKES_VALUE.has(option.slice(2)) ? 2 : 1;
  const name = args[at];
  return name === undefined ? args : [name, ...args.slice(0, at), ...args.slice(at + 1)];
}

export function parseArguments(args: readonly string[]): Command {
  const ordered = commandFirst(args);
  const isHelp = ordered[0] === '--help' || ordered[0] === '-h';
  // Options alone name no command.
  const [name = 'help', ...rest] = isHelp ? ['help'] : ordered;
  if (name.startsWith('--')) throw wrong(`Es fehlt der Befehl.\n${usageText()}`);
  if (!isCommand(name)) throw wrong(`Den Befehl „${shorten(name, 100)}“ gibt es nicht.\n${usageText()}`);
  const syntax: Syntax = SYNTAX[name];
  const known: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {
    data: { type: 'string' },
    json: { type: 'boolean' },
  };
  for (const option of syntax.options) known[option] = { type: 'string' };
  for (const list of syntax.lists ?? []) known[list] = { type: 'string', multiple: true };
  for (const flag of syntax.flags ?? []) known[flag] = { type: 'boolean' };
  let values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  let positionals: string[];
  try {
    const parsed = parseArgs({ args: rest, options: known, allowPositionals: true, strict: true });
    values = parsed.values;
    positionals = parsed.positionals;
  } catch (error) {
    throw wrong(`${optionProblem(error)}\nAufruf: ${syntax.usage}`);
  }
  const [least, most] = syntax.positionals;
  const missing = (syntax.required ?? []).filter((option) => !values[option]);
  const empty = PLACES.find((place) => values[place] === '');
  if (empty !== undefined) throw wrong(`Die Angabe „--${empty}“ ist leer.\nAufruf: ${syntax.usage}`);
  if (positionals.length < least || positionals.length > most || missing.length > 0)
    throw wrong(`Aufruf: ${syntax.usage}`);
  const options = Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const lists = Object.fromEntries(
    (syntax.lists ?? []).map((list) => [
      list,
      [values[list] ?? []].flat().filter((value) => typeof value === 'string'),
    ]),
  );
  return {
    name,
    positionals,
    options,
    lists,
    flags: new Set(Object.keys(values).filter((key) => values[key] === true)),
    json: values['json'] === true,
    dataFolder: options['data'] ?? null,
  };
}
