/** What opens a list below the toolbar. When something is chosen, the cursor is back in the text before the next key. */
import type { Editor } from '@tiptap/core';
import { type PointerEvent, type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';
import { inText } from './focus-text.ts';

/** A list that was opened from the text gives the cursor back to it, chosen from or not. */
export function useList(editor: Editor) {
  const [isOpen, setOpen] = useState(false);
  const fromText = useRef(false);
  // Taken away at once: the rest of the page takes no keys as long as the list is there.
  const close = (): void => flushSync(() => setOpen(false));
  const onOpenChange = (opens: boolean): void => {
    if (opens) {
      setOpen(true);
      return;
    }
    close();
    // In the next frame the list would give the cursor to its own button.
    if (fromText.current) requestAnimationFrame(() => editor.view.focus());
    fromText.current = false;
  };
  /** Before the button takes the focus, as it does when it opens its list. */
  const remember = (event: PointerEvent<HTMLElement>): void => {
    if (isInside(event)) fromText.current = editor.view.hasFocus();
  };
  return { list: { isOpen, onOpenChange }, close, remember };
}

/** Events of what floats above the page arrive here, too. */
const isInside = ({ target, currentTarget }: SyntheticEvent): boolean =>
  target instanceof Node && currentTarget.contains(target);

export type Style = keyof typeof t.editor.styles;
const STYLES = Object.keys(t.editor.styles) as Style[];

function setStyle(editor: Editor, style: Style): void {
  inText(editor, (chain) =>
    style === 'paragraph' ? chain.setParagraph() : chain.setHeading({ level: style === 'heading1' ? 1 : 2 }),
  );
}

export function StyleList({ editor, style }: { readonly editor: Editor; readonly style: Style }) {
  const { list, close, remember } = useList(editor);
  return (
    <div className="keeps-cursor" onPointerDownCapture={remember}>
      <Select
        className="field"
        aria-label={t.editor.style}
        value={style}
        {...list}
        onChange={(key) => {
          close();
          const chosen = STYLES.find((id) => id === key);
          if (chosen) setStyle(editor, chosen);
        }}
      >
        <AriaButton className="select-button tool" preventFocusOnPress>
          <SelectValue className="ellipsis" />
          <Icon name="chevronDown" small />
        </AriaButton>
        <Popover className="popover">
          <ListBox className="menu">
            {STYLES.map((id) => (
              <ListBoxItem key={id} id={id} className="menu-item">
                {t.editor.styles[id]}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
    </div>
  );
}

/** A press with the mouse never moves the cursor out of the text; by keyboard the buttons are reached as ever. */
export function KeepsCursor({ children }: { readonly children: ReactNode }) {
  return (
    <div
      className="keeps-cursor"
      onMouseDownCapture={(event) => {
        if (isInside(event)) event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}
