/** Every word the window can show, read from the files they stand in: no words of the command line, no stored marks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { usageText } from '../../src-main/shell-cli/parse-arguments.ts';
import { blockText, type Handbook } from '../../src-renderer/features/handbook/handbook.ts';
import { projectRoot } from '../support/test-host.ts';

interface Word {
  readonly text: string;
  /** Names around it, from the outside in: file, constant, keys. */
  readonly place: string;
}

/** All text of a file, also what stands in templates. Keys and types are no text. */
function wordsOf(file: string): readonly Word[] {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const source = ts.createSourceFile(name, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const words: Word[] = [];
  const walk = (node: ts.Node, place: string): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      words.push({ text: node.text, place });
      return;
    }
    if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) {
      const key = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText(source);
      if (node.initializer) walk(node.initializer, `${place} ${key}`);
      return;
    }
    ts.forEachChild(node, (child) => walk(child, place));
  };
  walk(source, name);
  return words;
}

const filesIn = (room: string, ending: string): readonly string[] => {
  const folder = join(projectRoot, room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
};
const ofWindow = filesIn('src-renderer/texts', '.ts').flatMap(wordsOf);
const ofBoth = filesIn('src-main/contract', '-de.ts').flatMap(wordsOf);
/** Said before there is a window, by the command line alone, or inside a file. */
const NEVER_IN_WINDOW = /commandLine|fileTexts|SENTENCES (usage|node-too-old)$/;

const { readHandbook, forWindow } = (await import(
  pathToFileURL(join(projectRoot, 'tools', 'build', 'handbook.mjs')).href
)) as {
  readonly readHandbook: (file: string) => { readonly handbook: Handbook };
  readonly forWindow: (read: { readonly handbook: Handbook }) => { readonly handbook: Handbook };
};
const whole = readHandbook(join(projectRoot, 'docs', 'handbuch.md'));
const { handbook } = forWindow(whole);
const ofHandbook: readonly Word[] = [
  ...handbook.intro.map((block) => ({ text: blockText(block), place: 'handbook' })),
  ...handbook.chapters.flatMap(({ sections }) =>
    sections.flatMap(({ title, blocks }) => blocks.map((block) => ({ text: blockText(block), place: title }))),
  ),
];

const commands = [...usageText().matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name ?? '');
const COMMAND_WORDS = new RegExp(
  [
    String.raw`(^|[\s„(])--[a-z]`,
    String.raw`\bstellwerk\b`,
    String.raw`\bnpm\b`,
    String.raw`\bdoctor\b`,
    String.raw`\bCLI\b`,
    String.raw`Befehlszeile`,
    `[„"'](${commands.join('|')})[“"']`,
  ].join('|'),
);
const STORED_MARKS = /\{[\p{L}\d]+\}|\*\*/u;
const found = (words: readonly Word[], pattern: RegExp): readonly string[] =>
  words.filter(({ text }) => pattern.test(text)).map(({ text, place }) => `${place}: ${text}`);

describe('the words of the window', () => {
  it('are all looked at', () => {
    expect(commands).toContain('doctor');
    expect(ofWindow.length).toBeGreaterThan(900);
    expect(ofBoth.map(({ text }) => text)).toContain(
      '„{reference}“ gibt es nicht. Im Register steht, was vorhanden ist.',
    );
    expect(ofHandbook.length).toBeGreaterThan(120);
    expect(found([{ text: 'Bitte zuerst „init“ aufrufen', place: '' }], COMMAND_WORDS)).toHaveLength(1);
    expect(found([{ text: 'mit „--example“', place: '' }], COMMAND_WORDS)).toHaveLength(1);
    expect(found([{ text: '{reference} wird zur Nummer', place: '' }], STORED_MARKS)).toHaveLength(1);
  });

  it('name no command: neither in the window’s own texts nor in those it shares with the command line', () => {
    const shared = ofBoth.filter(({ place }) => !NEVER_IN_WINDOW.test(place));
    expect(found([...ofWindow, ...shared], COMMAND_WORDS)).toEqual([]);
  });

  it('show neither braces nor stars', () => {
    expect(found(ofWindow, STORED_MARKS)).toEqual([]);
  });

  it('are in the handbook as they are in the window', () => {
    expect(found(ofHandbook, COMMAND_WORDS)).toEqual([]);
    expect(found(ofHandbook, STORED_MARKS)).toEqual([]);
    expect(whole.handbook.chapters.map(({ id }) => id)).toContain('befehlszeile');
    expect(handbook.chapters.map(({ id }) => id)).not.toContain('befehlszeile');
  });
});
