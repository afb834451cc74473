/** The menu of the right mouse button: spelling first, then the clipboard. */
import { shellTexts } from '../contract/shell/texts-de.ts';

/** The part of Electron's parameters that decides. */
export interface ContextMenuParameters {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly misspelledWord: string;
  readonly dictionarySuggestions: readonly string[];
  readonly editFlags: { readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean };
}

type EditRole = 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll';

export type ContextMenuEntry =
  | { readonly kind: 'line' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'suggestion'; readonly word: string }
  | { readonly kind: 'learn'; readonly label: string; readonly word: string }
  | { readonly kind: 'edit'; readonly label: string; readonly role: EditRole; readonly isEnabled: boolean };

const MOST_SUGGESTIONS = 6;

function spellingEntries({ misspelledWord, dictionarySuggestions }: ContextMenuParameters): ContextMenuEntry[] {
  if (misspelledWord === '') return [];
  const { contextMenu: t } = shellTexts;
  const suggestions = dictionarySuggestions
    .slice(0, MOST_SUGGESTIONS)
    .map((word): ContextMenuEntry => ({ kind: 'suggestion', word }));
  return [
    ...(suggestions.length > 0 ? suggestions : [{ kind: 'text', label: t.noSuggestions } as const]),
    { kind: 'line' },
    { kind: 'learn', label: t.addToDictionary, word: misspelledWord },
    { kind: 'line' },
  ];
}

/** Empty where there is nothing to choose; no menu opens then. */
export function contextMenuEntries(parameters: ContextMenuParameters): readonly ContextMenuEntry[] {
  const { contextMenu: t } = shellTexts;
  const { isEditable, selectionText, editFlags } = parameters;
  const edit = (label: string, role: EditRole, isEnabled: boolean): ContextMenuEntry => ({
    kind: 'edit',
    label,
    role,
    isEnabled,
  });
  if (!isEditable) return selectionText.trim() === '' ? [] : [edit(t.copy, 'copy', editFlags.canCopy)];
  return [
    ...spellingEntries(parameters),
    edit(t.cut, 'cut', editFlags.canCut),
    edit(t.copy, 'copy', editFlags.canCopy),
    edit(t.paste, 'paste', editFlags.canPaste),
    edit(t.pastePlain, 'pasteAndMatchStyle', editFlags.canPaste),
    { kind: 'line' },
    edit(t.selectAll, 'selectAll', true),
  ];
}
