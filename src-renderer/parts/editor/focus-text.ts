/** The cursor stays in the text whatever is pressed beside it. */
import type { ChainedCommands, Editor } from '@tiptap/core';

/** At once: a key that is typed in the next moment belongs to the text already. */
export function inText(editor: Editor, act: (chain: ChainedCommands) => ChainedCommands): void {
  if (!editor.view.hasFocus()) editor.view.focus();
  act(editor.chain()).scrollIntoView().run();
}
