/** Reads a DOCX: the record where it still belongs to the text, else the text itself as lines of the form sheet. */
import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import mammoth from 'mammoth';
import { Refusal } from '../../contract/shared/errors.ts';
import { documentKinds } from '../../contract/import/texts-de.ts';
import type { FileReading } from '../../core/ports/ports.ts';
import { MOST_ARCHIVE_ENTRIES, requireLimits } from '../formats/archive-limits.ts';
import { withoutLeftOutWords } from './left-out-words.ts';
import { RECORD_NAMESPACE, RECORD_PART, textHash } from './embedded-record.ts';

const UNKNOWN_METHOD = 14;
const ENCRYPTED_FLAG = 1;

/** Text and records; pictures and embedded files stay packed. */
const isRead = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);

const unreadable = (file: string, cause?: unknown): Refusal =>
  new Refusal('document-unreadable', { file, format: documentKinds.docx }, { cause });

/** Nothing is unpacked before the whole directory was looked at. */
function unpack(file: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const sizes: number[] = [];
  const measure = ({ size, originalSize }: UnzipFileInfo): boolean => {
    sizes.push(Math.max(size, originalSize));
    if (sizes.length > MOST_ARCHIVE_ENTRIES) requireLimits(file, sizes);
    return false;
  };
  try {
    unzipSync(bytes, { filter: measure });
    requireLimits(file, sizes);
    if (((bytes[6] ?? 0) & ENCRYPTED_FLAG) !== 0) throw new Refusal('file-encrypted', { file });
    return unzipSync(bytes, { filter: ({ name }) => isRead(name) });
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    // A method that is not known here was known to whoever packed it.
    if (cause instanceof Error && 'code' in cause && cause.code === UNKNOWN_METHOD) throw unreadable(file, cause);
    throw new Refusal('document-damaged', { file }, { cause });
  }
}

function parseDocument(xml: string): Document | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null;
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(xml, 'text/xml');
  } catch {
    return null;
  }
}
const parse = (xml: string): Element | null => parseDocument(xml)?.documentElement ?? null;

/** Word renames and moves custom parts when it saves, so every one is looked at. */
function embeddedRecord(parts: Record<string, Uint8Array>): { json: string; textHash: string } | null {
  const candidates = [RECORD_PART, ...Object.keys(parts).filter((name) => /^customXml\/item\d+\.xml$/.test(name))];
  for (const name of candidates) {
    const part = parts[name];
    const root = part && parse(strFromU8(part));
    if (root?.namespaceURI === RECORD_NAMESPACE) {
      return { json: root.textContent ?? '', textHash: root.getAttribute('textHash') ?? '' };
    }
  }
  return null;
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
const children = (element: Element): Element[] => Array.from(element.childNodes).filter(isElement);

/** The marks stand at the words: blanks around them stay outside. */
function marked(text: string): string {
  const words = text.trim();
  if (words === '') return text;
  const start = text.length - text.trimStart().length;
  return `${text.slice(0, start)}**${words}**${text.slice(start + words.length)}`;
}

/** Text of inline content: bold as `**…**`, line breaks kept, soft surroundings trimmed. */
function inlineText(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.nodeValue ?? '';
  if (!isElement(node)) return '';
  if (node.nodeName === 'br') return '\n';
  const inner = Array.from(node.childNodes).map(inlineText).join('');
  return node.nodeName === 'strong' ? marked(inner) : inner;
}

function cellLines(cell: Element): string[] {
  const paragraphs = children(cell).map((child) => inlineText(child).replaceAll('**', '').trim());
  return paragraphs.filter(Boolean);
}

/** A row whose cells all hold label and value becomes two lines, as the printed form has them. */
function tableLines(table: Element): string[] {
  const rows = Array.from(table.getElementsByTagName('tr')).map((row) => children(row).map(cellLines));
  return rows.flatMap((cells) => {
    const stacked = cells.every((lines) => lines.length >= 1) && cells.some((lines) => lines.length >= 2);
    if (!stacked) return [cells.map((lines) => lines.join(' ')).join('\t')];
    return [cells.map((lines) => lines[0] ?? '').join('\t'), cells.map((lines) => lines.slice(1).join(' ')).join('\t')];
  });
}

function blockLines(element: Element, bullet: string): string[] {
  switch (element.nodeName) {
    case 'table':
      return [...tableLines(element), ''];
    case 'ul':
    case 'ol':
      return [
        ...children(element).flatMap((item, index) =>
          itemLines(item, element.nodeName === 'ul' ? '• ' : `${index + 1}. `),
        ),
        '',
      ];
    case 'blockquote':
      return children(element).flatMap((child) => blockLines(child, ''));
    default:
      return [bullet + inlineText(element).trim(), ''];
  }
}

function itemLines(item: Element, bullet: string): string[] {
  const isList = ({ nodeName }: Node): boolean => nodeName === 'ul' || nodeName === 'ol';
  const nested = children(item).filter(isList);
  const own = Array.from(item.childNodes).filter((child) => !isList(child));
  return [bullet + own.map(inlineText).join('').trim(), ...nested.flatMap((list) => blockLines(list, ''))].filter(
    Boolean,
  );
}

const STYLE_MAP = [
  "p[style-name='heading 1'] => p:fresh",
  "p[style-name='Heading 1'] => p:fresh",
  "p[style-name='heading 2'] => p:fresh",
  "p[style-name='Heading 2'] => p:fresh",
  "p[style-name='heading 3'] => p:fresh",
  "p[style-name='Heading 3'] => p:fresh",
  "p[style-name='heading 4'] => p:fresh",
  "p[style-name='Heading 4'] => p:fresh",
];

async function documentText(fileName: string, bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLE_MAP,
        ignoreEmptyParagraphs: true,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    const root = parse(`<body>${value.replace(/<img[^>]*>/g, '').replaceAll('<br />', '<br/>')}</body>`);
    if (!root) throw new Error('the converted text is no XML');
    return children(root)
      .flatMap((element) => blockLines(element, ''))
      .join('\n');
  } catch (cause) {
    // A call stack that is full proves no damage; whoever asked is told that the reading broke off.
    if (cause instanceof RangeError) throw cause;
    throw unreadable(fileName, cause);
  }
}

/** Text of page headers and footers, a line each: they are no part of the text, but may say that the paper is non-public. */
function pageMarks(parts: Record<string, Uint8Array>): string[] {
  return Object.entries(parts)
    .filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .flatMap(([, part]) => {
      const root = parse(strFromU8(part));
      return root ? Array.from(root.getElementsByTagName('w:p')).map((line) => line.textContent ?? '') : [];
    });
}

export async function readDocx(fileName: string, bytes: Uint8Array): Promise<FileReading> {
  const parts = unpack(fileName, bytes);
  const text = parts['word/document.xml'];
  if (!text) throw unreadable(fileName);
  const record = embeddedRecord(parts);
  if (record?.textHash === textHash(text)) return { kind: 'record', json: record.json, source: 'docx' };
  const shown = withoutLeftOutWords(strFromU8(text), parseDocument);
  // Pictures are not read: what is packed again has the text alone.
  const whole =
    shown.xml === null ? bytes : zipSync({ ...parts, 'word/document.xml': strToU8(shown.xml) }, { level: 0 });
  return {
    kind: 'text',
    text: await documentText(fileName, whole),
    source: 'docx-edited',
    pageMarks: pageMarks(parts),
    leftOut: shown.leftOut,
  };
}
