/** The number as it is typed: what it would mean is said while typing, it is taken when one leaves the field, and can be taken back. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { NumberLook } from '../../../src-main/contract/number/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { GivenNumber } from './use-statement-acts.ts';

const words = t.number;

/** Nothing where the number is the paper's own and needs no word. */
function meaning(look: NumberLook): string {
  const reference = look.reference ?? '';
  switch (look.kind) {
    case 'empty':
      return look.next === null ? words.elsewhere(look.example) : words.next(look.next);
    case 'malformed':
      return words.malformed(look.fault ?? '', look.example);
    case 'other-class':
      return words.otherClass(reference, look.example);
    case 'free':
      return [words.free(reference), look.gap ? words.gap(look.gap.from, look.gap.to) : ''].filter(Boolean).join(' ');
    case 'own':
      return words.own;
    case 'taken':
      return words.taken(reference, look.holder?.name ?? '');
    case 'void':
      return words.void(reference, look.reason ?? '');
  }
}

const REFUSED: ReadonlySet<NumberLook['kind']> = new Set(['malformed', 'other-class', 'taken', 'void']);

interface Props {
  readonly id: string;
  readonly reference: string | null;
  /** Of the statement's date: the year a number is most likely of. */
  readonly year: number | null;
  readonly isReadOnly: boolean;
  /** Takes a number, "" takes it away; rejects with what is wrong. */
  readonly onNumber: (reference: string) => Promise<GivenNumber>;
}

export function NumberField({ id, reference, year, isReadOnly, onNumber }: Props) {
  const { queries } = useCore();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [given, setGiven] = useState<(GivenNumber & { readonly former: string | null }) | null>(null);
  const text = typed ?? reference ?? '';
  const wanted = useDeferredValue(text);
  const isTyping = typed !== null && typed.trim() !== (reference ?? '');
  const { data: look } = useQuery({
    ...queries.numbers.look.queryOptions({ input: { text: wanted.slice(0, 2000), paperId: id, year }, staleTime: 0 }),
    enabled: !isReadOnly && (isTyping || reference === null),
    placeholderData: (previous) => previous,
  });
  const take = async (next: string): Promise<void> => {
    setProblem(null);
    const before = reference;
    try {
      const taken = await onNumber(next);
      setTyped(null);
      setGiven({ ...taken, former: before });
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };
  const commit = (): void => {
    if (!isTyping) {
      setTyped(null);
      setProblem(null);
      return;
    }
    void take(typed.trim());
  };
  const shows = !isReadOnly && (isTyping || reference === null) ? look : undefined;
  const isRefused = shows !== undefined && isTyping && REFUSED.has(shows.kind);
  const holder = isRefused ? shows.holder : null;
  return (
    // What is typed and not taken yet is the field's own.
    <div
      className="number-row"
      data-refused={isRefused || problem !== null || undefined}
      data-own-undo={isTyping || undefined}
    >
      <TextField
        label={words.label}
        value={text}
        isReadOnly={isReadOnly}
        error={isRefused ? meaning(shows) : problem}
        onChange={(value) => {
          setTyped(value);
          setProblem(null);
          setGiven(null);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape' && isTyping) {
            setTyped(null);
            setProblem(null);
          }
        }}
      />
      <p className="soft small number-meaning" role="status">
        {shows && !isRefused && problem === null ? meaning(shows) : ''}
        {holder && (
          <Link
            to={holder.paperType === 'statement' ? '/stellungnahme/$id' : '/eingang/$id'}
            params={{ id: holder.id }}
          >
            {words.openHolder}
          </Link>
        )}
        {shows && !isRefused && problem === null && ' '}
        {given?.reference === reference && given.former !== reference && !isTyping && !isReadOnly && (
          <>
            {words.changed(given.former)}{' '}
            <Button
              kind="link"
              icon="undo"
              onPress={() => void given.undo().catch((error: unknown) => setProblem(problemOf(error).sentence))}
            >
              {words.undo}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}

/** In the head of the page: the next number at once, where this program gives them. */
export function GiveNumberButton({
  id,
  year,
  onGive,
}: {
  readonly id: string;
  readonly year: number | null;
  readonly onGive: () => void;
}) {
  const { queries } = useCore();
  const { data } = useQuery(queries.numbers.look.queryOptions({ input: { text: '', paperId: id, year } }));
  return data && !data.isGivenElsewhere ? <Button onPress={onGive}>{t.statement.giveNumber}</Button> : null;
}
