/** Tables and boxes by hand, and both in each other. */
import type { OfficeCase } from './office-case.ts';
import {
  control,
  deleted,
  fieldBegin,
  fieldEnd,
  fieldMiddle,
  item,
  level,
  line,
  oneList,
  p,
  r,
  shapeBox,
  tbl,
  tc,
  tr,
  vmlBox,
  wordCase as word,
} from './word-xml.ts';

const cell = (text: string, properties = ''): string => tc(line(text), properties);
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;

export const WORD_TABLE_CASES: readonly OfficeCase[] = [
  word(
    'table-plain',
    tbl(
      [
        tr([cell('Posten'), cell('Menge')], '<w:tblHeader/>'),
        tr([cell('Kies'), cell('12 t')]),
        tr([cell('Sand'), cell('8 t')]),
      ],
      2,
    ) + line('Nach der Tabelle.'),
  ),
  word(
    'table-merged',
    tbl([
      tr([cell('Kopf über zwei', span(2)), cell('Rand')]),
      tr([cell('oben', '<w:vMerge w:val="restart"/>'), cell('Mitte'), cell('rechts')]),
      tr([tc('<w:p/>', '<w:vMerge/>'), cell('unten Mitte'), cell('unten rechts')]),
    ]) + line('Ende.'),
  ),
  word(
    'table-grid-before',
    tbl([
      tr([cell('A eins'), cell('B eins'), cell('C eins')]),
      tr([cell('B zwei'), cell('C zwei')], '<w:gridBefore w:val="1"/><w:wBefore w:w="2400" w:type="dxa"/>'),
      tr([cell('A drei')], '<w:gridAfter w:val="2"/><w:wAfter w:w="4800" w:type="dxa"/>'),
    ]) + line('Ende.'),
  ),
  word(
    'table-in-table',
    tbl(
      [
        tr([
          tc(line('außen') + tbl([tr([cell('innen links'), cell('innen rechts')])], 2) + line('danach')),
          cell('Nachbar'),
        ]),
      ],
      2,
    ) + line('Ende.'),
  ),
  word(
    'table-three-deep',
    tbl(
      [tr([tc(tbl([tr([tc(tbl([tr([cell('ganz innen'), cell('daneben')])], 2) + '<w:p/>')])], 1) + line('mittlere'))])],
      1,
    ) + line('Ende.'),
  ),
  word(
    'table-three-deep-list',
    tbl(
      [tr([tc(tbl([tr([tc(tbl([tr([tc(item('gezählt') + item('auch gezählt'))])], 1) + '<w:p/>')])], 1) + '<w:p/>')])],
      1,
    ) + line('Ende.'),
    { numbering: oneList(level(0, 'decimal', '%1.')) },
  ),
  word(
    'table-controls-around-rows',
    tbl(
      [
        control(tr([cell('Zeile in Hülle'), control(cell('Zelle in Hülle'))])),
        tr([cell('freie Zeile'), tc(control(line('Absatz in Hülle')))]),
      ],
      2,
    ) + line('Ende.'),
  ),
  word(
    'table-deleted-row',
    tbl(
      [
        tr([cell('bleibt'), cell('auch')]),
        tr([tc(p(deleted('weg eins'))), tc(p(deleted('weg zwei')))], '<w:del w:id="3" w:author="A"/>'),
        tr([cell('neu'), cell('dazu')], '<w:ins w:id="4" w:author="A"/>'),
      ],
      2,
    ) + line('Ende.'),
  ),
  word(
    'table-covered-words',
    tbl(
      [
        tr([cell('sichtbar', '<w:vMerge w:val="restart"/>'), cell('eins')], ''),
        tr([cell('verdeckt', '<w:vMerge/>'), cell('zwei')]),
      ],
      2,
    ) + line('Ende.'),
  ),
  word(
    'table-merged-across',
    tbl([
      tr([cell('über zwei', '<w:hMerge w:val="restart"/>'), tc('<w:p/>', '<w:hMerge/>'), cell('Rand')]),
      tr([cell('eins'), cell('zwei'), cell('drei')]),
    ]) + line('Ende.'),
  ),
  word('box-shape', p(r('Vor dem Kasten') + shapeBox(line('Im Kasten')) + r(' nach dem Kasten')) + line('Ende.')),
  word(
    'box-in-hidden-run',
    p(r('Sichtbarer Satz.') + shapeBox(line('verborgener Kasten'), undefined, '<w:vanish/>')) + line('Ende.'),
    {},
    { leftOut: ['hidden: verborgener Kasten'] },
  ),
  word('box-with-fallback', p(r('Text ') + shapeBox(line('Kasten neu'), line('Kasten neu'))) + line('Ende.')),
  word('box-vml', p(r('Davor ') + vmlBox(line('Alter Kasten') + line('zweite Zeile'))) + line('Ende.')),
  word(
    'box-table-in-table',
    p(
      r('Anker ') +
        shapeBox(
          tbl(
            [
              tr([
                tc(line('Zelle im Kasten') + tbl([tr([cell('Tabelle in Zelle')])], 1) + '<w:p/>'),
                cell('zweite Zelle'),
              ]),
            ],
            2,
          ) + line('unter der Tabelle'),
        ),
    ) + line('Ende.'),
  ),
  word('box-list', item('vorher') + p(r('Anker ') + shapeBox(item('im Kasten gezählt'))) + item('nachher'), {
    numbering: oneList(level(0, 'decimal', '%1.')),
  }),
  word(
    'box-in-box',
    p(r('Anker ') + shapeBox(p(r('äußerer Kasten ') + vmlBox(line('innerer Kasten'))))) + line('Ende.'),
  ),
  word(
    'box-over-paragraphs-of-a-field',
    p(r('Feld ') + fieldBegin('QUOTE') + fieldMiddle + r('Anfang ')) +
      p(shapeBox(line('Kasten im Feld')) + r('Schluss') + fieldEnd) +
      line('Ende.'),
  ),
  word(
    'box-in-cell',
    tbl([tr([tc(p(r('Zelle ') + shapeBox(line('Kasten in Zelle')))), cell('Nachbarzelle')])], 2) + line('Ende.'),
  ),
];
