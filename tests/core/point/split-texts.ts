/**
 * Motions and inquiries in the forms that councils write them in, with the points that a careful clerk would see. All texts are invented.
 * `points`: "label | first words", a group with `*` behind its label. Blocks are separated by empty lines, lines in a block by line breaks.
 */
import type { PaperType } from '../../../src-main/record/basics.ts';

export interface SplitText {
  readonly name: string;
  readonly type: PaperType;
  readonly text: string;
  readonly points: readonly string[];
}

export const INQUIRIES: readonly SplitText[] = [
  {
    name: 'figures with stops, preamble, request for a written answer',
    type: 'inquiry',
    text: `In der Talstraße wurden im Frühjahr mehrere Bäume gefällt. Anwohner fragen sich, warum das nötig war?

Ich frage die Verwaltung:

1. Wie viele Bäume wurden gefällt?

2. Aus welchem Grund geschah das?

3. Wann und wo wird nachgepflanzt?

Ich bitte um eine schriftliche Beantwortung.

Kim Beispiel
Stadträtin`,
    points: ['1 | Wie viele Bäume', '2 | Aus welchem Grund', '3 | Wann und wo'],
  },
  {
    name: 'figures with brackets in one block',
    type: 'inquiry',
    text: `Fragen:
1) Seit wann ist die Halle gesperrt?
2) Welche Kosten entstehen durch die Sperrung?
3) Gibt es einen Zeitplan?`,
    points: ['1 | Seit wann', '2 | Welche Kosten', '3 | Gibt es'],
  },
  {
    name: 'figures in brackets',
    type: 'inquiry',
    text: `Dazu bitten wir um Beantwortung der folgenden Fragen:

(1) Wie ist der Stand der Planung?

(2) Wer führt die Arbeiten aus?`,
    points: ['1 | Wie ist', '2 | Wer führt'],
  },
  {
    name: 'letters',
    type: 'inquiry',
    text: `Deshalb frage ich den Oberbürgermeister:

a) Welche Spielplätze werden dieses Jahr erneuert?

b) Welche Mittel stehen dafür bereit?

c) Wie werden Kinder beteiligt?`,
    points: ['a) | Welche Spielplätze', 'b) | Welche Mittel', 'c) | Wie werden'],
  },
  {
    name: 'letters below figures',
    type: 'inquiry',
    text: `1. Wie viele Stellen hat das Bürgerbüro?

a) Wie viele davon sind unbesetzt?

b) Seit wann sind sie unbesetzt?

2. Wie lange warten Bürger auf einen Termin?`,
    points: ['1 | Wie viele Stellen', '1 a) | Wie viele davon', '1 b) | Seit wann', '2 | Wie lange'],
  },
  {
    name: 'letters below a figure that only leads to them',
    type: 'inquiry',
    text: `1. Zum Fuhrpark der Stadt:
a) Wie viele Fahrzeuge fahren elektrisch?
b) Wie viele wurden 2025 ersetzt?
2. Welche Ladepunkte gibt es?`,
    points: ['1* | Zum Fuhrpark', '1 a) | Wie viele Fahrzeuge', '1 b) | Wie viele wurden', '2 | Welche Ladepunkte'],
  },
  {
    name: 'Roman groups',
    type: 'inquiry',
    text: `I. Personal

1. Wie viele Schulsozialarbeiter sind beschäftigt?

2. Wie viele Stellen sind offen?

II. Räume

1. Welche Schulen haben einen eigenen Raum dafür?

2. Wo fehlt er?`,
    points: [
      'I* | Personal',
      'I 1 | Wie viele Schul',
      'I 2 | Wie viele Stellen',
      'II* | Räume',
      'II 1 | Welche',
      'II 2 | Wo',
    ],
  },
  {
    name: 'groups by headings, numbers begin anew',
    type: 'inquiry',
    text: `Schwimmbad

1. Wann öffnet das Bad?

2. Was kostet der Eintritt?

Eishalle

1. Wann schließt die Halle?

2. Was kostet der Betrieb?`,
    points: [
      'Schwimmbad* | Schwimmbad',
      'Schwimmbad, 1 | Wann öffnet',
      'Schwimmbad, 2 | Was kostet',
      'Eishalle* | Eishalle',
      'Eishalle, 1 | Wann schließt',
      'Eishalle, 2 | Was kostet',
    ],
  },
  {
    name: 'sections',
    type: 'inquiry',
    text: `1. Verkehr
1.1 Wie viele Unfälle gab es 2025?
1.2 Wie viele davon betrafen Radfahrer?
2. Planung
2.1 Welche Kreuzungen werden umgebaut?
2.2 Wann beginnt der Umbau?`,
    points: [
      '1* | Verkehr',
      '1.1 | Wie viele Unf',
      '1.2 | Wie viele davon',
      '2* | Planung',
      '2.1 | Welche',
      '2.2 | Wann',
    ],
  },
  {
    name: 'the word before the number',
    type: 'inquiry',
    text: `Frage 1:
Wie oft wurde die Brücke geprüft?

Frage 2:
Was ergab die letzte Prüfung?`,
    points: ['1 | Wie oft', '2 | Was ergab'],
  },
  {
    name: 'the word behind the number',
    type: 'inquiry',
    text: `1. Frage: Wie hoch ist der Zuschuss?

2. Frage: Wer erhält ihn?`,
    points: ['1 | Wie hoch', '2 | Wer erhält'],
  },
  {
    name: 'dashes',
    type: 'inquiry',
    text: `Wir bitten um Auskunft zu folgenden Fragen:

- Wie viele Anträge gingen ein?

- Wie viele wurden bewilligt?

- Wie lange dauerte die Bearbeitung im Mittel?`,
    points: ['1 | Wie viele Anträge', '2 | Wie viele wurden', '3 | Wie lange'],
  },
  {
    name: 'dashes below a figure belong to it',
    type: 'inquiry',
    text: `1. Wie viele Wohnungen wurden gebaut, getrennt nach
- Mietwohnungen,
- Eigentumswohnungen?
2. Wie viele davon sind gefördert?`,
    points: ['1 | Wie viele Wohnungen', '2 | Wie viele davon'],
  },
  {
    name: 'signs of a question alone',
    type: 'inquiry',
    text: `Seit dem Winter ist der Weg am Ufer gesperrt.

Wann wird der Weg wieder geöffnet? Welche Arbeiten stehen noch aus?

Wer trägt die Kosten?`,
    points: ['1 | Wann wird', '2 | Welche Arbeiten', '3 | Wer trägt'],
  },
  {
    name: 'a question that follows another belongs to it',
    type: 'inquiry',
    text: `Ist der Stadt der Zustand der Treppe bekannt? Wenn ja, seit wann? Wenn nein, warum nicht?

Gibt es einen Plan zur Sanierung?`,
    points: ['1 | Ist der Stadt', '2 | Gibt es'],
  },
  {
    name: 'indirect questions',
    type: 'inquiry',
    text: `Es wird um Auskunft gebeten, ob die Stadt eine Förderung beantragt hat.

Ferner möchte ich wissen, wie hoch der Eigenanteil wäre.

Ich bitte um schriftliche Antwort.`,
    points: ['1 | Es wird um Auskunft', '2 | Ferner möchte'],
  },
  {
    name: 'one indirect question',
    type: 'inquiry',
    text: `Die Linie 7 fährt seit Mai nicht mehr bis zum Friedhof. Ich bitte um Mitteilung, wann die Haltestelle wieder bedient wird. Vielen Dank für Ihre Mühe.`,
    points: ['1 | Ich bitte um Mitteilung'],
  },
  {
    name: 'imperatives in a numbered list',
    type: 'inquiry',
    text: `1. Bitte listen Sie die Veranstaltungen der letzten drei Jahre auf.

2. Welche davon waren kostenfrei?

3. Bitte nennen Sie die Zahl der Besucher.`,
    points: ['1 | Bitte listen', '2 | Welche davon', '3 | Bitte nennen'],
  },
  {
    name: 'several sentences in one number',
    type: 'inquiry',
    text: `1. Wie viele Bänke stehen im Park? Reichen sie aus Sicht der Verwaltung aus? Falls nein, was ist geplant?

2. Wer pflegt sie?`,
    points: ['1 | Wie viele Bänke', '2 | Wer pflegt'],
  },
  {
    name: 'und and oder between questions',
    type: 'inquiry',
    text: `1. Wurde ein Gutachten beauftragt, und

2. wann liegt es vor?

oder

3. Aus welchem Grund wurde darauf verzichtet?`,
    points: ['1 | Wurde ein Gutachten beauftragt', '2 | wann liegt', '3 | Aus welchem'],
  },
  {
    name: 'reasons with numbers behind the questions',
    type: 'inquiry',
    text: `1. Wie oft wurde der Platz gereinigt?

2. Was kostete die Reinigung?

Begründung:

Der Platz wird genutzt für

1. den Wochenmarkt,

2. das Stadtfest.`,
    points: ['1 | Wie oft', '2 | Was kostete'],
  },
  {
    name: 'reasons with questions before the questions',
    type: 'inquiry',
    text: `Sachverhalt:

Viele fragen: Warum dauert das so lange? Niemand weiß es.

Ich frage daher:

1. Wann ist die Straße fertig?

2. Was war der Grund der Verzögerung?`,
    points: ['1 | Wann ist', '2 | Was war'],
  },
  {
    name: 'days at the begin of a line',
    type: 'inquiry',
    text: `Der Beschluss ist vom
12. März 2024 und wurde nicht umgesetzt.

1. Warum ist der Beschluss nicht umgesetzt?

2. Wird er bis zum
1. Juni 2026 umgesetzt?`,
    points: ['1 | Warum ist', '2 | Wird er bis'],
  },
  {
    name: 'one question with a number',
    type: 'inquiry',
    text: `Frage:

1. Wann wird der Radweg markiert?

Mit freundlichen Grüßen`,
    points: ['1 | Wann wird'],
  },
  {
    name: 'numbers in the line',
    type: 'inquiry',
    text: `Ich frage: 1. Wie viele Hunde sind gemeldet? 2. Wie hoch sind die Einnahmen? 3. Wofür werden sie verwendet?`,
    points: ['1 | Wie viele Hunde', '2 | Wie hoch', '3 | Wofür'],
  },
  {
    name: 'letters in the line',
    type: 'inquiry',
    text: `1. Wie viele Kinder sind angemeldet a) in Krippen, b) in Kindergärten, c) in Horten?

2. Wie viele Plätze gibt es?`,
    points: [
      '1* | Wie viele Kinder',
      '1 a) | in Krippen',
      '1 b) | in Kinderg',
      '1 c) | in Horten',
      '2 | Wie viele Plätze',
    ],
  },
  {
    name: 'figures without stops',
    type: 'inquiry',
    text: `1 Wie viele Laternen sind defekt?

2 Wann werden sie repariert?

3 Wer ist zuständig?`,
    points: ['1 | Wie viele', '2 | Wann', '3 | Wer'],
  },
  {
    name: 'a paragraph between two numbers belongs to the first',
    type: 'inquiry',
    text: `1. Wie bewertet die Verwaltung den Vorschlag?

Er wurde im Ausschuss am 3. Juni vorgestellt und fand Zustimmung.

2. Welche Schritte folgen?`,
    points: ['1 | Wie bewertet', '2 | Welche Schritte'],
  },
  {
    name: 'capital letters as groups',
    type: 'inquiry',
    text: `A. Bestand

1. Wie viele Brunnen gibt es?

2. Wie viele sind in Betrieb?

B. Ausblick

3. Welche Brunnen werden saniert?`,
    points: ['A* | Bestand', 'A 1 | Wie viele Brunnen', 'A 2 | Wie viele sind', 'B* | Ausblick', 'B 3 | Welche'],
  },
  {
    name: 'another question behind the list',
    type: 'inquiry',
    text: `1. Welche Wege sind beleuchtet?

2. Welche Wege werden es noch?

Wie hoch ist der Verbrauch insgesamt?

Ich bitte um ausführliche schriftliche Antwort.`,
    points: ['1 | Welche Wege sind', '2 | Welche Wege werden', 'o. Nr. | Wie hoch'],
  },
  {
    name: 'forgotten sign of a question',
    type: 'inquiry',
    text: `1. Wie viele Schulen haben Glasfaser.

2. Wann folgen die übrigen.`,
    points: ['1 | Wie viele Schulen', '2 | Wann folgen'],
  },
  {
    name: 'abbreviations end no sentence',
    type: 'inquiry',
    text: `Gibt es für den Platz, z. B. am Brunnen, ein Konzept? Wer war beteiligt, d. h. welche Ämter, Vereine usw. wurden gehört?`,
    points: ['1 | Gibt es für', '2 | Wer war'],
  },
  {
    name: 'a thematic question with a rhetorical one before it',
    type: 'inquiry',
    text: `Wer kennt das nicht? Der Bus kommt zu spät.

Wir bitten die Verwaltung um Beantwortung folgender Fragen:

1. Wie pünktlich war die Linie 3 im Jahr 2025?

2. Welche Ursachen hatten Verspätungen?`,
    points: ['1 | Wie pünktlich', '2 | Welche Ursachen'],
  },
];
