/**
 * A key acts where the cursor stands. Browsers tell of a moved cursor in an event of its own, later than the key that moved it: while the window was
 * busy, "Strg+End, Enter" in a quick hand would break the line where the cursor had been. So the editor is told before every key.
 */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

export const CursorInTime = Extension.create({
  name: 'cursorInTime',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, { isComposing }) => {
            if (!view.composing && !isComposing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
            return false;
          },
        },
      },
    }),
  ],
});
