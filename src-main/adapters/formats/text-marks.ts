/** How text of other programs begins, told apart from a sentence that speaks of it. */

/** A document type, or the outermost element with another one, its end or nothing at all behind it. */
export const isHtmlPage = (text: string): boolean =>
  /^<!doctype\s+html[\s>]/i.test(text) || /^<html(?:\s[^<>]*)?>(?:\s*(?:<|$)|[\s\S]*<\/html\s*>)/i.test(text);

/** A control word, a group or nothing at all follows the mark, or the group it opens is closed at the end. */
export const isRichTextFormat = (text: string): boolean =>
  /^\{\\rtf\d*\s*(?:[\\{}]|$)/.test(text) || (/^\{\\rtf\d*\s/.test(text) && text.trimEnd().endsWith('}'));

/** Programs on the way write these before everything else, whatever language the rest of the head is in. */
const ON_THE_WAY =
  /^(?:return-path|received|delivered-to|x-[a-z0-9-]+|dkim-signature|arc-[a-z-]+|authentication-results|received-spf|message-id|mime-version):/i;
const MAIL_HEADERS =
  /^(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|reply-to):/i;
const FIELD = /^[!-9;-~]+:/;

/** Values of a PDF's form, saved apart from it (ISO 32000-1, 12.7.7). */
export const isFormData = (text: string): boolean => /^%FDF-\d\.\d\s/.test(text);

/** A web page saved with its pictures (RFC 2557). */
export function isSavedPage(text: string): boolean {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return FIELD.test(head) && /^content-type:\s*multipart\/related/im.test(head);
}

/** A saved mail: three of its usual headers, or one that was added on its way and another field (RFC 5322, 2.2). */
export function isMail(text: string): boolean {
  const head = (text.split(/\r?\n\r?\n/, 1)[0] ?? '').split(/\r?\n/);
  const fields = new Set(head.flatMap((line) => FIELD.exec(line)?.[0].toLowerCase() ?? []));
  if (!FIELD.test(head[0] ?? '')) return false;
  return (
    [...fields].filter((field) => MAIL_HEADERS.test(field)).length >= 3 ||
    (ON_THE_WAY.test(head[0] ?? '') && fields.size >= 2)
  );
}
