/** Takes a fresh draft over into a letter that was edited: what a person typed stays, the rest follows. */
import type { LetterContent } from '../../../src-main/contract/letter/shapes.ts';

/** The editor gives every block an id of its own; they are no part of the text. */
const withoutIds = (part: unknown): string =>
  JSON.stringify(part, (key, value: unknown) => (key === 'id' ? undefined : value));
const isSame = (a: unknown, b: unknown): boolean => withoutIds(a) === withoutIds(b);

type Parts = Record<string, unknown>;

function merged<T extends object>(mine: T, drafted: T, fresh: T): T {
  const own = (key: string): unknown => (mine as Parts)[key];
  return Object.fromEntries(
    Object.entries(fresh).map(([key, value]) => [key, isSame(own(key), (drafted as Parts)[key]) ? value : own(key)]),
  ) as T;
}

/** What stands where the date belongs stays there until a date takes its place. */
const unreadKept = ({ unreadDate }: LetterContent, letter: LetterContent): LetterContent =>
  letter.date === null && unreadDate ? { ...letter, unreadDate } : letter;

/** `takes` names what comes from the fresh draft in any case, such as the recipient that was just chosen. */
export function mergeLetter(
  mine: LetterContent,
  drafted: LetterContent,
  fresh: LetterContent,
  takes: readonly (keyof LetterContent)[] = [],
): LetterContent {
  const next = {
    ...merged(mine, drafted, fresh),
    information: merged(mine.information, drafted.information, fresh.information),
    kind: fresh.kind,
  };
  return unreadKept(mine, { ...next, ...Object.fromEntries(takes.map((key) => [key, fresh[key]])) });
}

/** Subject, text or greeting are not those of the template any more. */
export const hasOwnText = (mine: LetterContent, drafted: LetterContent): boolean =>
  (['subject', 'body', 'closing'] as const).some((key) => !isSame(mine[key], drafted[key]));
