/** Lists by hand: what number a reader of the page sees before each paragraph. */
import type { OfficeCase } from './office-case.ts';
import {
  abstractNum,
  item,
  level,
  line,
  listed,
  num,
  oneList,
  p,
  paragraphStyle,
  r,
  tbl,
  tc,
  tr,
  wordCase as word,
} from './word-xml.ts';

const items = (texts: readonly string[], list = 1, at = 0): string =>
  texts.map((text) => item(text, list, at)).join('');
const DECIMAL = level(0, 'decimal', '%1.');
const startAt = (at: number, value: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
const NAMES = Array.from({ length: 30 }, (_, at) => `Weg ${at + 101}`);

export const WORD_LIST_CASES: readonly OfficeCase[] = [
  word('list-decimal', items(['Erde', 'Wasser']) + line('Dazwischen.') + items(['Luft']), {
    numbering: oneList(DECIMAL),
  }),
  word('list-start', items(['Fünftens', 'Sechstens']), { numbering: oneList(level(0, 'decimal', '%1.', '', 5)) }),
  word('list-bullets', items(['Ulme', 'Esche']) + item('Zweig', 1, 1), {
    numbering: oneList(level(0, 'bullet', '•'), level(1, 'bullet', '–')),
  }),
  word('list-letters-beyond-z', items(NAMES), { numbering: oneList(level(0, 'lowerLetter', '%1)')) }),
  word('list-roman', items(['Nord', 'Süd', 'Ost', 'West']), { numbering: oneList(level(0, 'upperRoman', '%1.')) }),
  word(
    'list-multi-level',
    item('Planung') +
      item('Entwurf', 1, 1) +
      item('Skizze', 1, 2) +
      item('Reinschrift', 1, 1) +
      item('Bau') +
      item('Aushub', 1, 1),
    {
      numbering: oneList(DECIMAL, level(1, 'decimal', '%1.%2.'), level(2, 'lowerRoman', '(%3)')),
    },
  ),
  word('list-legal', item('Teil') + item('Abschnitt', 1, 1) + item('Weiterer', 1, 1), {
    numbering: oneList(level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
  }),
  word('list-words-around', items(['Geltung', 'Zweck']), { numbering: oneList(level(0, 'decimal', '§ %1 Absatz')) }),
  word('list-padded', items(['Akte', 'Band']), { numbering: oneList(level(0, 'decimalZero', '%1.')) }),
  word('list-by-style', line('Erstens', '<w:pStyle w:val="Punkt"/>') + line('Zweitens', '<w:pStyle w:val="Punkt"/>'), {
    numbering: oneList(DECIMAL),
    styles: paragraphStyle('Punkt', 'Punkt', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
  }),
  word(
    'list-level-by-style',
    line('Kapitel', '<w:pStyle w:val="Ebene1"/>') +
      line('Unterpunkt', '<w:pStyle w:val="Ebene2"/>') +
      line('Noch einer', '<w:pStyle w:val="Ebene2"/>'),
    {
      numbering: oneList(
        level(0, 'decimal', '%1', '<w:pStyle w:val="Ebene1"/>'),
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Ebene2"/>'),
      ),
      styles:
        paragraphStyle('Ebene1', 'Ebene 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        paragraphStyle('Ebene2', 'Ebene 2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    },
  ),
  word(
    'list-headings',
    line('Anlass', `<w:pStyle w:val="Heading1"/>${listed(1, 0)}`) +
      line('Lage', `<w:pStyle w:val="Heading2"/>${listed(1, 1)}`) +
      line('Fließtext.') +
      line('Folgen', `<w:pStyle w:val="Heading1"/>${listed(1, 0)}`),
    { numbering: oneList(level(0, 'decimal', '%1'), level(1, 'decimal', '%1.%2')) },
  ),
  word('list-style-link', items(['Amsel', 'Drossel'], 7), {
    numbering:
      abstractNum(1, [DECIMAL], '<w:styleLink w:val="Vogelliste"/>') +
      abstractNum(2, [], '<w:numStyleLink w:val="Vogelliste"/>') +
      num(3, 1) +
      num(7, 2),
    styles:
      '<w:style w:type="numbering" w:styleId="Vogelliste"><w:name w:val="Vogelliste"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
  }),
  word('list-start-override', items(['eins', 'zwei'], 1) + items(['neu eins', 'neu zwei'], 2), {
    numbering: abstractNum(1, [DECIMAL]) + num(1, 1) + num(2, 1, startAt(0, 1)),
  }),
  word('list-two-numbers-one-definition', items(['erstens', 'zweitens'], 1) + items(['drittens', 'viertens'], 2), {
    numbering: abstractNum(1, [DECIMAL]) + num(1, 1) + num(2, 1),
  }),
  word('list-override-level', items(['Fuchs', 'Hase'], 2), {
    numbering:
      abstractNum(1, [DECIMAL]) +
      num(1, 1) +
      num(2, 1, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`),
  }),
  word(
    'list-override-deeper-level',
    item('Dach') +
      item('Ziegel', 1, 1) +
      item('Giebel', 2, 0) +
      item('Balken', 2, 1) +
      item('Wand', 2, 0) +
      item('Putz', 2, 1),
    {
      numbering:
        abstractNum(1, [DECIMAL, level(1, 'lowerLetter', '%2)')]) +
        num(1, 1) +
        num(2, 1, startAt(0, 4) + startAt(1, 3)),
    },
  ),
  word('list-no-restart', item('Rot') + item('hell', 1, 1) + item('Blau') + item('dunkel', 1, 1), {
    numbering: oneList(DECIMAL, level(1, 'lowerLetter', '%2)', '<w:lvlRestart w:val="0"/>')),
  }),
  word(
    'list-in-cell',
    items(['außen']) +
      tbl([tr([tc(items(['innen A', 'innen B'], 2)), tc(items(['innen C'], 3))])], 2) +
      items(['außen weiter']),
    { numbering: abstractNum(1, [DECIMAL]) + num(1, 1) + num(2, 1, startAt(0, 1)) + num(3, 1, startAt(0, 1)) },
  ),
  word(
    'list-switched-off',
    items(['gezählt']) +
      line('nicht gezählt', '<w:pStyle w:val="Punkt"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>') +
      line('wieder gezählt', '<w:pStyle w:val="Punkt"/>'),
    {
      numbering: oneList(DECIMAL),
      styles: paragraphStyle('Punkt', 'Punkt', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    },
  ),
  word('list-level-first-skipped', item('tief', 1, 1) + item('flach', 1, 0) + item('wieder tief', 1, 1), {
    numbering: oneList(DECIMAL, level(1, 'decimal', '%1.%2.')),
  }),
  word('list-middle-level-skipped', item('oben') + item('tief', 1, 2) + item('mitten', 1, 1) + item('oben zwei'), {
    numbering: oneList(DECIMAL, level(1, 'decimal', '%1.%2.'), level(2, 'decimal', '%1.%2.%3.')),
  }),
  word('list-without-number', items(['stumm']) + items(['ohne Zahl'], 2), {
    numbering: oneList(level(0, 'none', '')) + abstractNum(2, [level(0, 'decimal', 'Hinweis:')]) + num(2, 2),
  }),
  word('list-item-with-label-inside', p(r('Der Punkt', '<w:b/>') + r(' beginnt fett.'), listed(1, 0)), {
    numbering: oneList(level(0, 'lowerLetter', '%1)')),
  }),
];
