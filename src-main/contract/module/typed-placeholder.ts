/** What a placeholder asks for, told by its name: "Datum: Beschluss", "Auswahl: ja | nein". Pure; the record knows the name only. */

export const PLACEHOLDER_KINDS = ['date', 'paper', 'person', 'choice', 'number', 'text'] as const;
export type PlaceholderKind = (typeof PLACEHOLDER_KINDS)[number];

export interface TypedPlaceholder {
  readonly kind: PlaceholderKind;
  /** What it is called, without its kind. */
  readonly name: string;
  /** Of a choice. */
  readonly options: readonly string[];
}

/** The word before the colon; the first of each is the one that is written. */
const PLACEHOLDER_WORDS: Readonly<Record<Exclude<PlaceholderKind, 'text'>, readonly string[]>> = {
  date: ['Datum', 'Tag'],
  paper: ['Papier', 'Drucksache', 'Vorlage'],
  person: ['Person', 'Name'],
  choice: ['Auswahl', 'Wahl'],
  number: ['Zahl', 'Betrag', 'Anzahl'],
};

export function typedPlaceholder(label: string): TypedPlaceholder {
  const [word = '', ...rest] = label.split(':');
  const asked = word.trim().toLowerCase();
  const kinds = Object.entries(PLACEHOLDER_WORDS) as [Exclude<PlaceholderKind, 'text'>, readonly string[]][];
  const kind = kinds.find(([, words]) => words.some((known) => known.toLowerCase() === asked))?.[0];
  const behind = rest.join(':').trim();
  if (kind === undefined) return { kind: 'text', name: label.trim(), options: [] };
  const options =
    kind === 'choice'
      ? behind
          .split('|')
          .map((option) => option.trim())
          .filter(Boolean)
      : [];
  if (kind === 'choice' && options.length < 2) return { kind: 'text', name: label.trim(), options: [] };
  return { kind, name: kind === 'choice' || behind === '' ? word.trim() : behind, options };
}

/** The name a placeholder of this kind gets. */
export const placeholderLabel = (kind: PlaceholderKind, name: string): string =>
  kind === 'text' ? name.trim() : `${PLACEHOLDER_WORDS[kind][0] ?? ''}${name.trim() === '' ? '' : `: ${name.trim()}`}`;
