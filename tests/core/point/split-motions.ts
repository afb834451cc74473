/** Motions and their changes, with the demands that a careful clerk would see. All texts are invented. */
import type { SplitText } from './split-texts.ts';

export const MOTIONS: readonly SplitText[] = [
  {
    name: 'numbered resolution and reasons',
    type: 'motion',
    text: `Der Stadtrat möge beschließen:

1. Die Verwaltung wird beauftragt, ein Konzept für den Marktplatz vorzulegen.

2. Die Anwohner sind zu beteiligen.

3. Über das Ergebnis ist dem Stadtrat bis zum 30.09.2026 zu berichten.

Begründung:

1. Der Platz ist zu heiß. 2. Er soll schöner werden.`,
    points: ['1 | Die Verwaltung wird', '2 | Die Anwohner', '3 | Über das Ergebnis'],
  },
  {
    name: 'one sentence behind the opening',
    type: 'motion',
    text: `Der Stadtrat möge beschließen: Die Oberbürgermeisterin wird beauftragt, die Öffnungszeiten der Bibliothek zu erweitern.

Begründung: Viele arbeiten länger.`,
    points: ['1 | Die Oberbürgermeisterin wird'],
  },
  {
    name: 'sentence by sentence',
    type: 'motion',
    text: `Der Stadtrat beschließt:

Die Verwaltung wird beauftragt, eine Radstation am Bahnhof zu planen. Dabei sind Lastenräder zu berücksichtigen. Außerdem wird sie gebeten, Fördermittel zu beantragen.

Die Kosten sollen im Haushalt 2027 eingestellt werden.`,
    points: ['1 | Die Verwaltung wird', '2 | Außerdem wird', '3 | Die Kosten'],
  },
  {
    name: 'without an opening',
    type: 'motion',
    text: `Die Verwaltung wird beauftragt, die Beleuchtung im Stadtpark zu erneuern. Das betrifft vor allem die Wege am See.

Es gilt, Tiere und Pflanzen zu schonen.

Der Stadtrat ist bis Ende 2026 zu informieren.`,
    points: ['1 | Die Verwaltung wird', '2 | Es gilt', '3 | Der Stadtrat ist'],
  },
  {
    name: 'letters below figures',
    type: 'motion',
    text: `Der Gemeinderat möge beschließen:

1. Die Verwaltung wird beauftragt,

a) den Bestand an Bäumen zu erfassen und

b) eine Karte zu veröffentlichen.

2. Der Bericht ist jährlich vorzulegen.`,
    points: ['1* | Die Verwaltung wird', '1 a) | den Bestand', '1 b) | eine Karte', '2 | Der Bericht'],
  },
  {
    name: 'dashes behind an opening',
    type: 'motion',
    text: `Der Stadtrat möge beschließen, die Verwaltung zu beauftragen:

- eine Satzung zu entwerfen,

- die Vereine anzuhören und

- dem Rat zu berichten.`,
    points: ['1 | eine Satzung', '2 | die Vereine', '3 | dem Rat'],
  },
  {
    name: 'that-sentence',
    type: 'motion',
    text: `Der Kreistag möge beschließen, dass die Verwaltung ein Leitbild erarbeitet.

Begründung

Das Leitbild fehlt.`,
    points: ['1 | Der Kreistag möge'],
  },
  {
    name: 'amendment with replaced point',
    type: 'amendment',
    text: `Der Antrag wird wie folgt geändert:

Punkt 2 wird gestrichen.

Punkt 3 wird ersetzt durch: Die Verwaltung berichtet halbjährlich.`,
    points: ['2 | Punkt 2 wird gestrichen', '3 | Punkt 3 wird ersetzt'],
  },
  {
    name: 'procedure is no demand',
    type: 'motion',
    text: `Der Stadtrat möge beschließen:

Die Verwaltung wird gebeten, den Fahrplan der Linie 5 zu prüfen.

Es wird um sofortige Abstimmung gebeten.`,
    points: ['1 | Die Verwaltung wird'],
  },
  {
    name: 'numbers in the line',
    type: 'motion',
    text: `Der Stadtrat möge beschließen: 1. Die Hundewiese am Ufer wird eingezäunt. 2. Es werden zwei Bänke aufgestellt. 3. Die Kosten trägt das Budget des Stadtteils.`,
    points: ['1 | Die Hundewiese', '2 | Es werden', '3 | Die Kosten'],
  },
  {
    name: 'reasons before the resolution',
    type: 'motion',
    text: `Begründung

Das Freibad ist alt. Es muss saniert werden.

Beschlussvorschlag:

1. Das Freibad wird saniert.

2. Die Verwaltung legt einen Zeitplan vor.`,
    points: ['1 | Das Freibad wird', '2 | Die Verwaltung legt'],
  },
  {
    name: 'a demand without a number behind the list',
    type: 'motion',
    text: `Der Stadtrat möge beschließen:

1. Die Verwaltung prüft einen Standort für einen Skatepark.

2. Jugendliche werden an der Prüfung beteiligt.

Dem Jugendhilfeausschuss ist im Herbst zu berichten.`,
    points: ['1 | Die Verwaltung prüft', '2 | Jugendliche', 'o. Nr. | Dem Jugendhilfe'],
  },
  {
    name: 'Roman figures',
    type: 'motion',
    text: `Der Stadtrat möge beschließen:

I. Die Stadt tritt dem Bündnis bei.

II. Die Verwaltung berichtet jährlich.`,
    points: ['I | Die Stadt', 'II | Die Verwaltung'],
  },
  {
    name: 'several sentences in one number',
    type: 'motion',
    text: `Der Stadtrat möge beschließen:
1. Die Verwaltung erstellt ein Kataster. Es wird jedes Jahr ergänzt. Die Daten sind offen bereitzustellen.
2. Die Mittel werden im Haushalt eingestellt.`,
    points: ['1 | Die Verwaltung erstellt', '2 | Die Mittel'],
  },
  {
    name: 'points named by a word',
    type: 'motion',
    text: `Der Rat möge beschließen:

Beschlusspunkt 1: Die Verwaltung richtet eine Stelle ein.

Beschlusspunkt 2: Die Stelle wird ausgeschrieben.`,
    points: ['1 | Die Verwaltung richtet', '2 | Die Stelle'],
  },
];
