/** Text as it enters the record: NFC, no control characters, one kind of line break. Nothing a reader sees is changed. */

/** Control characters (except tab and line feed), byte order marks and soft hyphens leave; CR LF becomes LF; symbols of Word's own fonts become characters; result is NFC. */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\uf0b7\uf0a7\uf076\uf07d]/g, '•')
    .replace(/\uf0a8/g, '☐')
    .replace(/\uf0fe/g, '☒')
    .normalize('NFC');
}

/** What was typed where a date belongs, beside an empty date only: as a part of the content, or nothing. */
export function unreadPart({ date, unreadDate }: { date: string | null; unreadDate?: string | undefined }): {
  unreadDate?: string;
} {
  const text = date === null ? normaliseLine(unreadDate ?? '') : '';
  return text === '' ? {} : { unreadDate: text };
}

/** One printed line: line breaks and tabs become blanks, runs of blanks one, ends trimmed. */
export function normaliseLine(text: string): string {
  return normaliseText(text)
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}
