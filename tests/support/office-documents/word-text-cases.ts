/** Running text by hand: looks, signs, fields, controls, formulas, tracked changes, notes and boxes. */
import type { OfficeCase } from './office-case.ts';
import {
  control,
  deleted,
  field,
  fieldBegin,
  fieldEnd,
  fieldMiddle,
  formData,
  fraction,
  inserted,
  line,
  mathRun,
  note,
  noteMark,
  p,
  paragraphStyle,
  r,
  run,
  tbl,
  tc,
  tickBox,
  tr,
  wordCase as word,
} from './word-xml.ts';

const LINK = (content: string): string => `<w:hyperlink w:anchor="ziel">${content}</w:hyperlink>`;

export const WORD_TEXT_CASES: readonly OfficeCase[] = [
  word(
    'headings-and-text',
    line('Stellungnahme zur Uferbefestigung', '<w:pStyle w:val="Heading1"/>') +
      p(r('Die Böschung am ') + r('Weiherbach', '<w:b/>') + r('ufer', '<w:i/>') + r(' rutscht seit 2021 ab.')) +
      line('Beschluss', '<w:pStyle w:val="Heading2"/>') +
      line('Der Ausschuss stimmt zu.'),
  ),
  word(
    'breaks-and-tabs',
    p(
      r('Betrag') +
        run('<w:tab/>') +
        r('400 Euro') +
        run('<w:br/>') +
        r('Frist') +
        run('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>') +
        r('Montag') +
        run('<w:cr/>') +
        r('Ende'),
    ) +
      p(r('vor dem Umbruch') + run('<w:br w:type="page"/>') + r('nach dem Umbruch')) +
      p(r('Spalte eins') + run('<w:br w:type="column"/>') + r('Spalte zwei')),
  ),
  word(
    'hyphens',
    p(r('Haupt') + run('<w:softHyphen/>') + r('ausschuss') + r(' und E') + run('<w:noBreakHyphen/>') + r('Akte')) +
      line('Ge­schoss­fläche mit weichen Strichen im Text'),
  ),
  word(
    'raised-and-lowered',
    p(
      r('Fläche 250 m') +
        r('2', '<w:vertAlign w:val="superscript"/>') +
        r(' bei CO') +
        r('2', '<w:vertAlign w:val="subscript"/>') +
        r('-armer Bauweise'),
    ),
  ),
  word(
    'struck-and-hidden',
    p(
      r('Es gilt ') +
        r('nicht ', '<w:strike/>') +
        r('doppelt ', '<w:dstrike/>') +
        r('versteckt ', '<w:vanish/>') +
        r('die Satzung', '<w:strike w:val="0"/>') +
        r(' weiter.', '<w:vanish w:val="false"/>'),
    ),
    {},
    { leftOut: ['struck: nicht doppelt', 'hidden: versteckt'] },
  ),
  word('struck-by-style', p(r('Der alte Satz fällt.', '<w:rStyle w:val="Weg"/>') + r(' Der neue bleibt.')), {
    styles: '<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:strike/></w:rPr></w:style>',
  }),
  // What the style of the paragraph and the style of the signs both say is taken back (17.7.3); what the run says itself holds.
  word(
    'toggled-by-two-styles',
    p(
      r('Dieser Satz fiel weg', '') + r(' und dieser steht da', '<w:rStyle w:val="Weg"/>'),
      '<w:pStyle w:val="Gestrichen"/>',
    ) + p(r('Versteckt', '') + r(' und sichtbar', '<w:rStyle w:val="Verborgen"/>'), '<w:pStyle w:val="Unsichtbar"/>'),
    {
      styles:
        paragraphStyle('Gestrichen', 'Gestrichen', '<w:rPr><w:strike/></w:rPr>') +
        paragraphStyle('Unsichtbar', 'Unsichtbar', '<w:rPr><w:vanish/></w:rPr>') +
        '<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:strike/></w:rPr></w:style>' +
        '<w:style w:type="character" w:styleId="Verborgen"><w:name w:val="Verborgen"/><w:rPr><w:vanish/></w:rPr></w:style>',
    },
    { leftOut: ['struck: Dieser Satz fiel weg', 'hidden: Versteckt'] },
  ),
  word(
    'tracked-runs',
    p(r('Die Frist endet am ') + deleted('Dienstag') + inserted(r('Donnerstag')) + r(' um zwölf Uhr.')) +
      p(`<w:moveFrom w:id="5" w:author="A">${r('verschobener Satz alt')}</w:moveFrom>` + r('Bleibt hier.')) +
      p(`<w:moveTo w:id="6" w:author="A">${r('verschobener Satz neu')}</w:moveTo>`),
    {},
    { leftOut: ['deleted: Dienstag', 'deleted: verschobener Satz alt'] },
  ),
  word(
    'deleted-paragraph-mark',
    p(r('Anfang des Satzes '), '<w:rPr><w:del w:id="9" w:author="A"/></w:rPr>') +
      line('und sein Schluss.') +
      line('Ein eigener Absatz.'),
  ),
  word(
    'deleted-mark-before-table',
    p(r('Vor der Tabelle steht dies.'), '<w:rPr><w:del w:id="9" w:author="A"/></w:rPr>') +
      tbl([
        tr([
          tc(line('Zelle links')),
          tc(p(r('Zelle Mitte'), '<w:rPr><w:del w:id="10" w:author="A"/></w:rPr>')),
          tc(line('Zelle rechts')),
        ]),
      ]) +
      line('Danach.'),
  ),
  word(
    'deleted-last-mark',
    line('Erster Satz.') + p(r('Letzter Satz.'), '<w:rPr><w:del w:id="9" w:author="A"/></w:rPr>'),
  ),
  word(
    'fields-simple-and-complex',
    p(
      `<w:fldSimple w:instr=" DOCPROPERTY Aktenzeichen ">${r('AZ 61/4711')}</w:fldSimple>` +
        r(' vom ') +
        field('MERGEFIELD Tag', r('3. Februar 2026')),
    ) + p(r('Siehe ') + field('REF ziel \\h', r('Abschnitt ', '<w:b/>') + r('Nord')) + r('.')),
  ),
  word(
    'field-over-two-paragraphs',
    p(r('Auszug: ') + fieldBegin('INCLUDETEXT quelle.docx') + fieldMiddle + r('erster Teil')) +
      line('mittlerer Teil') +
      p(r('letzter Teil') + fieldEnd + r(' danach')),
  ),
  word(
    'nested-fields',
    p(
      r('Ergebnis ') +
        fieldBegin('IF') +
        field('MERGEFIELD Anrede', r('Frau')) +
        run('<w:instrText> = "Frau" "geehrte" "geehrter" </w:instrText>') +
        fieldMiddle +
        r('geehrte ') +
        field('MERGEFIELD Name', r('Lindwurm')) +
        fieldEnd +
        r(' hier'),
    ),
  ),
  word(
    'field-in-link-in-control',
    p(r('Verweis ') + control(LINK(r('auf ') + field('MERGEFIELD Seite', r('17')) + r(' weiter'))) + r(' unten')) +
      p(LINK(control(r('Kontrolle im Verweis'), '<w:text/>')) + r(' Ende')) +
      control(p(r('Block mit ') + LINK(field('REF x', r('Feld im Verweis'))))),
  ),
  word(
    'tick-boxes',
    p(tickBox(true) + r(' Zustimmung ')) +
      p(tickBox(false) + r(' Ablehnung')) +
      p(
        field(
          'FORMCHECKBOX',
          '',
          formData('<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>'),
        ) + r(' altes Feld an'),
      ) +
      p(
        field('FORMCHECKBOX', '', formData('<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>')) +
          r(' altes Feld aus'),
      ),
  ),
  word(
    'form-fields',
    p(
      r('Art: ') +
        field(
          'FORMDROPDOWN',
          '',
          formData(
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Antrag"/><w:listEntry w:val="Anfrage"/></w:ddList>',
          ),
        ),
    ) + p(r('Name: ') + field('FORMTEXT', r('Ottokar Wiesel'), formData('<w:textInput/>'))),
  ),
  word(
    'symbols',
    p(
      r('Winkel ') +
        run('<w:sym w:font="Symbol" w:char="F061"/>') +
        r(' und Pfeil ') +
        run('<w:sym w:font="Wingdings" w:char="F0E0"/>') +
        r(' Ziel'),
    ) +
      p(
        r('o', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') +
          r(' offen ') +
          r('þ', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') +
          r(' erledigt'),
      ) +
      p(r('ab', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + r(' griechisch')),
  ),
  word(
    'formulas',
    p(r('Fläche ') + `<m:oMath>${mathRun('A=')}${fraction(mathRun('a+b'), mathRun('2'))}</m:oMath>` + r(' in Metern')) +
      p(
        `<m:oMathPara><m:oMath>${mathRun('x')}<m:sSup><m:e>${mathRun('y')}</m:e><m:sup>${mathRun('3')}</m:sup></m:sSup></m:oMath></m:oMathPara>`,
      ) +
      p(
        r('Wurzel ') +
          `<m:oMath><m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${mathRun('q')}</m:e></m:rad></m:oMath>`,
      ),
  ),
  word(
    'wrappers',
    p(
      `<w:smartTag w:uri="urn:x" w:element="ort">${r('Auental')}</w:smartTag>` +
        r(' liegt ') +
        `<w:customXml w:element="lage">${r('am Fluss')}</w:customXml>` +
        `<w:dir w:val="ltr">${r(' und am')}</w:dir>` +
        `<w:bdo w:val="ltr">${r(' Wald')}</w:bdo>`,
    ) +
      `<w:customXml w:element="block">${line('Absatz in einer Hülle')}</w:customXml>` +
      control(control(line('Absatz in zwei Hüllen'))),
  ),
  word(
    'footnotes-and-endnotes',
    p(r('Das Gutachten') + noteMark('footnote', 2) + r(' liegt vor.')) +
      p(r('Die Karte') + noteMark('endnote', 3) + r(' fehlt noch') + noteMark('footnote', 4) + r('.')),
    {
      footnotes:
        note('footnote', 2, p(run('<w:footnoteRef/>', '<w:vertAlign w:val="superscript"/>') + r(' Büro Kauz, 2025.'))) +
        note(
          'footnote',
          4,
          p(run('<w:footnoteRef/>') + r(' Nachgereicht wird sie im April.')) + line('Zweiter Absatz der Note.'),
        ),
      endnotes: note('endnote', 3, p(run('<w:endnoteRef/>') + r(' Maßstab eins zu tausend.'))),
    },
  ),
  word(
    'comment',
    p(
      `<w:commentRangeStart w:id="1"/>${r('Streitiger Satz.')}<w:commentRangeEnd w:id="1"/>${run('<w:commentReference w:id="1"/>')}`,
    ),
    { comments: `<w:comment w:id="1" w:author="Herr Dachs">${line('Bitte prüfen')}${line('und kürzen')}</w:comment>` },
    { leftOut: ['comment: Bitte prüfen und kürzen'] },
  ),
  word(
    'contents-field',
    control(
      line('Inhalt') +
        p(
          fieldBegin('TOC \\o "1-2" \\h') +
            fieldMiddle +
            LINK(r('Anlass') + run('<w:tab/>') + field('PAGEREF _Toc1 \\h', r('3'), '')),
        ) +
        p(
          LINK(r('Folgen') + run('<w:tab/>', '<w:webHidden/>') + field('PAGEREF _Toc2 \\h', r('8', '<w:webHidden/>'))),
        ) +
        p(fieldEnd),
      '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
    ) + line('Danach der Text.'),
  ),
  word(
    'controls',
    p(
      r('Amt: ') +
        control(r('Bitte wählen'), '<w:showingPlcHdr/><w:dropDownList/>') +
        r(' am ') +
        control(r('3. Februar'), '<w:date/>'),
    ) + control(p(r('Absatz ') + control(r('verschachtelt') + control(r(' tiefer')))), '<w:richText/>'),
  ),
  word(
    'changes-in-changes',
    p(
      inserted(r('neu ') + deleted('doch nicht ')) +
        LINK(deleted('alter Verweis') + inserted(r('neuer Verweis'))) +
        r(' steht.'),
    ) +
      p(
        `<w:del w:id="31" w:author="A">${run('<w:fldChar w:fldCharType="begin"/>') + run('<w:delInstrText> REF weg </w:delInstrText>') + fieldMiddle + run('<w:delText>weg</w:delText>') + fieldEnd}</w:del>` +
          r('Rest des Satzes.'),
      ),
  ),
  word('headers-and-footers', line('Nur der Text selbst.'), {
    header: line('Stadt Auental'),
    footer: p(r('Seite ') + field('PAGE', r('1'))),
  }),
  word('strict', line('Strenger Namensraum', '<w:pStyle w:val="Heading1"/>') + line('mit einem Absatz.'), {
    strict: true,
  }),
  word('utf16', line('Zeichen aus zwei Byte: Größe, Łódź, Ὅμηρος.'), { utf16: true }),
  word('unusual-main-part', line('Der Hauptteil heißt anders.'), { mainName: 'inhalt/text9.xml' }),
  word(
    'ruby-and-blanks',
    p(
      run(
        `<w:ruby><w:rubyPr><w:lid w:val="ja-JP"/></w:rubyPr><w:rt>${r('oben')}</w:rt><w:rubyBase>${r('Grundwort')}</w:rubyBase></w:ruby>`,
      ) + r('  mit   Leerzeichen '),
    ) + p(''),
  ),
];
