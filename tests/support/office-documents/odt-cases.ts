/** OpenDocument texts by hand, for what no converted file holds. */
import type { OfficeCase } from './office-case.ts';
import { cell, covered, frame, list, listItem, odtDocument, op, ot, row, span, table } from './odt-xml.ts';

type More = Omit<OfficeCase, 'name' | 'extension' | 'bytes'>;
const odt = (
  name: string,
  body: string,
  parts: Readonly<Record<string, string>> = {},
  more: More = {},
): OfficeCase => ({
  name,
  extension: 'odt',
  bytes: odtDocument(body, parts),
  ...more,
});
const CHANGED =
  '<office:change-info><dc:creator>Herr Dachs</dc:creator><dc:date>2026-02-03T08:00:00</dc:date></office:change-info>';
const note = (kind: string, label: string, words: string): string =>
  `<text:note text:id="n${label}" text:note-class="${kind}"><text:note-citation>${label}</text:note-citation><text:note-body>${ot(words)}</text:note-body></text:note>`;

/** From "y" to the second letter after "z". */
const letters = (style: string): string =>
  list(
    ['Linde', 'Ahorn', 'Kiefer', 'Tanne'].map((name, at) =>
      listItem(ot(`${name} ${style}`), at === 0 ? ' text:start-value="25"' : ''),
    ),
    ` text:style-name="${style}"`,
  );

