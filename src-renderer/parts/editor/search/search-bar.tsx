/** Finding and replacing in the texts of a page: Strg+F and Strg+H open it, Escape goes back to the text. */
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { t } from '../../../texts/de.ts';
import { Button, IconButton, ToggleIconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useSearch } from './use-search.ts';

const words = t.textSearch;

interface Props {
  /** In the order of the page; null where a text is not there yet. */
  readonly editors: readonly (Editor | null)[];
  /** The text that was written in last. */
  readonly active: Editor | null;
  /** Brings the texts into sight, where something else stands in their place. */
  readonly onOpen?: () => void;
}

interface Entered {
  readonly look: string;
  readonly instead: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** What is chosen in the text, if it is a word or a few. */
function chosenWords(editor: Editor | null): string {
  if (!editor || editor.isDestroyed) return '';
  const { from, to, empty } = editor.state.selection;
  const chosen = empty ? '' : editor.state.doc.textBetween(from, to, '\n', '\n');
  return chosen.includes('\n') || chosen.length > 200 ? '' : chosen;
}

export function TextSearch({ editors, active, onOpen }: Props) {
  const [open, setOpen] = useState<{ readonly replaces: boolean; readonly begun: number } | null>(null);
  const [entered, setEntered] = useState<Entered>({ look: '', instead: '', matchCase: false, wholeWord: false });
  const enter = useCallback((part: Partial<Entered>): void => setEntered((last) => ({ ...last, ...part })), []);
  const begin = useEffectEvent((replaces: boolean): void => {
    const chosen = chosenWords(active);
    if (chosen !== '') enter({ look: chosen });
    onOpen?.();
    setOpen((last) => ({ replaces, begun: (last?.begun ?? 0) + 1 }));
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'f' && key !== 'h') return;
      // What stands above the page has its own keys.
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      event.stopPropagation();
      begin(key === 'h');
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  if (!open) return null;
  return (
    <SearchBar
      begun={open.begun}
      replaces={open.replaces}
      editors={editors}
      active={active}
      entered={entered}
      onEnter={enter}
      onClose={() => setOpen(null)}
    />
  );
}

interface BarProps extends Props {
  /** Counts how often it was asked for: then its field takes the keys again. */
  readonly begun: number;
  readonly replaces: boolean;
  readonly entered: Entered;
  readonly onEnter: (part: Partial<Entered>) => void;
  readonly onClose: () => void;
}

function SearchBar({ begun, replaces, editors, active, entered, onEnter, onClose }: BarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { look, instead, matchCase, wholeWord } = entered;
  const [replaced, setReplaced] = useState<number | null>(null);
  const wanted = useMemo(
    () => (look === '' ? null : { words: look, matchCase, wholeWord }),
    [look, matchCase, wholeWord],
  );
  const present = useMemo(() => editors.filter((editor) => editor !== null), [editors]);
  const search = useSearch(present, wanted, active);
  useEffect(() => {
    const field = bar.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [begun]);
  const close = (): void => {
    search.leave();
    onClose();
  };
  // A button that has nothing left to do loses the focus to nobody: the key means the bar all the same.
  const onLost = useEffectEvent((event: globalThis.KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.target !== document.body) return;
    event.preventDefault();
    close();
  });
  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent): void => onLost(event);
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, []);
  const go = (step: 1 | -1): void => {
    setReplaced(null);
    search.go(step);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'F3') go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFieldKey = (event: { readonly key: string; readonly shiftKey: boolean }, act: () => void): void => {
    if (event.key === 'Enter') act();
  };
  const replaceOne = (): void => {
    setReplaced(null);
    search.replace(instead);
  };
  const said = (): string => {
    if (replaced !== null) return words.replaced(replaced);
    if (look === '') return '';
    return search.count === 0 ? words.none : words.at(search.at, search.count);
  };
  return (
    <div
      className="search-bar"
      role="search"
      aria-label={words.region}
      ref={bar}
      onKeyDown={onKey}
      data-help="suchen-und-ersetzen"
    >
      <div className="search-row">
        <div data-own-undo>
          <TextField
            label={words.find}
            hideLabel
            placeholder={words.find}
            value={look}
            onChange={(next) => {
              onEnter({ look: next });
              setReplaced(null);
            }}
            onKeyDown={(event) => onFieldKey(event, () => go(event.shiftKey ? -1 : 1))}
          />
        </div>
        <ToggleIconButton
          icon="matchCase"
          label={words.matchCase}
          isSelected={matchCase}
          onChange={(isOn) => onEnter({ matchCase: isOn })}
        />
        <ToggleIconButton
          icon="wholeWord"
          label={words.wholeWord}
          isSelected={wholeWord}
          onChange={(isOn) => onEnter({ wholeWord: isOn })}
        />
        <IconButton icon="arrowUp" label={words.previous} isDisabled={search.count === 0} onPress={() => go(-1)} />
        <IconButton icon="arrowDown" label={words.next} isDisabled={search.count === 0} onPress={() => go(1)} />
        <span className="soft small search-count" role="status">
          {said()}
        </span>
        <IconButton icon="dismiss" label={words.close} onPress={close} />
      </div>
      {replaces && (
        <div className="search-row">
          <div data-own-undo>
            <TextField
              label={words.replaceWith}
              hideLabel
              placeholder={words.replaceWith}
              value={instead}
              onChange={(next) => onEnter({ instead: next })}
              onKeyDown={(event) => onFieldKey(event, replaceOne)}
            />
          </div>
          <Button isDisabled={!search.canReplace} onPress={replaceOne}>
            {words.replace}
          </Button>
          <Button isDisabled={!search.canReplaceAny} onPress={() => setReplaced(search.replaceAll(instead))}>
            {words.replaceAll}
          </Button>
          {search.count > 0 && !search.canReplace && (
            <span className="soft small">{search.canReplaceAny ? words.locked : words.lockedText}</span>
          )}
        </div>
      )}
    </div>
  );
}
