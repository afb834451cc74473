/**
 * The fields of a statement, each described once, in the order of the page. Whoever prints, reads back, blackens, searches, checks, compares,
 * sets or shows a field walks this list; how a value of its kind is printed or read stands with the kind. Without zod: the window walks it, too.
 */

/** Rows of the form's head; an office chooses which print, and in which order. */
export const HEAD_ROWS = ['identity', 'answers', 'name', 'contact'] as const;
export type HeadRow = (typeof HEAD_ROWS)[number];

export type FieldKind =
  /** One printed line; empty where nothing was said. */
  | 'line'
  /** One printed line or null. */
  | 'optional-line'
  /** An ISO day or null. */
  | 'day'
  | 'reference'
  | 'edition'
  | 'publicity'
  | 'answers'
  | 'consultations'
  /** One sentence with bold words. */
  | 'sentence'
  /** In a record the plain paragraphs stand beside it. */
  | 'rich-text'
  | 'signatory'
  | 'attachments';

export interface StatementField {
  /** Its place in a record and in the working content; one dot leads into a part. */
  readonly key: string;
  readonly kind: FieldKind;
  /** Key of the label that prints above it (office profile). */
  readonly label?: string;
  /** Row of the head it prints in. Rows hold their fields in the order of this list; `contact` holds those an office chose, as it chose. */
  readonly row?: HeadRow;
  /** It names the paper and is never blackened. Everything else is. */
  readonly isKept?: true;
  /** Single words of it can be marked for blackening; otherwise those go that were marked elsewhere. */
  readonly isMarked?: true;
  /** Its words are found by the search, beside the number, the name and the originators, which have a place of their own there. */
  readonly isSearched?: true;
  /** Words that the office itself writes: the rules about words read them. */
  readonly isOwnWords?: true;
  /** Not changed by `set`: given otherwise, or derived. */
  readonly isGiven?: true;
  /** What stands in it on the sample beside the settings. */
  readonly sample?: string;
  /** Stored in one column with all others like it, so that a new field needs no migration. */
  readonly isFurther?: true;
}

export const FIELDS = [
  { key: 'edition', kind: 'edition', isKept: true, isGiven: true },
  { key: 'bodyName', kind: 'line' },
  { key: 'publicity', kind: 'publicity', isKept: true },
  { key: 'leadUnit', kind: 'line', label: 'leadUnit', row: 'identity' },
  { key: 'reference', kind: 'reference', label: 'reference', row: 'identity', isKept: true, isGiven: true },
  { key: 'date', kind: 'day', label: 'date', row: 'identity', isKept: true },
  { key: 'answers', kind: 'answers', label: 'answers', row: 'answers', isMarked: true },
  { key: 'name', kind: 'line', label: 'name', row: 'name', isMarked: true, isOwnWords: true },
  { key: 'contact.ourSign', kind: 'optional-line', label: 'ourSign', row: 'contact', sample: '10/2026-001' },
  { key: 'contact.clerk', kind: 'optional-line', label: 'clerk', row: 'contact', sample: 'Kim Beispiel' },
  { key: 'contact.room', kind: 'optional-line', label: 'room', row: 'contact', sample: '214' },
  { key: 'contact.telephone', kind: 'optional-line', label: 'telephone', row: 'contact', sample: '0999 1234' },
  { key: 'contact.email', kind: 'optional-line', label: 'email', row: 'contact', sample: 'rathaus@stadt.example' },
  {
    key: 'fileReference',
    kind: 'optional-line',
    label: 'fileReference',
    row: 'contact',
    isSearched: true,
    isFurther: true,
    sample: '61.20-03/2026',
  },
  // Of the answered paper: noted there.
  { key: 'receivedOn', kind: 'day', label: 'receivedOn', row: 'contact', isGiven: true, sample: '2026-03-02' },
  { key: 'consultations', kind: 'consultations' },
  { key: 'quotation', kind: 'rich-text', isMarked: true, isSearched: true },
  { key: 'hinge', kind: 'sentence', isMarked: true, isSearched: true, isOwnWords: true },
  { key: 'reply', kind: 'rich-text', isMarked: true, isSearched: true, isOwnWords: true },
  { key: 'signatory', kind: 'signatory' },
  { key: 'attachments', kind: 'attachments', isMarked: true, isGiven: true },
] as const satisfies readonly StatementField[];

type Listed = (typeof FIELDS)[number];
export type FieldKey = Listed['key'];
/** As profile and labels call a field of the contact row: "room" for `contact.room`. */
export type ChoiceName<K extends string = Extract<Listed, { row: 'contact' }>['key']> =
  K extends `contact.${infer Part}` ? Part : K;
type PartOfContact<K extends string> = K extends `contact.${infer Part}` ? Part : never;
/** Fields of `contact`. */
export type ContactName = PartOfContact<FieldKey>;

export type MarkedKey = Extract<Listed, { isMarked: true }>['key'];
const isMarked = (field: Listed): field is Extract<Listed, { isMarked: true }> => 'isMarked' in field;
export const MARKED_KEYS: readonly MarkedKey[] = FIELDS.filter(isMarked).map(({ key }) => key);

export const choiceName = ({ key }: Pick<StatementField, 'key'>): ChoiceName =>
  key.replace(/^contact\./, '') as ChoiceName;
export const CHOICES = FIELDS.filter((field) => 'row' in field && field.row === 'contact');
export const CHOICE_NAMES = CHOICES.map(choiceName);

/** Fields of one line that stand beside each other in one stored column. */
export type FurtherKey = Extract<Listed, { isFurther: true }>['key'];
export type Further = Readonly<Record<FurtherKey, string | null>>;
const LISTED: readonly StatementField[] = FIELDS;
export const FURTHER_KEYS = LISTED.filter(({ isFurther }) => isFurther === true).map(({ key }) => key) as FurtherKey[];

/** The further fields of a record, of working content or of what is stored; null where one is missing. */
export const furtherOf = (holder: object): Further =>
  Object.fromEntries(FURTHER_KEYS.map((key) => [key, valueAt(holder, key) ?? null])) as Further;
export const NO_FURTHER = furtherOf({});
/** Those that are filled, as a record has them. */
export const filledFurther = (holder: object): Partial<Record<FurtherKey, string>> =>
  Object.fromEntries(Object.entries(furtherOf(holder)).filter(([, value]) => value !== null));

/** The value at the place of a field; undefined where there is none. */
export function valueAt(holder: object, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | null)?.[part], holder);
}

/** A copy with the value at the place of the field. */
export function withValueAt<T extends object>(holder: T, key: string, value: unknown): T {
  const [part = '', rest] = key.split('.');
  if (rest === undefined) return { ...holder, [part]: value };
  const inner = (holder as Record<string, object | undefined>)[part];
  return { ...holder, [part]: { ...inner, [rest]: value } };
}
