/** Where a finding of the release check points: carried in the address of the statement, opened and selected there. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import type { FindingPlace } from '../../../src-main/contract/release/shapes.ts';
import { REDACTED_MARK } from '../../../src-main/record/rich-text/rich-text.ts';

const MARK = 'stelle=';

/** For the address behind "#". */
export const placeHash = ({ field, blockId, start, end }: FindingPlace): string =>
  MARK + [field, blockId ?? '', String(start), String(end)].map(encodeURIComponent).join(',');

/** Null where the address names no place, or a damaged one. */
export function placeOfHash(hash: string): FindingPlace | null {
  if (!hash.startsWith(MARK)) return null;
  try {
    const [field = '', blockId = '', start, end] = hash.slice(MARK.length).split(',').map(decodeURIComponent);
    const offsets = [Number(start), Number(end)] as const;
    if (field === '' || offsets.some((offset) => !Number.isInteger(offset) || offset < 0)) return null;
    return { field, blockId: blockId === '' ? null : blockId, start: offsets[0], end: offsets[1] };
  } catch {
    return null;
  }
}

/** The field that a finding led here for, without its row: what is folded opens for it. */
export const useFoundField = (): string => {
  const hash = useLocation({ select: (location) => location.hash });
  return placeOfHash(hash)?.field.split('.')[0] ?? '';
};

/** Length of a node in the plain text that findings count in (`core/rich-text/plain-text.ts`). */
function plainLength(node: Node): number {
  if (node.type.name === 'placeholder') return String(node.attrs['label']).length + 2;
  if (node.type.name === 'redacted') return REDACTED_MARK.length;
  return node.nodeSize;
}

/** Position in the document of a UTF-16 offset in the plain text of a block; null where the block is gone. */
export function positionInBlock(document: Node, blockId: string, offset: number): number | null {
  let found: number | null = null;
  document.descendants((node, at) => {
    if (found !== null || !node.isTextblock || node.attrs['id'] !== blockId) return found === null;
    let position = at + 1;
    let rest = offset;
    for (const child of node.children) {
      const length = plainLength(child);
      if (rest < length) {
        // Inside anything but text there is no place: before it.
        if (child.isText) position += rest;
        break;
      }
      position += child.nodeSize;
      rest -= length;
    }
    found = position;
    return false;
  });
  return found;
}

/** Block and UTF-16 offset of a position in the document: the counterpart of `positionInBlock`. Null outside of blocks with text. */
export function placeInBlock(
  document: Node,
  position: number,
): { readonly block: string; readonly offset: number } | null {
  const at = document.resolve(position);
  const block: unknown = at.parent.attrs['id'];
  if (!at.parent.isTextblock || typeof block !== 'string') return null;
  let rest = at.parentOffset;
  let offset = 0;
  for (const child of at.parent.children) {
    if (rest < child.nodeSize) {
      offset += child.isText ? rest : 0;
      break;
    }
    rest -= child.nodeSize;
    offset += plainLength(child);
  }
  return { block, offset };
}

/** Selects it in the text, with the cursor there. */
export function selectRange(editor: Editor, from: number, to: number): void {
  editor.commands.setTextSelection({ from, to });
  goTo(editor, from);
}

function goTo(editor: Editor, position: number): void {
  editor.view.focus();
  const { node } = editor.view.domAtPos(position);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
}

function selectIn(editor: Editor, { blockId, start, end }: FindingPlace): void {
  const from = blockId === null ? null : positionInBlock(editor.state.doc, blockId, start);
  const to = blockId === null ? null : positionInBlock(editor.state.doc, blockId, end);
  if (from !== null && to !== null) selectRange(editor, from, to);
  else goTo(editor, from ?? 0);
}

const FOCUSABLE = 'input:not([type="hidden"]), [contenteditable="true"], textarea, button, a[href]';

function focusField(page: HTMLElement, field: string): void {
  const found = page.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  if (!found) return;
  const target = found.querySelector<HTMLElement>(FOCUSABLE) ?? found;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

/** Goes there once everything is drawn; a second visit to the same place goes there again. */
export function useFoundPlace(
  page: RefObject<HTMLElement | null>,
  editors: { readonly reply: Editor | null; readonly quotation: Editor | null },
): void {
  const { hash, key } = useLocation({ select: ({ hash: at, state }) => ({ hash: at, key: state.__TSR_key }) });
  const seen = useRef<string | undefined>(undefined);
  const { reply, quotation } = editors;
  useEffect(() => {
    const place = placeOfHash(hash);
    if (!place || !page.current || !reply || !quotation || seen.current === `${key} ${hash}`) return;
    seen.current = `${key} ${hash}`;
    const container = page.current;
    // Sections that open for the place are laid out in the next frame.
    requestAnimationFrame(() => {
      if (place.field === 'reply') selectIn(reply, place);
      else if (place.field === 'quotation') selectIn(quotation, place);
      else focusField(container, place.field);
    });
  }, [hash, key, page, quotation, reply]);
}
