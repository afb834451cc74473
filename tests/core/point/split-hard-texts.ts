/** Forms that were read wrongly once: texts from PDFs, letters around a motion, changes of other papers. All texts are invented. */
import type { SplitText } from './split-texts.ts';

export const HARD: readonly SplitText[] = [
  {
    name: 'reasons named by two words',
    type: 'inquiry',
    text: `Anfrage der Fraktion

1. Wie viele Unfälle gab es seit 2019?

2. Ist Tempo 30 möglich?

Sachverhalt/Begründung:

Muss erst etwas passieren, bevor die Stadt handelt? Der Elternbeirat hat geschrieben.`,
    points: ['1 | Wie viele', '2 | Ist Tempo'],
  },
  {
    name: 'letter around an unnumbered motion',
    type: 'motion',
    text: `Sehr geehrter Herr Bürgermeister,

für die Fraktion stelle ich folgenden Antrag:

Der Spielplatz an der Mühle wird bis zum Sommer erneuert. Die Anwohner werden bei der Auswahl der Geräte beteiligt.

Zur Begründung führe ich aus:

Der Spielplatz ist 30 Jahre alt. Die Geräte müssen ersetzt werden.`,
    points: ['1 | Der Spielplatz', '2 | Die Anwohner'],
  },
  {
    name: 'budget motion with a head and a proposal how to pay',
    type: 'motion',
    text: `Haushaltsantrag Nr. 12 zum Haushalt 2026

Produkt: 42.41 Sportstätten
Seite im Entwurf: 312

Im Haushaltsplan werden 150.000 Euro für die Laufbahn eingestellt.

Deckungsvorschlag: Minderausgaben beim Straßenunterhalt.

Begründung:
Die Laufbahn ist alt.`,
    points: ['1 | Im Haushaltsplan werden 150.000 Euro für die Laufbahn eingestellt.'],
  },
  {
    name: 'sentences broken at the end of each line',
    type: 'motion',
    text: `Antrag der Fraktion
Beschlussantrag:
Die Verwaltung wird beauftragt, am Friedhof im Ortsteil Nord eine
Gemeinschaftsanlage anzulegen. Die Kosten sind zu ermitteln und dem Rat in der
Sitzung am
5. März 2026 vorzustellen. Die Satzung ist
entsprechend anzupassen.
Begründung:
Die Nachfrage steigt.`,
    points: ['1 | Die Verwaltung', '2 | Die Kosten', '3 | Die Satzung'],
  },
  {
    name: 'questions broken at the end of each line',
    type: 'inquiry',
    text: `Wir fragen die Verwaltung:
Welche Maßnahmen sind an der Grundschule Ost bis zum
Beginn des Schuljahres geplant?
Wie hoch sind die Kosten für die Dächer und
die Fenster?`,
    points: ['1 | Welche Maßnahmen', '2 | Wie hoch'],
  },
  {
    name: 'an article is no pronoun',
    type: 'motion',
    text: `Beschlussvorschlag:

Die Verwaltung wird beauftragt, eine Fahrradgarage zu prüfen. Das Ergebnis ist dem Ausschuss bis zum 1. Quartal 2026 vorzulegen.`,
    points: ['1 | Die Verwaltung', '2 | Das Ergebnis'],
  },
  {
    name: 'numbers of a change go on where the paper stops',
    type: 'amendment',
    text: `Der Beschluss wird wie folgt ergänzt:

5. Die Verwaltung prüft ein Sozialticket.
6. Die Verwaltung berichtet hierüber im
3. Quartal 2026 dem Ausschuss.

Begründung:
Mobilität ist Teilhabe.`,
    points: ['5 | Die Verwaltung prüft', '6 | Die Verwaltung berichtet'],
  },
  {
    name: 'one new point of a change',
    type: 'amendment',
    text: `Der Stadtrat möge beschließen:

Der Beschlussvorschlag wird um folgenden Punkt 4 ergänzt:

4. Die Verwaltung legt jährlich einen Bericht vor.`,
    points: ['4 | Die Verwaltung legt'],
  },
  {
    name: 'a group that asks in the third person',
    type: 'inquiry',
    text: `Viele Händler klagen. Warum sollen kleine Vereine draufzahlen?

Die Fraktion fragt:

Wie hoch sind die Gebühren?
Welche Vereine erhalten eine Ermäßigung?`,
    points: ['1 | Wie hoch', '2 | Welche Vereine'],
  },
  {
    name: 'what is counted at the begin of a line is no number',
    type: 'inquiry',
    text: `1. Welche Veranstaltungen wurden in der Halle vom
2. Bürgermeister eröffnet?
2. Welche Einnahmen wurden im
4. Quartal 2025 erzielt?
3. Ist der Aufzug in Betrieb?`,
    points: ['1 | Welche Veranstaltungen', '2 | Welche Einnahmen', '3 | Ist der Aufzug'],
  },
  {
    name: 'one section below its number',
    type: 'motion',
    text: `Der Stadtrat beschließt:

1. Aufstellung eines Plans
1.1 Für das Gebiet wird ein Plan aufgestellt.
1.2 Das Gebiet umfasst zwei Flurstücke.
2. Beteiligung
2.1 Die frühzeitige Beteiligung ist durchzuführen.`,
    points: ['1* | Aufstellung', '1.1 | Für das', '1.2 | Das Gebiet', '2* | Beteiligung', '2.1 | Die frühzeitige'],
  },
  {
    name: 'what closes the letter is no part of the last question',
    type: 'inquiry',
    text: `1. Wie viele und
bis wann?
2. Wer zahlt?
Wir bitten um schriftliche Beantwortung.
Vielen Dank!
Kim Beispiel`,
    points: ['1 | Wie viele und\nbis wann?', '2 | Wer zahlt?'],
  },
  {
    name: 'reasons in the line of the last demand',
    type: 'motion',
    text: `Der Stadtrat möge beschließen: 1. Der Platz wird begrünt. 2. Die Verwaltung berichtet nach sechs Monaten. Begründung: Die Anwohner leiden unter 1. Lärm und 2. Abgasen.`,
    points: ['1 | Der Platz', '2 | Die Verwaltung berichtet nach sechs Monaten.'],
  },
  {
    name: 'a question about the way of answering',
    type: 'inquiry',
    text: `Frage: Wie ist der Sachstand beim Neubau des Gerätehauses?

Wir bitten um Beantwortung in der nächsten Sitzung. Können die Antworten vorab per E-Mail zugestellt werden?`,
    points: ['1 | Wie ist der Sachstand'],
  },
  {
    name: 'follow-ups of other kinds',
    type: 'inquiry',
    text: `Gibt es einen Plan? Warum nicht?

Ist die Förderung gesichert? Bei Nein: Was folgt daraus?

Ich bitte um eine Übersicht der Kosten.`,
    points: ['1 | Gibt es', '2 | Ist die', '3 | Ich bitte'],
  },
];
