/** A letter in the making: kept on this machine, one for each paper, so that leaving the page loses nothing. */
import * as z from 'zod';
import { letterContentSchema, letterRecipientChoiceSchema } from '../../../src-main/contract/letter.ts';

const unfinishedSchema = z.object({
  content: letterContentSchema,
  /** The letter as it was drafted: what still equals it was not typed by a person. */
  drafted: letterContentSchema,
  choice: letterRecipientChoiceSchema.nullable(),
  deadline: z.iso.date().nullable(),
  newDeadline: z.iso.date().nullable(),
});
export type UnfinishedLetter = z.infer<typeof unfinishedSchema>;

const keyOf = (paperRef: string): string => `stellwerk-brief-${paperRef}`;

export function readUnfinishedLetter(paperRef: string): UnfinishedLetter | null {
  try {
    return unfinishedSchema.parse(JSON.parse(localStorage.getItem(keyOf(paperRef)) ?? 'null'));
  } catch {
    return null;
  }
}

export function keepUnfinishedLetter(paperRef: string, letter: UnfinishedLetter): void {
  localStorage.setItem(keyOf(paperRef), JSON.stringify(letter));
}

export function forgetUnfinishedLetter(paperRef: string): void {
  localStorage.removeItem(keyOf(paperRef));
}
