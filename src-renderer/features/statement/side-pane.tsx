/** A pane that stands over the preview while something else is wanted beside the text: a way back, a search, a list. Escape goes back to the text. */
import type { Editor } from '@tiptap/core';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  readonly pane: RefObject<HTMLElement | null>;
  readonly title: string;
  /** Its place in the handbook. */
  readonly help: 'textbausteine' | 'frühere-antworten';
  readonly editor: Editor | null;
  readonly onClose: () => void;
  readonly search: ReactNode;
  readonly children: ReactNode;
}

export function SidePane({ pane, title, help, editor, onClose, search, children }: Props) {
  useEffect(() => {
    pane.current?.querySelector('input')?.focus();
  }, [pane]);
  const close = (): void => {
    onClose();
    editor?.view.focus();
  };
  return (
    <section
      className="pane preview pane-over side-pane"
      aria-label={title}
      data-help={help}
      ref={pane}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <header className="pane-head">
        <Button kind="quiet" icon="arrowLeft" onPress={close}>
          {t.preview.back}
        </Button>
        <h2 className="ellipsis">{title}</h2>
      </header>
      <div className="side-search" data-own-undo>
        {search}
      </div>
      <div className="pane-body">{children}</div>
    </section>
  );
}
