/** Text modules: kept with every former state, seen by whom they are for, taken over from documents with headings. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModuleContent } from '../../../src-main/contract/module/shapes.ts';
import { SHIPPED_MODULES } from '../../../src-main/contract/module/shipped-de.ts';
import { placeholderLabel, typedPlaceholder } from '../../../src-main/contract/module/typed-placeholder.ts';
import { currentUserName } from '../../../src-main/adapters/files/data-folder.ts';
import { plainParagraphs, textBlocks } from '../../../src-main/record/rich-text/plain-text.ts';
import { idNumber, paragraph, refusalOf, richText } from '../../support/builders.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
beforeEach(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterEach(() => host.dispose());

const content = (changes: Partial<ModuleContent> = {}): ModuleContent => ({
  title: 'Frist zusagen',
  code: 'frist',
  scope: 'own',
  unit: '',
  place: 'text',
  paperTypes: [],
  validUntil: null,
  text: richText(paragraph('Die Verwaltung berichtet bis Ende des Jahres.', 'b1')),
  ...changes,
});
const own = async () => (await host.app.modules.list()).filter(({ revision }) => revision > 0);
const codeOf = async (work: () => unknown): Promise<string> => (await refusalOf(work)).code;

describe('a text module', () => {
  it('is kept with every former state, and none is overwritten unseen', async () => {
    const { modules } = host.app;
    const made = await modules.save({ id: idNumber(1), expectedRevision: 0, content: content() });
    expect(made).toMatchObject({ revision: 1, owner: currentUserName(), isExpired: false });
    // The same again, because its answer got lost.
    await modules.save({ id: idNumber(1), expectedRevision: 0, content: content() });
    await modules.save({ id: idNumber(1), expectedRevision: 1, content: content({ title: 'Bericht zusagen' }) });
    expect(
      await codeOf(() => modules.save({ id: idNumber(1), expectedRevision: 1, content: content({ title: 'X' }) })),
    ).toBe('conflict');
    expect(await codeOf(() => modules.save({ id: idNumber(9), expectedRevision: 4, content: content() }))).toBe(
      'module-missing',
    );
    expect((await own()).map((module) => module.content.title)).toEqual(['Bericht zusagen']);
    expect((await modules.versions(idNumber(1))).map((version) => version.content.title)).toEqual([
      'Bericht zusagen',
      'Frist zusagen',
    ]);
  });

  it('is removed and brought back', async () => {
    const { modules } = host.app;
    await modules.save({ id: idNumber(1), expectedRevision: 0, content: content() });
    expect(await codeOf(() => modules.removeModule({ id: idNumber(1), expectedRevision: 7 }))).toBe('conflict');
    await modules.removeModule({ id: idNumber(1), expectedRevision: 1 });
    expect(await own()).toEqual([]);
    expect(
      await codeOf(() => modules.save({ id: idNumber(1), expectedRevision: 2, content: content({ title: 'X' }) })),
    ).toBe('conflict');
    expect(await modules.bringBack(idNumber(1))).toMatchObject({ revision: 3, content: { title: 'Frist zusagen' } });
    expect(await own()).toHaveLength(1);
    expect(await codeOf(() => modules.bringBack(idNumber(2)))).toBe('module-missing');
  });

  it('of somebody else is seen only where it is for a unit or the office', async () => {
    const { modules } = host.app;
    for (const [n, scope] of (['own', 'unit', 'office'] as const).entries())
      await modules.save({
        id: idNumber(n + 1),
        expectedRevision: 0,
        content: content({ scope, unit: 'FB 61', title: scope }),
      });
    inDatabase(databaseIn(host.dataFolder), (db) => db.prepare(`UPDATE text_module SET owner = 'jemand'`).run());
    expect((await own()).map((module) => [module.content.title, module.content.unit])).toEqual([
      ['office', ''],
      ['unit', 'FB 61'],
    ]);
    expect(await codeOf(() => modules.versions(idNumber(1)))).toBe('module-missing');
    expect(await codeOf(() => modules.removeModule({ id: idNumber(1), expectedRevision: 1 }))).toBe('module-missing');
  });

  it('is over after its last day', async () => {
    const { modules } = host.app;
    await modules.save({ id: idNumber(1), expectedRevision: 0, content: content({ validUntil: '2020-01-31' }) });
    await modules.save({
      id: idNumber(2),
      expectedRevision: 0,
      content: content({ title: 'Z', validUntil: '2999-01-31' }),
    });
    expect((await own()).map(({ isExpired }) => isExpired)).toEqual([true, false]);
  });

  it('has its rows in the examination, and in what a change behind the guards is found by', async () => {
    await host.app.modules.save({ id: idNumber(1), expectedRevision: 0, content: content() });
    expect((await host.app.backup.doctor()).findings.filter(({ ok }) => !ok)).toEqual([]);
    inDatabase(databaseIn(host.dataFolder), (db) => db.prepare(`UPDATE text_module SET owner = 'jemand'`).run());
    expect(
      (await host.app.backup.doctor()).findings
        .filter(({ ok }) => !ok)
        .map(({ detail }) => detail)
        .join(),
    ).toContain('Textbaustein');
  });
});

describe('modules of a document', () => {
  const file = (text: string) => ({ fileName: 'bausteine.txt', bytes: new TextEncoder().encode(text) });
  it('begin with its headings; brackets are placeholders, and the same again is no second one', async () => {
    const { modules } = host.app;
    const text =
      'Vorwort\n\n# Frist\n\nBis zum [Datum: Frist] liegt [...] vor.\n\n# Leer\n\n# Dank\n\nDie Verwaltung dankt.';
    expect(await modules.importFile(file(text))).toMatchObject({ created: 2, same: 0 });
    expect(await modules.importFile(file(text))).toMatchObject({ created: 0, same: 2 });
    const [thanks, due] = await own();
    expect(thanks?.content).toMatchObject({ title: 'Dank', scope: 'own' });
    expect(due?.content.text.content[0]).toMatchObject({
      content: [
        { type: 'text', text: 'Bis zum ' },
        { type: 'placeholder', attrs: { label: 'Datum: Frist' } },
        { type: 'text', text: ' liegt [...] vor.' },
      ],
    });
  });
  it('without a heading are refused with the way to go', async () => {
    expect(await codeOf(() => host.app.modules.importFile(file('Nur ein Text.')))).toBe('modules-without-heading');
  });
});

describe('what comes with Stellwerk', () => {
  it('is there in every office, and cannot be changed', async () => {
    const shipped = (await host.app.modules.list()).filter(({ revision }) => revision === 0);
    expect(shipped).toHaveLength(SHIPPED_MODULES.length);
    expect(new Set(shipped.map(({ id }) => id)).size).toBe(shipped.length);
    for (const type of ['motion', 'amendment', 'inquiry', 'information'])
      expect(
        shipped.some(({ content: { paperTypes } }) => paperTypes.includes(type)),
        type,
      ).toBe(true);
    const [first] = shipped;
    expect(await codeOf(() => host.app.modules.removeModule({ id: first?.id ?? '', expectedRevision: 0 }))).toBe(
      'module-missing',
    );
  });
  it('asks in its gaps for what belongs there', () => {
    const labels = SHIPPED_MODULES.flatMap(({ text }) => text.join(' ').match(/(?<=\[)[^\]]+/g) ?? []);
    expect(labels.map((label) => typedPlaceholder(label).kind)).toEqual(
      expect.arrayContaining(['date', 'number', 'paper', 'person', 'choice', 'text']),
    );
  });
});

describe('a placeholder tells what it asks for', () => {
  it.each([
    ['Datum: Beschluss', { kind: 'date', name: 'Beschluss', options: [] }],
    ['datum', { kind: 'date', name: 'datum', options: [] }],
    ['Betrag: Euro', { kind: 'number', name: 'Euro', options: [] }],
    ['Auswahl: ja | nein', { kind: 'choice', name: 'Auswahl', options: ['ja', 'nein'] }],
    ['Auswahl: ja', { kind: 'text', name: 'Auswahl: ja', options: [] }],
    ['Uhrzeit: 12:30', { kind: 'text', name: 'Uhrzeit: 12:30', options: [] }],
    ['Angabe', { kind: 'text', name: 'Angabe', options: [] }],
  ])('%s', (label, typed) => expect(typedPlaceholder(label)).toEqual(typed));
  it('and is named so that it is told again', () => {
    expect(typedPlaceholder(placeholderLabel('date', 'Beschluss')).name).toBe('Beschluss');
    expect(placeholderLabel('number', ' ')).toBe('Zahl');
    expect(placeholderLabel('text', ' Ort ')).toBe('Ort');
  });
});

it('words of a module that were taken over stay as they are when the module changes', async () => {
  const { modules, statements } = host.app;
  const made = await modules.save({ id: idNumber(1), expectedRevision: 0, content: content() });
  await statements.create({ id: idNumber(2), answers: null, name: 'Bänke', leadUnit: 'FB 7', number: 'S0001/26' });
  const draft = await statements.get('S0001/26');
  await statements.save({
    id: draft.id,
    expectedRevision: draft.revision,
    content: { ...draft.content, reply: made.content.text },
  });
  await modules.save({
    id: idNumber(1),
    expectedRevision: 1,
    content: content({ text: richText(paragraph('Anders.', 'b')) }),
  });
  const { reply } = (await statements.get('S0001/26')).content;
  expect(plainParagraphs(reply)).toEqual(['Die Verwaltung berichtet bis Ende des Jahres.']);
  expect(textBlocks(reply.content).every(({ id }) => id !== null)).toBe(true);
});

describe('what is somebody’s own', () => {
  const owned = (owner: string) =>
    inDatabase(databaseIn(host.dataFolder), (db) => db.prepare('UPDATE text_module SET owner = ?').run(owner));
  it('is made so by its owner alone: nobody takes a module of the office away from the others', async () => {
    const { modules } = host.app;
    await modules.save({ id: idNumber(1), expectedRevision: 0, content: content({ scope: 'office' }) });
    owned('jemand');
    expect(await codeOf(() => modules.save({ id: idNumber(1), expectedRevision: 1, content: content() }))).toBe(
      'module-of-others',
    );
    await modules.save({ id: idNumber(1), expectedRevision: 1, content: content({ scope: 'unit', unit: 'FB 61' }) });
    expect(await own()).toHaveLength(1);
  });
  it('stays so in the former states of a module that is for all by now', async () => {
    const { modules } = host.app;
    await modules.save({ id: idNumber(1), expectedRevision: 0, content: content({ title: 'Geheim' }) });
    await modules.save({ id: idNumber(1), expectedRevision: 1, content: content({ scope: 'office' }) });
    expect(await modules.versions(idNumber(1))).toHaveLength(2);
    owned('jemand');
    expect((await modules.versions(idNumber(1))).map((version) => version.content.title)).toEqual(['Frist zusagen']);
  });
});

it('a heading is one also where its text stands on the very next line', async () => {
  const { modules } = host.app;
  const bytes = new TextEncoder().encode('# Eins\nText eins.\n# Zwei\nText zwei.\nMehr.');
  expect(await modules.importFile({ fileName: 'm.txt', bytes })).toMatchObject({ created: 2 });
  expect((await own()).map((module) => [module.content.title, plainParagraphs(module.content.text)])).toEqual([
    ['Eins', ['Text eins.']],
    ['Zwei', ['Text zwei.', 'Mehr.']],
  ]);
  const only = new TextEncoder().encode('# Nur Titel');
  expect(await codeOf(() => modules.importFile({ fileName: 'm.txt', bytes: only }))).toBe('modules-without-heading');
});