export const ODT_CASES: readonly OfficeCase[] = [
  odt(
    'odt-changes',
    `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>${CHANGED}${ot('gelöschte Wörter')}</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion>${CHANGED}</text:insertion></text:changed-region></text:tracked-changes>` +
      op(
        'Vor <text:change text:change-id="c1"/>und <text:change-start text:change-id="c2"/>eingefügt<text:change-end text:change-id="c2"/> danach.',
      ),
    {},
    { leftOut: ['deleted: gelöschte Wörter'] },
  ),
  odt(
    'odt-lists',
    list([
      listItem(ot('Wiese') + list([listItem(ot('Halm')), listItem(ot('Blatt'))], '')),
      listItem(ot('Acker') + ot('zweiter Absatz darin')),
      `<text:list-header>${ot('Kopf ohne Zahl')}</text:list-header>`,
    ]) +
      ot('Zwischen den Listen.') +
      list([listItem(ot('Forst'))], ' text:style-name="L1" text:continue-numbering="true"') +
      list([listItem(ot('sieben'), ' text:start-value="7"'), listItem(ot('acht'))]) +
      list([listItem(ot('römisch'))], ' text:style-name="L2"') +
      list([listItem(ot('Punkt'))], ' text:style-name="L3"'),
  ),
  odt(
    'odt-hidden-paragraph',
    op('Davor.') +
      op('Jener Absatz<text:hidden-paragraph text:condition="ooow:TRUE" text:is-hidden="true"/> ruht.') +
      op('Dieser<text:hidden-paragraph text:condition="ooow:FALSE" text:is-hidden="false"/> nicht.'),
    {},
    { leftOut: ['hidden: Jener Absatz ruht.'] },
  ),
  odt(
    'odt-box-in-hidden-words',
    op(
      `Sichtbarer Satz.<text:span text:style-name="Versteckt">${frame(`<draw:text-box>${ot('verborgener Kasten')}</draw:text-box>`, 'as-char')}</text:span>`,
    ),
    {},
    { leftOut: ['hidden: verborgener Kasten'] },
  ),
  odt('odt-letters-beyond-z', letters('Spalten') + letters('Wieder')),
  odt(
    'odt-continued-list',
    list([listItem(ot('Bach')), listItem(ot('Fluss'))], ' xml:id="liste1" text:style-name="L1"') +
      list([listItem(ot('römisch'))], ' text:style-name="L2"') +
      list([listItem(ot('Strom'))], ' text:continue-list="liste1" text:style-name="L1"'),
  ),
  odt(
    'odt-table',
    table(
      3,
      `<table:table-header-rows>${row(cell(ot('Kopf über zwei'), ' table:number-columns-spanned="2"'), covered(), cell(ot('Kopf drei')))}</table:table-header-rows>`,
      row(cell(ot('hoch'), ' table:number-rows-spanned="2"'), cell(ot('Mitte')), cell(ot('Rand'))),
      row(covered(), cell(ot('unten')), cell(table(1, row(cell(ot('Tabelle darin')))) + ot('darunter'))),
    ) + ot('Ende.'),
  ),
  odt(
    'odt-repeated-columns',
    table(3, row(cell(ot('gleich'), ' table:number-columns-repeated="2"'), cell(ot('anders')))) + ot('Ende.'),
  ),
  odt(
    'odt-notes',
    op(`Der Satz${note('footnote', '1', 'Siehe Amtsblatt.')} geht${note('endnote', 'i', 'Am Schluss.')} weiter.`),
  ),
  odt(
    'odt-blanks',
    op('Drei<text:s text:c="3"/>Blanks,\n   dann<text:tab/>Tab<text:line-break/>neue   Zeile und <text:s/>noch eins'),
  ),
  odt(
    'odt-frames',
    op(`Vor dem Rahmen ${frame(`<draw:text-box>${ot('Im Rahmen')}${ot('Zweiter Absatz')}</draw:text-box>`)} danach.`) +
      ot('Ende.'),
  ),
  odt(
    'odt-annotation',
    op(
      `Der Satz<office:annotation><dc:creator>Frau Unke</dc:creator><dc:date>2026-02-03T08:00:00</dc:date>${ot('Bitte prüfen')}</office:annotation> bleibt.`,
    ),
    {},
    { leftOut: ['comment: Bitte prüfen'] },
  ),
  odt(
    'odt-sections',
    `<text:section text:name="A">${ot('Im Bereich')}<text:section text:name="B">${ot('im inneren')}</text:section></text:section><text:section text:name="C" text:display="none">${ot('in keinem sichtbaren')}</text:section>` +
      ot('Ende.'),
    {},
    { leftOut: ['hidden: in keinem sichtbaren'] },
  ),
  odt(
    'odt-contents',
    '<text:table-of-content text:name="I"><text:table-of-content-source text:outline-level="1"><text:index-title-template>Verzeichnis</text:index-title-template><text:table-of-content-entry-template text:outline-level="1"><text:index-entry-span>Vorsatz</text:index-entry-span><text:index-entry-text/></text:table-of-content-entry-template></text:table-of-content-source>' +
      `<text:index-body><text:index-title text:name="T">${ot('Verzeichnis')}</text:index-title>${op('Anlass<text:tab/>3')}</text:index-body></text:table-of-content>` +
      '<text:h text:outline-level="1">Anlass</text:h>' +
      ot('Text.'),
  ),
  odt(
    'odt-formula',
    op(`Die Fläche ${frame('<draw:object xlink:href="./Object 1" xlink:type="simple"/>', 'as-char')} in Metern`),
    {
      'Object 1/content.xml':
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>F</mi><mo>=</mo><mfrac><mi>a</mi><mn>2</mn></mfrac></mrow><annotation encoding="StarMath 5.0">F = a over 2</annotation></semantics></math>',
    },
  ),
  odt(
    'odt-form',
    '<office:forms><form:form form:name="F"><form:checkbox form:id="k1" xml:id="k1" form:current-state="checked" form:label="ja"/></form:form></office:forms>' +
      op(
        '<draw:control text:anchor-type="as-char" draw:control="k1" svg:width="1cm" svg:height="1cm"/> ist angekreuzt',
      ),
  ),
  odt(
    'odt-looks',
    op(
      `Es gilt ${span('nicht ', 'Strich')}${span('heimlich ', 'Versteckt')}die Fläche 12 m${span('2', 'Hoch')} und ${span('o', 'Zeichen')} offen <text:hidden-text text:condition="ooow:1" text:string-value="" text:is-hidden="true">verborgen</text:hidden-text>Ende`,
    ),
    {},
    { leftOut: ['struck: nicht', 'hidden: heimlich', 'hidden: verborgen'] },
  ),
  odt(
    'odt-fields',
    op(
      'Heute <text:author-name text:fixed="true">der Amtsleiter</text:author-name> nahm <text:a xlink:href="https://auental.example/" xlink:type="simple">die Stadt</text:a> <text:placeholder text:placeholder-type="text">&lt;Namen&gt;</text:placeholder> auf.',
    ),
  ),
];
