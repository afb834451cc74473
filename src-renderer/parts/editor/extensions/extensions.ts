/** The editor's schema: exactly the rich text of the record, nothing that could not be printed. */
import type { Extensions } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { BlockId } from './block-id.ts';
import { ColumnAlignment } from './column-alignment.ts';
import { CursorInTime } from './cursor-in-time.ts';
import { MarkedFindings } from './marked-findings.ts';
import { OwnStep } from './own-step.ts';
import { PageBreak } from './page-break.ts';
import { PaperReference } from './paper-reference.ts';
import { Passages } from './passages.ts';
import { Placeholder } from './placeholder.ts';
import { Subscript, Superscript } from './raised.ts';
import { Redacted } from './redacted.ts';
import { SearchMarks } from '../search/search-marks.ts';
import { ShownAnswers } from './shown-answers.ts';
import { TypedReplacements, withoutRules } from './typed-text.ts';

const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(withoutRules);
  },
});

export function editorExtensions(): Extensions {
  return [
    Kit.configure({
      heading: { levels: [1, 2] },
      code: false,
      codeBlock: false,
      strike: false,
      horizontalRule: false,
      link: false,
      trailingNode: false,
      dropcursor: { class: 'drop-cursor' },
    }),
    TableKit.configure({ table: { resizable: false, renderWrapper: true } }),
    ColumnAlignment,
    CursorInTime,
    Superscript,
    Subscript,
    TypedReplacements,
    BlockId,
    MarkedFindings,
    OwnStep,
    PageBreak,
    PaperReference,
    Passages,
    Placeholder,
    Redacted,
    SearchMarks,
    ShownAnswers,
  ];
}
