/** What belongs into a gap, asked beside it: a day, one of some words, a number, a paper, a person, or any words. */
import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { formatGermanDate } from '../../../../src-main/base/german-date.ts';
import { typedPlaceholder, type TypedPlaceholder } from '../../../../src-main/contract/module/typed-placeholder.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { SuggestField } from '../../../ui/suggest-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { fillGap, nextGap, selectedGap, selectGap, type Gap } from './gap-keys.ts';

const words = t.modules.gap;

interface Props {
  readonly page: RefObject<HTMLElement | null>;
  /** The text whose gaps are filled; null where none may be changed. */
  readonly editor: Editor | null;
  readonly persons: readonly string[];
  /** Numbers of papers that are near: those that are answered. */
  readonly papers: readonly string[];
}

export function GapField({ page, editor, persons, papers }: Props) {
  const anchor = useRef<HTMLElement | null>(null);
  const [gap, setGap] = useState<Gap | null>(null);
  const ask = useEffectEvent((): boolean => {
    const chosen = editor?.isEditable ? selectedGap(editor) : null;
    const shown = chosen && editor?.view.nodeDOM(chosen.position);
    if (!chosen || !(shown instanceof HTMLElement)) return false;
    anchor.current = shown;
    setGap(chosen);
    return true;
  });
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (!editor || event.ctrlKey || event.altKey || event.metaKey) return;
    const isInText = event.target instanceof Element && editor.view.dom.contains(event.target);
    if (event.key === 'F8') {
      const next = nextGap(editor, event.shiftKey ? -1 : 1);
      if (next) selectGap(editor, next);
    } else if (event.key !== 'Enter' || !isInText || !ask()) return;
    event.preventDefault();
    event.stopPropagation();
  });
  const onClick = useEffectEvent((event: MouseEvent): void => {
    if (
      event.target instanceof Element &&
      editor?.view.dom.contains(event.target) &&
      event.target.closest('.placeholder')
    )
      ask();
  });
  useEffect(() => {
    const element = page.current;
    const keys = (event: KeyboardEvent): void => onKey(event);
    const clicks = (event: MouseEvent): void => onClick(event);
    element?.addEventListener('keydown', keys, { capture: true });
    element?.addEventListener('click', clicks);
    return () => {
      element?.removeEventListener('keydown', keys, { capture: true });
      element?.removeEventListener('click', clicks);
    };
  }, [page]);
  if (!gap || !editor) return null;
  const asked = typedPlaceholder(gap.label);
  const close = (): void => {
    setGap(null);
    editor.view.focus();
  };
  return (
    <Popover
      className="popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      placement="bottom start"
    >
      <Dialog className="gap-field" aria-label={words.dialog(asked.name)}>
        <GapForm
          asked={asked}
          suggestions={asked.kind === 'paper' ? papers : persons}
          onFill={(filled) => {
            setGap(null);
            fillGap(editor, gap, filled);
          }}
        />
      </Dialog>
    </Popover>
  );
}

function GapForm({
  asked,
  suggestions,
  onFill,
}: {
  readonly asked: TypedPlaceholder;
  readonly suggestions: readonly string[];
  readonly onFill: (words: string) => void;
}) {
  const [text, setText] = useState('');
  const [day, setDay] = useState<{ readonly value: string | null; readonly unread: string }>({
    value: null,
    unread: '',
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  const filled = asked.kind === 'date' ? (day.value === null ? '' : formatGermanDate(day.value)) : text.trim();
  if (asked.kind === 'choice')
    return (
      <form ref={form} onSubmit={(event) => event.preventDefault()} role="group" aria-label={words.choose}>
        {asked.options.map((option) => (
          <Button key={option} onPress={() => onFill(option)}>
            {option}
          </Button>
        ))}
      </form>
    );
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (filled !== '') onFill(filled);
      }}
    >
      {asked.kind === 'date' && (
        <DateField
          label={asked.name}
          value={day.value}
          unread={day.unread}
          onChange={(value, unread) => setDay({ value, unread })}
        />
      )}
      {(asked.kind === 'paper' || asked.kind === 'person') && (
        <SuggestField label={asked.name} value={text} suggestions={suggestions} onChange={setText} />
      )}
      {(asked.kind === 'text' || asked.kind === 'number') && (
        <TextField
          label={asked.name}
          value={text}
          onChange={setText}
          {...(asked.kind === 'number' && { inputMode: 'decimal' as const })}
        />
      )}
      <Button kind="primary" type="submit" isDisabled={filled === ''}>
        {words.fill}
      </Button>
    </form>
  );
}
