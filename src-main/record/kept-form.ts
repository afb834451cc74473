/**
 * What is kept for good – in the database and inside files that left the office – is read by the version it was written in and
 * brought up to today's form step by step. A form grows only by optional parts; whatever else changes makes a new version with
 * one step more. What a newer program wrote is refused whole: nothing of it is dropped.
 */
import * as z from 'zod';

export interface FormVersion {
  /** All of this version, with what rows from before its optional parts hold. */
  readonly schema: z.ZodType;
  /** To the next version; absent in the newest. */
  readonly up?: (value: never) => unknown;
}

export interface KeptForm<T> {
  /** What stands in `schema` before the number (`stellwerk.statement`); null for rows that say no version: they are of the first. */
  readonly name: string | null;
  /** From the first to the newest; at least one. */
  readonly versions: readonly FormVersion[];
  /** Parts that are forms of their own, with versions of their own. */
  readonly parts: Readonly<Record<string, KeptForm<unknown>>>;
  /** Only for the type. */
  readonly newest?: T;
}

/** `newer`: places nobody here knows. `broken`: the validator's error with the value it looked at. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'newer'; readonly places: readonly string[] }
  | { readonly kind: 'broken'; readonly error: z.ZodError; readonly value: unknown };

export function keptForm<T>(
  name: string | null,
  versions: readonly [...FormVersion[], { readonly schema: z.ZodType<T> }],
  parts: Readonly<Record<string, KeptForm<unknown>>> = {},
): KeptForm<T> {
  return { name, versions, parts };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** Two hundred quotations inside each other: nobody wrote that, and no reader has room for much more. */
const MOST_LEVELS = 400;

function isTooDeep(value: unknown, levels = MOST_LEVELS): boolean {
  if (!isObject(value)) return false;
  if (levels === 0) return true;
  for (const key in value) if (isTooDeep(value[key], levels - 1)) return true;
  return false;
}

const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** What the validator left out without a word: it knows no such key. Undefined says nothing. */
function droppedKeys(given: unknown, read: unknown, path = ''): readonly string[] {
  if (!isObject(given) || !isObject(read)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (Object.hasOwn(read, key)) return droppedKeys(value, read[key], at(path, key));
    return value === undefined ? [] : [at(path, key)];
  });
}

/** A word that is none of those that are known, or a block or mark of a kind that is not. */
function isUnknownWord(issue: z.core.$ZodIssue, value: unknown): boolean {
  const word = issue.path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[String(key)] : undefined), value);
  if (issue.code === 'invalid_value') return typeof word === 'string' && word !== '';
  if (issue.code !== 'invalid_union') return false;
  const kind = 'discriminator' in issue && typeof issue.discriminator === 'string' ? issue.discriminator : null;
  if (kind === null || issue.errors.length > 0) return false;
  return typeof (issue.path.at(-1) === kind ? word : isObject(word) ? word[kind] : undefined) === 'string';
}

const versionIn = (form: KeptForm<unknown>, value: unknown, said: number | undefined): number | 'broken' => {
  if (form.name === null) return said ?? 1;
  const written = isObject(value) && typeof value['schema'] === 'string' ? value['schema'] : '';
  const [name, number = '', ...rest] = written.split('/');
  return name === form.name && /^[1-9]\d*$/.test(number) && rest.length === 0 ? Number(number) : 'broken';
};

function readShape(form: KeptForm<unknown>, version: number, value: unknown): Reading<unknown> {
  let current = value;
  for (const { schema, up } of form.versions.slice(version - 1)) {
    const parsed = schema.safeParse(current);
    if (!parsed.success) {
      const { issues } = parsed.error;
      const saysAnother = form.name !== null && issues.some(({ path }) => path.join() === 'schema');
      return !saysAnother && issues.every((issue) => isUnknownWord(issue, current))
        ? { kind: 'newer', places: issues.map((issue) => issue.path.map(String).join('.')) }
        : { kind: 'broken', error: parsed.error, value: current };
    }
    const dropped = droppedKeys(current, parsed.data);
    if (dropped.length > 0) return { kind: 'newer', places: dropped };
    current = up ? up(parsed.data as never) : parsed.data;
  }
  return { kind: 'read', value: current };
}

/** Reads what was parsed from JSON; `said` is the version that stands beside a form without a name. Throws nothing. */
export function readForm<T>(form: KeptForm<T>, value: unknown, said?: number): Reading<T> {
  if (isTooDeep(value))
    return {
      kind: 'broken',
      error: new z.ZodError([{ code: 'custom', path: [], message: 'ist zu tief verschachtelt', input: null }]),
      value,
    };
  const version = versionIn(form, value, said);
  if (version !== 'broken' && version > form.versions.length) return { kind: 'newer', places: ['schema'] };
  let whole = value;
  if (isObject(value)) {
    for (const [key, part] of Object.entries(form.parts)) {
      if (!(key in value)) continue;
      const reading = readForm(part, value[key]);
      if (reading.kind === 'newer') return { ...reading, places: reading.places.map((place) => at(key, place)) };
      if (reading.kind === 'broken') {
        const issues = reading.error.issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }));
        return { kind: 'broken', error: new z.ZodError(issues), value: { ...value, [key]: reading.value } };
      }
      whole = { ...(whole as object), [key]: reading.value };
    }
  }
  // What says another version than it can be is judged as the first: the validator names the place.
  return readShape(form, version === 'broken' ? 1 : version, whole) as Reading<T>;
}
