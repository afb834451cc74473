/** German words of meetings that stand in documents and on the command line. */
import type { MeetingState } from './shapes.ts';

export const meetingStates: Record<MeetingState, string> = {
  planned: 'geplant',
  invited: 'eingeladen',
  held: 'durchgeführt',
  cancelled: 'abgesagt',
};

export const meetingTexts = {
  clock: (time: string): string => `${time} Uhr`,
  titleOn: (organization: string, day: string): string => `${organization}, ${day}`,
  agendaNumber: (number: string): string => `TOP ${number}`,
  lists: 'Verteilerlisten',
  listsFileName: (organization: string, day: string): string => `Verteiler-${organization}-${day}`,
} as const;

export const folderTexts = {
  title: 'Sitzungsmappe',
  fileName: (organization: string, day: string): string => `Sitzungsmappe-${organization}-${day}`,
  day: 'Tag',
  begin: 'Beginn',
  place: 'Ort',
  state: 'Stand',
  publicOnly: 'Diese Mappe enthält öffentliche Unterlagen.',
  withNonPublic: 'Diese Mappe enthält nichtöffentliche Unterlagen und ist vertraulich zu behandeln.',
  leftOut: (n: number): string =>
    n === 1
      ? 'Eine nichtöffentliche Stellungnahme ist nicht enthalten.'
      : `${n} nichtöffentliche Stellungnahmen sind nicht enthalten.`,
  contents: 'Inhalt',
  columns: { number: 'TOP', reference: 'Nummer', name: 'Stellungnahme', page: 'Seite' },
  notIssued: 'noch nicht ausgefertigt',
  withdrawn: 'Ausfertigung zurückgezogen',
  nonPublic: 'nichtöffentlich, hier nicht enthalten',
} as const;
