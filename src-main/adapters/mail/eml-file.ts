/** An unsent e-mail as a file: RFC 5322 and 2045, headers in RFC 2047, file names in RFC 2231. Same draft, same bytes. */
import { createHash } from 'node:crypto';
import type { MailDraft } from '../../core/ports/ports.ts';

/** RFC 5322, 2.1.1: a line should not be longer. */
const LINE = 76;
/** Longer lines are folded: as encoded words, which may stand on several. */
const PLAIN = /^[\x20-\x7e]{0,60}$/;
/** An encoded word is at most 75 signs (RFC 2047, 2): 45 bytes of base64 stay below with their frame. */
const WORD_BYTES = 39;

const base64Lines = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  ).join('\r\n');

/** No line break of a value may end its header. */
const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();

/** RFC 2047: plain ASCII stays, everything else becomes encoded words that never split a letter. */
export function headerText(text: string): string {
  const line = oneLine(text);
  if (PLAIN.test(line) && !line.includes('=?')) return line;
  const words: string[] = [];
  let word = '';
  for (const letter of line) {
    if (Buffer.byteLength(word + letter) > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  if (word !== '') words.push(word);
  return words.map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

/** A display name in quotes where RFC 5322 wants them. */
function displayName(name: string): string {
  const line = oneLine(name);
  if (PLAIN.test(line) && !line.includes('=?')) return `"${line.replace(/["\\]/g, '\\$&')}"`;
  return headerText(line);
}

function mailbox({ name, address }: { readonly name: string; readonly address: string }): string {
  // What stands behind a blank or a line break is no part of an address.
  const plain = (address.trim().split(/\s/)[0] ?? '').replace(/[<>,;"]+/g, '');
  return name === '' ? plain : `${displayName(name)}\r\n <${plain}>`;
}

/** RFC 2231: parameters in UTF-8, and once more in ASCII for older programs. */
function fileNameParameters(parameter: 'name' | 'filename', fileName: string): string {
  const name = oneLine(fileName);
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\]/g, '_');
  if (ascii === name) return `;\r\n ${parameter}="${ascii}"`;
  const encoded = Array.from(Buffer.from(name), (byte) =>
    /[A-Za-z0-9._-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const pieces: string[] = [];
  for (let at = 0; at < encoded.length; at += 18) pieces.push(encoded.slice(at, at + 18).join(''));
  const [only = '', ...more] = pieces;
  if (more.length === 0) return `;\r\n ${parameter}*=UTF-8''${only}`;
  return pieces.map((piece, index) => `;\r\n ${parameter}*${index}*=${index === 0 ? "UTF-8''" : ''}${piece}`).join('');
}

/** "Mon, 02 Mar 2026 08:00:00 +0000" */
const dateHeader = (at: string): string => new Date(at).toUTCString().replace('GMT', '+0000');

export function emlFile(draft: MailDraft): Uint8Array {
  const boundary = `=_stellwerk_${createHash('sha256').update(draft.id).digest('hex').slice(0, 32)}`;
  const host = draft.from?.address.split('@')[1]?.replace(/[^A-Za-z0-9.-]/g, '') || 'stellwerk.invalid';
  const head = [
    ...(draft.from ? [`From: ${mailbox(draft.from)}`] : []),
    `To: ${mailbox(draft.to)}`,
    `Subject: ${headerText(draft.subject)}`,
    `Date: ${dateHeader(draft.at)}`,
    `Message-ID: <${draft.id}@${host}>`,
    // Outlook opens such a file for writing, not for reading.
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed;\r\n boundary="${boundary}"`,
  ];
  const text = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(Buffer.from(draft.text.replace(/\r?\n/g, '\r\n'))),
  ];
  const files = draft.attachments.map(({ fileName, mimeType, bytes }) =>
    [
      `Content-Type: ${oneLine(mimeType)}${fileNameParameters('name', fileName)}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment${fileNameParameters('filename', fileName)}`,
      '',
      base64Lines(bytes),
    ].join('\r\n'),
  );
  const parts = [text.join('\r\n'), ...files].map((part) => `--${boundary}\r\n${part}\r\n`);
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${parts.join('')}--${boundary}--\r\n`);
}
