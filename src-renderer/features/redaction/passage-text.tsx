/** The text as it prints, to be read and marked: the cursor goes through it, but nothing can be changed. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Passage, RedactionField } from '../../../src-main/contract/redaction/shapes.ts';
import { t } from '../../texts/de.ts';
import { piecesOf, type MarkedWords } from './marked-words.ts';

const FIELDS: readonly RedactionField[] = ['answers', 'name', 'quotation', 'hinge', 'reply', 'attachments'];

interface Props {
  readonly passages: readonly Passage[];
  readonly list: readonly MarkedWords[];
  readonly onMark: () => void;
}

/** Keys that would write; the others move the cursor or belong to the window. */
const writes = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (key.length === 1 && !ctrlKey && !metaKey) || ['Backspace', 'Delete', 'Dead', 'Process'].includes(key);

function FieldText({ field, passages, list, onMark }: Props & { readonly field: RedactionField }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const refuse = (event: Event): void => event.preventDefault();
    // Whatever way something wants in: typing, pasting, dropping, spelling.
    for (const name of ['beforeinput', 'drop', 'dragstart']) element.addEventListener(name, refuse);
    return () => {
      for (const name of ['beforeinput', 'drop', 'dragstart']) element.removeEventListener(name, refuse);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onMark();
    if (event.key === 'Enter' || writes(event)) event.preventDefault();
  };
  return (
    <div
      ref={box}
      className="passages"
      role="textbox"
      aria-multiline
      aria-readonly
      aria-label={t.redaction.fields[field]}
      tabIndex={0}
      // Only an editable text has a cursor that selects with the keyboard.
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      onKeyDown={onKeyDown}
    >
      {passages.map((passage, index) =>
        passage.field === field ? (
          <p key={index} data-passage={index}>
            {piecesOf(passage, list).map((piece, at) =>
              piece.look === 'plain' ? (
                <span key={at}>{piece.text}</span>
              ) : (
                <mark key={at} className={piece.look}>
                  {piece.text}
                </mark>
              ),
            )}
          </p>
        ) : null,
      )}
    </div>
  );
}

export function PassageText(props: Props) {
  const present = FIELDS.filter((field) => props.passages.some((passage) => passage.field === field));
  return (
    <>
      {present.map((field) => (
        <section key={field} className="redaction-field">
          <h2>{t.redaction.fields[field]}</h2>
          <FieldText {...props} field={field} />
        </section>
      ))}
    </>
  );
}
