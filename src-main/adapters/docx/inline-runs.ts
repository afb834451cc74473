/** Inline content as Word runs. */
import { ShadingType, TextRun } from 'docx';
import { assertNever } from '../../base/assert-never.ts';
import type { PrintInline } from '../../core/print/model.ts';

/** `size` in half points where it differs from the paragraph's style. */
export function inlineRuns(content: readonly PrintInline[], size?: number): TextRun[] {
  const sized = size === undefined ? {} : { size };
  return content.map((inline) => {
    switch (inline.kind) {
      case 'break':
        return new TextRun({ ...sized, break: 1 });
      case 'placeholder':
        return new TextRun({
          ...sized,
          text: `[${inline.label}]`,
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FFE08A' },
        });
      case 'redacted':
        return new TextRun({
          text: ` ${inline.label} `,
          bold: false,
          italics: false,
          color: 'FFFFFF',
          size: 16,
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' },
        });
      case 'text':
        return new TextRun({
          ...sized,
          text: inline.text,
          ...(inline.bold && { bold: true }),
          ...(inline.italic && { italics: true }),
          ...(inline.underline && { underline: {} }),
          ...(inline.raised === 'superscript' && { superScript: true }),
          ...(inline.raised === 'subscript' && { subScript: true }),
        });
      default:
        return assertNever(inline);
    }
  });
}

/** Plain text; "\n" becomes a line break. */
export function plainRuns(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));
}
