/** The handbook says what the program says: its places, its words, its messages, its commands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type ErrorCode } from '../../src-main/contract/shared/errors.ts';
import { sentenceFor } from '../../src-main/contract/shared/errors-de.ts';
import { shellTexts } from '../../src-main/contract/shell/texts-de.ts';
import { parseArguments, usageText } from '../../src-main/shell-cli/parse-arguments.ts';
import { handbookSearch } from '../../src-renderer/features/handbook/find-in-handbook.ts';
import { blockText, chapterOf, type Block, type Handbook } from '../../src-renderer/features/handbook/handbook.ts';
import {
  AREA_ANCHORS,
  FIRST_PAGE_ANCHOR,
  PAGE_ANCHORS,
  pageAnchor,
} from '../../src-renderer/features/handbook/place-anchor.ts';
import { AREA_KEYS } from '../../src-renderer/parts/settings/search-index.ts';
import { t } from '../../src-renderer/texts/de.ts';
import { projectRoot } from '../support/test-host.ts';

const { readHandbook } = (await import(pathToFileURL(join(projectRoot, 'tools', 'build', 'handbook.mjs')).href)) as {
  readonly readHandbook: (file: string) => { readonly handbook: Handbook };
};
const { handbook } = readHandbook(join(projectRoot, 'docs', 'handbuch.md'));

const sections = handbook.chapters.flatMap((chapter) => chapter.sections);
const ids = new Set(sections.map(({ id }) => id));
const blocks: readonly Block[] = [...handbook.intro, ...sections.flatMap((section) => section.blocks)];
const text = blocks.map(blockText).join('\n');

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe('places', () => {
  it('has a place for every page of the window', () => {
    const router = readFileSync(join(projectRoot, 'src-renderer', 'shell', 'router.tsx'), 'utf8');
    const paths = [...router.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '').filter((path) => path !== '/');
    expect(paths.length).toBeGreaterThan(5);
    expect(Object.keys(PAGE_ANCHORS).sort()).toEqual([...paths].sort());
    for (const path of paths) expect(ids, path).toContain(pageAnchor({ path, area: undefined, hasOffice: true }));
    expect(ids).toContain(FIRST_PAGE_ANCHOR);
    expect(pageAnchor({ path: '/register', area: undefined, hasOffice: false })).toBe(FIRST_PAGE_ANCHOR);
    expect(ids).toContain(pageAnchor({ path: '/gibt-es-nicht', area: 'auch-nicht', hasOffice: true }));
  });

  it('has a section for every area of the settings, under the name of the area', () => {
    for (const area of AREA_KEYS) {
      expect(pageAnchor({ path: '/einstellungen/$area', area, hasOffice: true })).toBe(AREA_ANCHORS[area]);
      const section = sections.find(({ id }) => id === AREA_ANCHORS[area]);
      expect(section?.title).toBe(t.settings.areas[area]);
      expect(chapterOf(handbook, AREA_ANCHORS[area])?.title).toBe(t.settings.title);
    }
  });

  it('has a place for every part of a page that names one', () => {
    const named = sourcesUnder(join(projectRoot, 'src-renderer'))
      .flatMap((source) => [...source.matchAll(/\b(?:data-)?help="([^"]+)"/g)])
      .map(([, anchor]) => anchor ?? '');
    expect(named.length).toBeGreaterThan(6);
    for (const anchor of named) expect(ids, anchor).toContain(anchor);
  });
});

/** Refusals nobody reads in the window or on the command line as this sentence. */
const NOT_SHOWN: Partial<Record<ErrorCode, string>> = {
  superseded: 'the window drops a preview that a newer one has overtaken, without a word',
  usage: 'has no sentence of its own: it shows the right call of the command',
  'node-too-old': 'the packages bring their own Node; only who starts the sources with an old one reads it',
};

/** The first sentence as the handbook prints it: three points for what is filled in, without what the sentence ends with. */
const asPrinted = (sentence: string): string => {
  const first = /^.*?(?:\.(?= [A-ZÄÖÜ„])|:(?= …)|\.$|$)/.exec(sentence)?.[0] ?? sentence;
  return first.replace(/[.:]+$/, '').replace(/[ …]+$/, '');
};

