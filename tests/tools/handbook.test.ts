import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Handbook } from '../../src-renderer/features/handbook/handbook.ts';
import { projectRoot } from '../support/test-host.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Read {
  readonly handbook: Handbook;
  readonly pictures: readonly string[];
}
interface Tool {
  readonly parseHandbook: (markdown: string, sizeOf: (file: string) => Size | null) => Read;
  readonly readHandbook: (file: string) => Read;
  readonly anchorOf: (title: string) => string;
  readonly handbookPlugin: () => { readonly load: (id: string) => { readonly code: string } | null };
}
const { parseHandbook, readHandbook, anchorOf, handbookPlugin } = (await import(
  pathToFileURL(join(projectRoot, 'tools', 'build', 'handbook.mjs')).href
)) as Tool;

const parse = (markdown: string): Handbook =>
  parseHandbook(markdown, (file) => (file === 'pictures/da.png' ? { width: 1280, height: 800 } : null)).handbook;
/** One section with this inside. */
const blocksOf = (markdown: string) => parse(`# Buch\n\n## Teil\n\n${markdown}\n`).chapters[0]?.sections[0]?.blocks;

describe('the handbook for the window', () => {
  it('has chapters with sections; the first one is the beginning of its chapter', () => {
    const book = parse('# Buch\n\nVorweg.\n\n## Erster Teil\n\nA\n\n### Genauer\n\nB\n\n## Zweiter\n');
    expect(book.title).toBe('Buch');
    expect(book.intro).toEqual([{ kind: 'paragraph', runs: [{ text: 'Vorweg.' }] }]);
    expect(book.chapters.map(({ id, sections }) => [id, sections.map((section) => section.id)])).toEqual([
      ['erster-teil', ['erster-teil', 'genauer']],
      ['zweiter', ['zweiter']],
    ]);
  });

  it('names anchors as GitHub does', () => {
    expect(anchorOf('Gremien und Fraktionen')).toBe('gremien-und-fraktionen');
    expect(anchorOf('Übertragen (neu): A/B')).toBe('übertragen-neu-ab');
  });

  it('keeps bold, italic, code and links in a line, and takes line breaks for blanks', () => {
    expect(blocksOf('Ein **Wort** und _noch_\neins: `a|b`, siehe [Teil](#teil).')).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Ein ' },
          { text: 'Wort', strong: true },
          { text: ' und ' },
          { text: 'noch', em: true },
          { text: ' eins: ' },
          { text: 'a|b', code: true },
          { text: ', siehe ' },
          { text: 'Teil', to: 'teil' },
          { text: '.' },
        ],
      },
    ]);
    expect(blocksOf('Ein \\* und <nicht>'.replace('<nicht>', 'mehr'))).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Ein ' }, { text: '*' }, { text: ' und mehr' }] },
    ]);
  });

  it('reads lists, also within lists, tables, code, notes and pictures', () => {
    const text = (words: string) => ({ kind: 'paragraph', runs: [{ text: words }] });
    expect(blocksOf('1. eins\n2. zwei\n   - innen\n')).toEqual([
      {
        kind: 'list',
        ordered: true,
        items: [[text('eins')], [text('zwei'), { kind: 'list', ordered: false, items: [[text('innen')]] }]],
      },
    ]);
    expect(blocksOf('| A | B |\n| --- | --- |\n| 1 | a \\| b |\n')).toEqual([
      {
        kind: 'table',
        head: [[{ text: 'A' }], [{ text: 'B' }]],
        rows: [[[{ text: '1' }], [{ text: 'a | b' }]]],
      },
    ]);
    expect(blocksOf('```\nstellwerk --cli list\n```')).toEqual([{ kind: 'code', text: 'stellwerk --cli list' }]);
    expect(blocksOf('> Achtung.')).toEqual([{ kind: 'note', blocks: [text('Achtung.')] }]);
    expect(blocksOf('![Was zu sehen ist](pictures/da.png)')).toEqual([
      { kind: 'picture', file: 'pictures/da.png', alt: 'Was zu sehen ist', width: 1280, height: 800 },
    ]);
  });

  it.each([
    ['markup', 'Ein <b>Wort</b>.', /unknown construct/],
    ['a block of markup', '<div>\n\n</div>', /unknown construct \(html\)/],
    ['a rule', 'A\n\n---\n\nB', /unknown construct \(hr\)/],
    ['a definition of a link', '[a]: #teil', /unknown construct \(def\)/],
    ['something struck out', 'Das ~~nicht~~.', /unknown construct in a line \(del\)/],
    ['a forced line break', 'Eins  \nzwei', /unknown construct in a line \(br\)/],
    ['a list of tasks', '- [ ] offen', /list of tasks/],
    ['a list from 3', '3. drei', /does not begin at 1/],
    ['an aligned column', '| A |\n| --: |\n| 1 |', /aligned column/],
    ['an entity', 'A&nbsp;B', /entity/],
    ['a link to the net', '[dort](https://example.org)', /leads out of the handbook/],
    ['a bare address', 'Siehe https://example.org dort.', /leads out of the handbook/],
    ['a link without its target', 'Siehe [dort](#nirgends).', /link without its target: „\[dort\]/],
    ['a missing picture', '![Bild](pictures/fehlt.png)', /picture that does not exist/],
    ['a picture from elsewhere', '![Bild](../da.png)', /picture outside/],
    ['a picture without words', '![](pictures/da.png)', /picture without words/],
    ['a picture within a line', 'Hier ![Bild](pictures/da.png) steht es.', /unknown construct in a line \(image\)/],
    ['a heading of level 4', '#### Zu tief', /level the window does not show/],
    ['two headings of one name', '### Teil', /same anchor/],
    ['a second title', '# Noch eins', /second title/],
    ['a heading with code', '### Das `x`', /plain words only/],
  ])('refuses %s', (_, markdown, reason) => {
    expect(() => blocksOf(markdown)).toThrow(reason);
  });

  it('refuses a book without a title, or with words before it', () => {
    expect(() => parse('## Teil')).toThrow(/without a title/);
    expect(() => parse('Wort\n\n# Buch')).toThrow(/before the title/);
  });

  it('refuses pictures that are too large together, and files that are no pictures', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stellwerk-handbuch-'));
    try {
      const file = join(folder, 'handbuch.md');
      writeFileSync(file, '# Buch\n\n![Bild](pictures/da.png)\n');
      expect(() => readHandbook(file)).toThrow(/does not exist/);
      writeFileSync(join(folder, 'da.png'), 'kein Bild');
      writeFileSync(file, '# Buch\n\n![Bild](pictures/da.png)\n');
      expect(() => readHandbook(file)).toThrow(/does not exist/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const { pictures } = readHandbook(join(projectRoot, 'docs', 'handbuch.md'));
    expect(pictures.length).toBeGreaterThan(5);
  });

  it('ends the build at a broken link, and otherwise gives blocks and the addresses of pictures', () => {
    const { load } = handbookPlugin();
    expect(load('/irgendwo/anderes.md')).toBeNull();
    expect(load(join(projectRoot, 'docs', 'handbuch.md'))?.code).toMatch(/^import picture0 from ".*\.png";/);
    const folder = mkdtempSync(join(tmpdir(), 'stellwerk-handbuch-'));
    try {
      mkdirSync(join(folder, 'docs'));
      const file = join(folder, 'docs', 'handbuch.md');
      writeFileSync(file, '# Buch\n\nSiehe [dort](#nirgends).\n');
      expect(() => load(file)).toThrow(/link without its target/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
