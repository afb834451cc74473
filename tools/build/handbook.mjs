/**
 * The handbook (docs/handbuch.md) for the window: Markdown becomes plain blocks while the program is built, so that the window needs neither a
 * Markdown parser nor markup from strings. Whatever the window could not show – an unknown construct, a link without its target, a
 * missing picture – ends the build with the line it stands in.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Lexer } from 'marked';

/** All pictures together; they travel with every installation. */
const MOST_PICTURE_BYTES = 1_200_000;

export class HandbookProblem extends Error {}

/** As GitHub names the anchors of headings, so that one link leads to the same place in both. */
export const anchorOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const shorten = (raw) => raw.trim().replace(/\s+/g, ' ').slice(0, 60);

function refuse(what, raw = '') {
  throw new HandbookProblem(raw === '' ? what : `${what}: „${shorten(raw)}“`);
}

/** Line breaks of the source are blanks; entities would have to be decoded, so they are refused. */
function plainText(text) {
  if (/&(#\d+|#x[\da-f]+|\w+);/i.test(text)) refuse('An entity; write the character itself', text);
  return text.replace(/\s*\n\s*/g, ' ');
}

function inlineRuns(tokens, style, links) {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'text':
        return token.tokens ? inlineRuns(token.tokens, style, links) : [{ text: plainText(token.text), ...style }];
      case 'escape':
        return [{ text: token.text, ...style }];
      case 'codespan':
        return [{ text: plainText(token.text), ...style, code: true }];
      case 'strong':
        return inlineRuns(token.tokens, { ...style, strong: true }, links);
      case 'em':
        return inlineRuns(token.tokens, { ...style, em: true }, links);
      case 'link': {
        if (!token.href.startsWith('#') || token.title) refuse('A link that leads out of the handbook', token.raw);
        const to = decodeURIComponent(token.href.slice(1));
        links.push({ to, raw: token.raw });
        return inlineRuns(token.tokens, { ...style, to }, links);
      }
      default:
        return refuse(`An unknown construct in a line (${token.type})`, token.raw);
    }
  });
}

/** @param context collects links and pictures: `{ links, pictures, sizeOf }` */
function blockOf(token, context) {
  switch (token.type) {
    case 'space':
      return [];
    case 'paragraph': {
      const [only] = token.tokens;
      if (token.tokens.length === 1 && only.type === 'image') return [pictureBlock(only, context)];
      return [{ kind: 'paragraph', runs: inlineRuns(token.tokens, {}, context.links) }];
    }
    case 'text':
      return [{ kind: 'paragraph', runs: inlineRuns(token.tokens ?? [token], {}, context.links) }];
    case 'list':
      if (token.ordered && token.start !== 1) refuse('A numbered list that does not begin at 1', token.raw);
      return [{ kind: 'list', ordered: token.ordered, items: token.items.map((item) => itemBlocks(item, context)) }];
    case 'table':
      if (token.align.some((side) => side !== null)) refuse('An aligned column', token.raw);
      return [
        {
          kind: 'table',
          head: token.header.map((cell) => inlineRuns(cell.tokens, {}, context.links)),
          rows: token.rows.map((row) => row.map((cell) => inlineRuns(cell.tokens, {}, context.links))),
        },
      ];
    case 'code':
      return [{ kind: 'code', text: token.text }];
    case 'blockquote':
      return [{ kind: 'note', blocks: token.tokens.flatMap((inner) => blockOf(inner, context)) }];
    default:
      return refuse(`An unknown construct (${token.type})`, token.raw);
  }
}

function itemBlocks(item, context) {
  if (item.task) refuse('A list of tasks', item.raw);
  return item.tokens.flatMap((token) => blockOf(token, context));
}

function pictureBlock(token, { pictures, sizeOf }) {
  if (!/^pictures\/[a-z0-9-]+\.png$/.test(token.href)) refuse('A picture outside of docs/pictures', token.raw);
  if (token.text.trim() === '') refuse('A picture without words for those who cannot see it', token.raw);
  const size = sizeOf(token.href);
  if (!size) refuse('A picture that does not exist', token.raw);
  pictures.add(token.href);
  return { kind: 'picture', file: token.href, alt: plainText(token.text), width: size.width, height: size.height };
}

function headingText(token) {
  return token.tokens
    .map((inner) =>
      inner.type === 'text' || inner.type === 'escape'
        ? plainText(inner.text)
        : refuse(`A heading holds plain words only (${inner.type})`, token.raw),
    )
    .join('');
}

