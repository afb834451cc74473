/** The right mouse button, or the menu key, at a word that is underlined for its spelling. */
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Popover } from 'react-aria-components/Popover';
import type { Finding } from '../../../../src-main/contract/release/shapes.ts';
import { t } from '../../../texts/de.ts';
import type { FindingsView } from './use-findings.ts';
import { WordChoices } from './word-choices.tsx';

/** By the menu key the event comes from the field; the word is where the cursor stands. */
function markedAt(event: MouseEvent): HTMLElement | null {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-finding]') : null;
  if (target || event.button === 2) return target;
  return getSelection()?.anchorNode?.parentElement?.closest<HTMLElement>('[data-finding]') ?? null;
}

interface Props {
  readonly page: RefObject<HTMLElement | null>;
  readonly view: FindingsView;
}

export function WordMenu({ page, view }: Props) {
  const anchor = useRef<HTMLElement | null>(null);
  const [finding, setFinding] = useState<Finding | null>(null);
  const open = useEffectEvent((event: MouseEvent): void => {
    const marked = markedAt(event);
    const found = view.findings.find(({ key, rule }) => rule === 'spelling' && key === marked?.dataset['finding']);
    if (!marked || !found) return;
    event.preventDefault();
    anchor.current = marked;
    setFinding(found);
  });
  useEffect(() => {
    const element = page.current;
    const onMenu = (event: MouseEvent): void => open(event);
    element?.addEventListener('contextmenu', onMenu);
    return () => element?.removeEventListener('contextmenu', onMenu);
  }, [page]);
  const word = finding?.details['text'] ?? '';
  return (
    <Popover
      className="popover"
      aria-label={t.findings.spelling.menu(word)}
      triggerRef={anchor}
      isOpen={finding !== null}
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        setFinding(null);
        view.focusText();
      }}
      placement="bottom start"
    >
      {finding !== null && (
        <WordChoices
          word={word}
          canReplace={view.canReplace(finding)}
          onReplace={(wanted) => {
            setFinding(null);
            view.correct(finding, wanted);
          }}
          onLearn={(learned) => {
            setFinding(null);
            view.learn(learned);
            view.focusText();
          }}
        />
      )}
    </Popover>
  );
}
