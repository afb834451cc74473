/** The system's dialogs answered by the test: what is asked before files are replaced, and what becomes of what was saved. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemDialogs } from '../../src-main/shell-electron/system-dialogs.ts';
import { existingFiles } from '../../src-main/adapters/files/existing-files.ts';
import { replaceQuestion } from '../../src-main/shell-electron/replace-question.ts';
import { openShellMemory } from '../../src-main/shell-electron/shell-memory.ts';
import { refusalOf } from '../support/builders.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (fileName: string, text: string) => ({ fileName, mimeType: 'application/pdf', bytes: bytes(text) });
const FILES = [file('S0001-26.pdf', 'neu'), file('S0001-26.docx', 'neues Word')];

let root: string;
const inRoot = (...names: string[]): string => join(root, ...names);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stellwerk-dialogs-'));
  for (const folder of ['a', 'b', 'dokumente']) mkdirSync(inRoot(folder));
});
afterEach(() => rmSync(root, { recursive: true }));

/** `folders` are chosen one after the other, `answers` are the buttons pressed. */
function desk(folders: string[], answers: number[] = []) {
  const questions: MessageBoxOptions[] = [];
  const opened: (OpenDialogOptions & SaveDialogOptions)[] = [];
  const shown: string[] = [];
  const recent: string[] = [];
  const dialog = {
    showOpenDialog: (options: OpenDialogOptions) => {
      opened.push(options as OpenDialogOptions & SaveDialogOptions);
      const folder = folders.shift();
      return Promise.resolve({ canceled: folder === undefined, filePaths: folder === undefined ? [] : [folder] });
    },
    showSaveDialog: (options: SaveDialogOptions) => {
      opened.push(options as OpenDialogOptions & SaveDialogOptions);
      const path = folders.shift();
      return Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
    },
    showMessageBox: (options: MessageBoxOptions) => {
      questions.push(options);
      return Promise.resolve({ response: answers.shift() ?? 2, checkboxChecked: false });
    },
  } as unknown as Dialog;
  const dialogs = systemDialogs({
    dialog,
    window: () => null,
    memory: openShellMemory(root),
    documents: inRoot('dokumente'),
    shell: { showItemInFolder: (path) => void shown.push(path) },
    addRecent: (path) => void recent.push(path),
  });
  return { dialogs, questions, opened, shown, recent };
}

describe('several files into a folder', () => {
  it('are written without a question where none of them stands', async () => {
    const { dialogs, questions, recent } = desk([inRoot('a')]);
    const paths = FILES.map(({ fileName }) => inRoot('a', fileName));
    expect(await dialogs.delivery.deliver(FILES)).toEqual({ kind: 'saved', paths });
    expect(questions).toEqual([]);
    expect(recent).toEqual(paths);
  });

  it('name another file of the same name, and that it is signed, before anything is written', async () => {
    writeFileSync(inRoot('a', 'S0001-26.pdf'), '%PDF-1.7 /ByteRange [0 1 2 3]');
    const { dialogs, questions, recent } = desk([inRoot('a')], [2]);
    expect(await dialogs.delivery.deliver(FILES)).toEqual({ kind: 'cancelled' });
    expect(questions).toMatchObject([
      {
        message: 'In diesem Ordner gibt es schon eine andere Datei mit diesem Namen:',
        detail: 'S0001-26.pdf (unterschrieben)',
        buttons: ['Anderen Ordner wählen', 'Ersetzen', 'Abbrechen'],
        defaultId: 0,
        cancelId: 2,
      },
    ]);
    expect(readdirSync(inRoot('a'))).toEqual(['S0001-26.pdf']);
    expect(recent).toEqual([]);
  });

  it('go into another folder when that is wanted, and the first one stays as it was', async () => {
    for (const { fileName } of FILES) writeFileSync(inRoot('a', fileName), 'alt');
    const { dialogs, questions, opened } = desk([inRoot('a'), inRoot('b')], [0]);
    expect((await dialogs.delivery.deliver(FILES)).kind).toBe('saved');
    expect(questions.map(({ detail }) => detail)).toEqual(['S0001-26.pdf\nS0001-26.docx']);
    expect(readFileSync(inRoot('a', 'S0001-26.pdf'), 'utf8')).toBe('alt');
    expect(readFileSync(inRoot('b', 'S0001-26.pdf'), 'utf8')).toBe('neu');
    expect(opened.map(({ defaultPath }) => defaultPath)).toEqual([inRoot('dokumente'), inRoot('a')]);
  });

  it('replace what was named when that is said', async () => {
    writeFileSync(inRoot('a', 'S0001-26.pdf'), 'alt');
    const { dialogs } = desk([inRoot('a')], [1]);
    expect((await dialogs.delivery.deliver(FILES)).kind).toBe('saved');
    expect(readFileSync(inRoot('a', 'S0001-26.pdf'), 'utf8')).toBe('neu');
  });
});

it('the same bytes are no other file, and one that cannot be read is one, signed for all we know', async () => {
  writeFileSync(inRoot('a', 'gleich.pdf'), 'gleich');
  mkdirSync(inRoot('a', 'ordner.pdf'));
  writeFileSync(inRoot('a', 'wort.docx'), 'PK _xmlsignatures/origin.sigs');
  const wanted = ['gleich.pdf', 'ordner.pdf', 'wort.docx', 'fehlt.pdf'].map((name) => ({
    path: inRoot('a', name),
    bytes: bytes('gleich'),
  }));
  expect(await existingFiles(wanted)).toEqual([
    { path: inRoot('a', 'ordner.pdf'), isSigned: true },
    { path: inRoot('a', 'wort.docx'), isSigned: true },
  ]);
});

it('a long list of names ends with their number', () => {
  const { box } = replaceQuestion(
    Array.from({ length: 15 }, (_, index) => ({ path: `${index}.pdf`, isSigned: false })),
  );
  expect(box.message).toContain('15 andere Dateien');
  expect(box.detail?.split('\n')).toHaveLength(13);
  expect(box.detail).toMatch(/und 3 weitere$/);
});

it('shows a file in its folder only if it was saved from here and is still there', async () => {
  const target = inRoot('b', 'S0001-26.pdf');
  const { dialogs, shown } = desk([target]);
  const show = (path: string) => refusalOf(async () => dialogs.showSaved(path));
  expect((await show('/etc/hostname')).code).toBe('file-missing');
  await dialogs.delivery.deliver(FILES.slice(0, 1));
  dialogs.showSaved(target);
  expect(shown).toEqual([target]);
  rmSync(target);
  expect(await show(target)).toMatchObject({ code: 'file-missing', details: { file: 'S0001-26.pdf' } });
});