/**
 * @param {string} markdown
 * @param {(file: string) => { width: number, height: number } | null} sizeOf size of a picture beside the handbook; null where there is none
 * @returns `{ title, intro, chapters: [{ id, title, sections: [{ id, title, blocks }] }] }`; the first section of a chapter is its beginning
 */
export function parseHandbook(markdown, sizeOf) {
  const context = { links: [], pictures: new Set(), sizeOf };
  const ids = new Set();
  const handbook = { title: '', intro: [], chapters: [] };
  let blocks = handbook.intro;
  for (const token of new Lexer({ gfm: true }).lex(markdown)) {
    if (token.type !== 'heading') {
      if (handbook.title === '' && token.type !== 'space') refuse('Something before the title', token.raw);
      blocks.push(...blockOf(token, context));
      continue;
    }
    const title = headingText(token);
    if (token.depth === 1) {
      if (handbook.title !== '') refuse('A second title', token.raw);
      handbook.title = title;
      continue;
    }
    const id = anchorOf(title);
    if (id === '' || ids.has(id)) refuse('Two headings with the same anchor', token.raw);
    ids.add(id);
    const section = { id, title, blocks: [] };
    blocks = section.blocks;
    if (token.depth === 2) handbook.chapters.push({ id, title, sections: [section] });
    else if (token.depth === 3 && handbook.chapters.length > 0) handbook.chapters.at(-1).sections.push(section);
    else refuse('A heading of a level the window does not show', token.raw);
  }
  if (handbook.title === '') refuse('A handbook without a title');
  for (const { to, raw } of context.links) if (!ids.has(to)) refuse('A link without its target', raw);
  return { handbook, pictures: [...context.pictures] };
}

/** Chapters about work without a window stand in the file only. */
const NOT_IN_WINDOW = new Set(['befehlszeile']);

const linksIn = (value) =>
  Array.isArray(value)
    ? value.flatMap(linksIn)
    : value !== null && typeof value === 'object'
      ? [...(typeof value.to === 'string' ? [value.to] : []), ...Object.values(value).flatMap(linksIn)]
      : [];

/** The handbook as the window shows it; refuses a link that would lead to what is left out. */
export function forWindow({ handbook, pictures }) {
  const chapters = handbook.chapters.filter(({ id }) => !NOT_IN_WINDOW.has(id));
  const left = new Set(chapters.flatMap(({ sections }) => sections.map(({ id }) => id)));
  for (const to of linksIn([handbook.intro, chapters]))
    if (!left.has(to)) refuse(`A link to a chapter the window does not show: #${to}`);
  return { handbook: { ...handbook, chapters }, pictures };
}

/** Width and height stand at fixed places of a PNG; null for anything else. */
export function pngSize(bytes) {
  const isPng = bytes.length > 24 && bytes.toString('latin1', 1, 4) === 'PNG';
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

/** Reads the handbook with its pictures; refuses also pictures that have grown too large for every installation. */
export function readHandbook(file) {
  let bytes = 0;
  const seen = new Set();
  const { handbook, pictures } = parseHandbook(readFileSync(file, 'utf8'), (name) => {
    try {
      const picture = readFileSync(join(dirname(file), name));
      if (!seen.has(name)) bytes += picture.length;
      seen.add(name);
      return pngSize(picture);
    } catch (error) {
      if (error.code === 'ENOENT') return null;
      throw error;
    }
  });
  if (bytes > MOST_PICTURE_BYTES) refuse(`The pictures have ${bytes} bytes; ${MOST_PICTURE_BYTES} is the most`);
  return { handbook, pictures };
}

/** For vite: importing docs/handbuch.md gives its blocks and the addresses of its pictures. */
export function handbookPlugin() {
  return {
    name: 'stellwerk-handbook',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('/docs/handbuch.md')) return null;
      const { handbook, pictures } = forWindow(readHandbook(id));
      const imports = pictures.map(
        (name, index) => `import picture${index} from ${JSON.stringify(join(dirname(id), name))};`,
      );
      const addresses = pictures.map((name, index) => `${JSON.stringify(name)}: picture${index}`);
      const code = [
        ...imports,
        `export const pictures = { ${addresses.join(', ')} };`,
        `export const handbook = JSON.parse(${JSON.stringify(JSON.stringify(handbook))});`,
      ].join('\n');
      return { code, map: null, moduleType: 'js' };
    },
  };
}
