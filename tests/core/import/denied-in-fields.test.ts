/** "nichtöffentlich" inside the head of our own form, in whatever field it stands, is never overheard. */
import { describe, expect, it } from 'vitest';
import { recogniseStatement, type Recognition } from '../../../src-main/core/import/recognise-statement.ts';
import { textSource } from '../../../src-main/core/import/source-lines.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { countingIds } from '../../support/builders.ts';
import { ownForm as form } from '../../support/own-form.ts';

const profile = builtInProfile('Auental');
const read = (text: string): Recognition =>
  recogniseStatement({ source: textSource(text), today: '2026-03-02' }, profile, countingIds());
const codesOf = ({ notes }: Recognition): string[] => notes.map(({ code }) => code);
const publicityOf = (text: string): string => read(text).content.publicity;

describe('a denial inside what was recognised as the head of our own form', () => {
  const lines = form(' öffentlich').split('\n');
  const labelled = (label: string, value: string): string =>
    lines.map((line) => (line === 'Bezeichnung' ? label : line === 'Bänke am Weiher' ? value : line)).join('\n');
  const behind = (start: string, ...more: string[]): string =>
    lines.flatMap((line) => (line.startsWith(start) ? [line, ...more] : [line])).join('\n');

  it.each([
    ['a line under the name', labelled('Bezeichnung', 'Bänke am Weiher\nnichtöffentlich')],
    ['broken in two', labelled('Bezeichnung', 'Bänke am Weiher\nNicht-\nöffentlich')],
    ['behind the label', labelled('Bezeichnung (nichtöffentlich)', 'Bänke am Weiher')],
    ['behind the name', labelled('Bezeichnung', 'Bänke am Weiher (nicht öffentlich)')],
    ['behind the unit', lines.join('\n').replace('FB 7', 'FB 7 (nichtöffentlich)')],
    ['behind the number', lines.join('\n').replace('S0021/26', 'S0021/26 NÖ')],
    ['a row of the distribution without body and day', behind('Stadtrat\t', 'nichtöffentlich')],
    ['a line before the name', behind('FB 7', 'nichtöffentlich')],
    ['as a scanner reads it', labelled('Bezeichnung', 'Bänke am Weiher\nnicht6ffentlich')],
    ['shortened', labelled('Bezeichnung', 'Bänke am Weiher – nichtöffentl.')],
    ['another word for it', labelled('Bezeichnung', 'Bänke am Weiher\nvertraulich')],
    ['a mark of secrecy', labelled('Bezeichnung', 'Bänke am Weiher\nVS-NfD')],
    ['for the service only', labelled('Bezeichnung', 'Nur für den Dienstgebrauch\nBänke am Weiher')],
    ['without the public', labelled('Bezeichnung', 'Bänke am Weiher\nUnter Ausschluss der Öffentlichkeit')],
    ['a field in the field', labelled('Bezeichnung', 'Bänke am Weiher\nÖffentlichkeit: nein')],
    ['until a day', labelled('Bezeichnung', 'Bänke am Weiher\nSperrvermerk bis 01.01.2027')],
    ['another word behind the unit', lines.join('\n').replace('FB 7', 'FB 7 vertraulich')],
    ['another word behind the name', labelled('Bezeichnung', 'Bänke (vertraulich)')],
  ])('%s: never public, and said', (_, text) => {
    expect(publicityOf(text)).not.toBe('public');
    expect(codesOf(read(text))).toContain('publicity-contradictory');
  });

  it.each([
    'Veröffentlichung nichtöffentlicher Beschlüsse',
    'Warum war die Sitzung nicht öffentlich?',
    'Interne Revision',
    'Nicht öffentlich geförderter Wohnraum in NÖ-Siedlung',
    'Vertrauliche Geburt: Beratung im Klinikum',
    'Geheimnisse der Altstadt – Führungen 2027',
    'Interne Verrechnung: Bauhof und Stadtgrün',
    'Sperrung der Brücke bis 01.01.2027',
  ])('a name that only speaks of it („%s“) denies nothing', (name) => {
    expect(publicityOf(labelled('Bezeichnung', name))).toBe('public');
  });

  it('a row of the distribution keeps its own mark to itself', () => {
    expect(publicityOf(behind('Stadtrat\t', 'Hauptausschuss\t12.11.2026\tnichtöffentlich'))).toBe('public');
  });

  it.each([
    'Öffentlichkeit = N',
    'Öffentlichkeit nicht zugelassen',
    'Beratung hinter verschlossenen Türen',
    'Verwaltungsinternes Papier',
  ])('above the title: „%s“', (line) => {
    expect(publicityOf(form(' öffentlich', line))).not.toBe('public');
  });
});
