/** A letter while it is written: drafted by the core, changed by a person, kept with every change. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LetterContent, LetterDraft, LetterRequest } from '../../../src-main/contract/letter/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { mergeLetter } from './merge-letter.ts';
import { useKeepUnfinished, type UnfinishedKeeper } from '../../data/use-unfinished.ts';
import { letterPlace, type UnfinishedLetter } from './unfinished-letter.ts';

export interface LetterInHand extends UnfinishedLetter {
  readonly draft: LetterDraft;
}

export interface LetterEditor {
  readonly letter: LetterInHand;
  readonly problem: string | null;
  readonly change: (part: Partial<LetterContent>) => void;
  /** Asks for a fresh draft; what was typed stays, `takes` follows the draft in any case. */
  readonly redraft: (
    request: Partial<Pick<LetterRequest, 'kind' | 'recipient' | 'date' | 'deadline' | 'newDeadline'>>,
    takes?: readonly (keyof LetterContent)[],
  ) => Promise<void>;
  /** Other lines of the address: whoever is named in them is greeted, unless the greeting was typed. */
  readonly address: (lines: readonly string[]) => void;
  readonly keepUnread: (field: keyof UnfinishedLetter['unread'], text: string) => void;
  readonly startAnew: () => Promise<void>;
  /** Goes on from a letter that was written before, with the day of today. */
  readonly takeUp: (content: LetterContent) => void;
  /** Brings back what was replaced by a new beginning or a former letter; null once something was changed since. */
  readonly bringBack: (() => void) | null;
  readonly keeper: UnfinishedKeeper<UnfinishedLetter>;
}

/** What to ask for when a letter is taken up: the kind that was chosen, with everything chosen before. */
export function requestOf(
  paperRef: string,
  kind: LetterContent['kind'] | undefined,
  kept: UnfinishedLetter | null,
): LetterRequest {
  return {
    ref: paperRef,
    kind: kind ?? kept?.content.kind ?? 'cover-letter',
    ...(kept?.choice && { recipient: kept.choice }),
    ...(kept?.content.date && kept.content.date !== kept.drafted.date && { date: kept.content.date }),
    ...(kept?.deadline && { deadline: kept.deadline }),
    ...(kept?.newDeadline && { newDeadline: kept.newDeadline }),
  };
}

const ADDRESS_AFTER_MS = 600;

/** A street or a room was written beside the name: whoever was meant is meant still. */
function isStillNamed(persons: LetterContent['recipient']['persons'], lines: readonly string[]): boolean {
  const text = lines.join(' ').toLowerCase();
  return persons.length > 0 && persons.every(({ familyName }) => text.includes(familyName.toLowerCase()));
}

/** `onOther`: another window changed the letter, and it is to be read anew. */
export function useLetter(
  paperRef: string,
  first: LetterDraft,
  kept: UnfinishedLetter | null,
  onOther: () => void,
): LetterEditor {
  const { client } = useCore();
  const [letter, setLetter] = useState<LetterInHand>(() => ({
    draft: first,
    content: kept ? mergeLetter(kept.content, kept.drafted, first.content) : first.content,
    drafted: first.content,
    choice: kept?.choice ?? null,
    deadline: kept?.deadline ?? null,
    newDeadline: kept?.newDeadline ?? null,
    unread: kept?.unread ?? {},
  }));
  const [problem, setProblem] = useState<string | null>(null);

  const keeper = useKeepUnfinished<UnfinishedLetter>(letterPlace(paperRef), onOther);
  const { keep, forget } = keeper;
  const isTouched = useRef(false);

  const [replaced, setReplaced] = useState<LetterInHand | null>(null);

  const put = useCallback((next: (last: LetterInHand) => LetterInHand): void => {
    isTouched.current = true;
    setReplaced(null);
    setLetter(next);
  }, []);
  useEffect(() => {
    if (!isTouched.current) return;
    const { draft: _, ...unfinished } = letter;
    keep(unfinished);
  }, [keep, letter]);
  const change = useCallback(
    (part: Partial<LetterContent>): void => put((last) => ({ ...last, content: { ...last.content, ...part } })),
    [put],
  );

  const keepUnread: LetterEditor['keepUnread'] = (field, text) =>
    put((last) => ({ ...last, unread: { ...last.unread, [field]: text || undefined } }));

  const ask = async (request: LetterRequest): Promise<LetterDraft | null> => {
    setProblem(null);
    try {
      return await client.letters.draft(request);
    } catch (error) {
      setProblem(problemOf(error).sentence);
      return null;
    }
  };

  const redraft: LetterEditor['redraft'] = async (request, takes = []) => {
    const chosen = {
      choice: request.recipient ?? letter.choice,
      deadline: 'deadline' in request ? (request.deadline ?? null) : letter.deadline,
      newDeadline: 'newDeadline' in request ? (request.newDeadline ?? null) : letter.newDeadline,
    };
    const kind = request.kind ?? letter.content.kind;
    const fresh = await ask({
      ...requestOf(paperRef, kind, { ...letter, ...chosen }),
      ...(request.date !== undefined && { date: request.date }),
    });
    if (!fresh) return;
    put((last) => ({
      ...last,
      ...chosen,
      draft: fresh,
      content: mergeLetter(last.content, last.drafted, fresh.content, takes),
      drafted: fresh.content,
    }));
  };

  const addressing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(addressing.current), []);
  const readdress = async (lines: readonly string[]): Promise<void> => {
    const choice = { lines: lines.map((line) => line.trim()).filter(Boolean) };
    const fresh = await ask(requestOf(paperRef, letter.content.kind, { ...letter, choice }));
    if (!fresh) return;
    put((last) => {
      const typed = last.content.recipient.lines;
      if (typed.join('\n') !== lines.join('\n')) return last;
      const content = mergeLetter(last.content, last.drafted, fresh.content);
      const recipient = { ...fresh.content.recipient, lines: typed };
      return { ...last, choice, draft: fresh, content: { ...content, recipient }, drafted: fresh.content };
    });
  };
  const address: LetterEditor['address'] = (lines) => {
    const { recipient } = letter.content;
    change({ recipient: { ...recipient, lines: [...lines] } });
    clearTimeout(addressing.current);
    if (!isStillNamed(recipient.persons, lines))
      addressing.current = setTimeout(() => void readdress(lines), ADDRESS_AFTER_MS);
  };

  const startAnew = async (): Promise<void> => {
    const fresh = await ask(requestOf(paperRef, letter.content.kind, null));
    if (!fresh) return;
    isTouched.current = false;
    forget();
    setReplaced(letter);
    setLetter({
      draft: fresh,
      content: fresh.content,
      drafted: fresh.content,
      choice: null,
      deadline: null,
      newDeadline: null,
      unread: {},
    });
  };

  const takeUp = (content: LetterContent): void => {
    put((last) => ({ ...last, content: { ...content, date: last.drafted.date } }));
    setReplaced(letter);
  };
  const bringBack = replaced && ((): void => put(() => replaced));

  return { letter, problem, change, redraft, address, keepUnread, startAnew, takeUp, bringBack, keeper };
}