describe('messages', () => {
  const points = new Proxy({}, { get: () => '…' });

  it.each(ERROR_CODES.filter((code) => NOT_SHOWN[code] === undefined))('says what to do about %s', (code) => {
    const sentence = asPrinted(sentenceFor(code, points));
    expect(text.includes(sentence), sentence).toBe(true);
  });

  it('gives a reason only for what is not in it', () => {
    for (const [code, reason] of Object.entries(NOT_SHOWN)) {
      expect(reason.length).toBeGreaterThan(20);
      const sentence = asPrinted(sentenceFor(code as ErrorCode, points));
      if (sentence !== '') expect(text.includes(sentence), sentence).toBe(false);
    }
  });

  it('says what to do about the messages of the window itself', () => {
    const { viewer, folder } = t.attachments;
    const shown = [
      t.errors.connectionLost,
      t.errors.sessionRefused,
      t.errors.crashed,
      t.frame.nothingToPrint,
      folder('…'),
      viewer.encrypted,
      viewer.damagedPdf,
      viewer.damagedPicture,
      t.attachments.lost,
      t.firstRun.moveUnknown('…'),
      viewer.noPreview,
    ];
    for (const sentence of shown) expect(text.includes(asPrinted(sentence)), sentence).toBe(true);
  });
});

describe('words', () => {
  /** Every visible word of the program; texts with holes are filled with points. */
  const wordsIn = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') {
      try {
        const filled = (value as (...holes: string[]) => unknown)('…', '…', '…', '…');
        return typeof filled === 'string' ? [filled] : [];
      } catch {
        return [];
      }
    }
    return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(wordsIn);
  };
  const known = new Set(
    [...wordsIn(t), ...wordsIn(shellTexts)].flatMap((word) => [word, word.replace('&', ''), word.replace(/ …$/, '')]),
  );
  const KEY = /^(F\d+|Esc|Tab|(Strg|Alt|Umschalt)(\+(\S|F\d+))?)$/;
  /** In the picture of the document, not of the window. */
  const OTHERS = new Set(['PDF']);

  const boldIn = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return block.runs.filter((run) => run.strong).map((run) => run.text);
      case 'list':
        return block.items.flat().flatMap(boldIn);
      case 'table':
        return [block.head, ...block.rows].flat(2).flatMap((run) => (run.strong ? [run.text] : []));
      case 'note':
        return block.blocks.flatMap(boldIn);
      case 'code':
      case 'picture':
        return [];
    }
  };

  it('prints in bold what the window really says', () => {
    const bold = [...new Set(blocks.flatMap(boldIn))];
    expect(bold.length).toBeGreaterThan(60);
    expect(bold.filter((word) => !known.has(word) && !KEY.test(word) && !OTHERS.has(word))).toEqual([]);
  });
});

describe('the command line', () => {
  const usages = usageText()
    .split('\n')
    .flatMap((line) => /^ {2}(\S.*)$/.exec(line)?.[1] ?? []);
  const chapter = chapterOf(handbook, 'befehlszeile');
  const examples = (chapter?.sections ?? [])
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.kind === 'code' ? block.text.split('\n') : []));
  const argumentsOf = (line: string): string[] =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

  it('describes every command as it is called', () => {
    expect(usages.length).toBeGreaterThan(12);
    for (const usage of usages) expect(text.includes(usage), usage).toBe(true);
  });

  it('has an example of every command that the program accepts', () => {
    const names = examples.map((line) => {
      const [program, mode, ...args] = argumentsOf(line);
      expect([program, mode]).toEqual(['stellwerk', '--cli']);
      return parseArguments(args).name;
    });
    expect([...new Set(names)].sort()).toEqual(usages.map((usage) => usage.split(' ')[0]).sort());
  });

  it('names every exit code', () => {
    const [table] = sections.find(({ id }) => id === 'rückgabewerte')?.blocks.filter((b) => b.kind === 'table') ?? [];
    expect(table?.rows.map(([value]) => value?.[0]?.text)).toEqual(['0', '1', '2', '70']);
  });
});

describe('the search', () => {
  const find = handbookSearch(handbook);

  it('folds words on both sides and puts headings first', () => {
    expect(find('AMTER')[0]?.title).toBe('Ämter');
    expect(find('   ')).toEqual([]);
    expect(find('xyzzy')).toEqual([]);
  });

  it('marks in the excerpt what was found, in its own letters', () => {
    const marked = find('schaltflache').flatMap(({ excerpt }) => excerpt.filter(({ found }) => found));
    expect(marked.map((piece) => piece.text)).toContain('Schaltfläche');
  });

  it('shows all that was looked for, wherever it stands', () => {
    for (const { id } of sections) {
      const hit = find(sections.find((section) => section.id === id)?.title ?? '').find((found) => found.id === id);
      expect(hit, id).toBeDefined();
    }
  });

  it('finds a message with the names and numbers it was shown with', () => {
    const message = sentenceFor('attachments-too-large', { file: 'Plan.pdf', sumMb: '612', limitMb: '500' });
    expect(find(message)[0]?.title).toBe('Anlagen hinzufügen und ansehen');
  });
});
