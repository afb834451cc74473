/** German words of the shell: native menus, dialogs, the error report. */
import type { ErrorCode } from '../shared/errors.ts';

export const shellTexts = {
  /** What the local shell prints. */
  local: {
    openAddress: (address: string): string => `Stellwerk läuft. Im Browser dieses Rechners öffnen:\n  ${address}`,
    openPage: (page: string): string =>
      `Stellwerk läuft. Diese Ausgabe könnten andere mitlesen, deshalb steht der Zugang in einer Datei, die nur Sie öffnen können. Im Browser dieses Rechners öffnen:\n  ${page}`,
    keys: 'Eingabetaste: neue Adresse · Strg+C: beenden',
  },
  report: {
    title: 'Fehlerbericht von Stellwerk',
    note: 'Dieser Bericht enthält Versionen und die letzten Fehlermeldungen des Programms: keine Namen, keine persönlichen Ordner, keinen Inhalt von Papieren.',
    createdAt: 'Erstellt',
    system: 'Betriebssystem',
    entries: (count: number): string =>
      count === 0
        ? 'Es sind keine Fehler verzeichnet.'
        : `Die letzten verzeichneten Fehler (${count}), neueste zuletzt:`,
  },
  menu: {
    file: '&Datei',
    newPaper: '&Neuer Eingang',
    importFile: '&Aus Datei übernehmen …',
    print: '&Drucken …',
    backup: '&Sicherung speichern …',
    settings: 'Einstellungen …',
    quit: '&Beenden',
    edit: '&Bearbeiten',
    undo: '&Rückgängig',
    redo: '&Wiederholen',
    cut: '&Ausschneiden',
    copy: '&Kopieren',
    paste: '&Einfügen',
    pastePlain: 'Einfügen &ohne Formatierung',
    delete: '&Löschen',
    selectAll: 'Alles auswä&hlen',
    findInText: 'Suchen &im Text …',
    replace: 'Erset&zen …',
    find: '&Suchen oder Befehl …',
    format: 'For&mat',
    bold: '&Fett',
    italic: '&Kursiv',
    underline: '&Unterstrichen',
    view: '&Ansicht',
    register: '&Register',
    nextRegion: 'Nächster &Bereich',
    zoomIn: 'Ver&größern',
    zoomOut: 'Ver&kleinern',
    zoomReset: '&Originalgröße',
    toggleTheme: '&Darstellung hell/dunkel wechseln',
    fullScreen: '&Vollbild',
    help: '&Hilfe',
    handbook: '&Handbuch',
    errorReport: '&Fehlerbericht speichern …',
    about: '&Über Stellwerk',
  },
  contextMenu: {
    noSuggestions: 'Keine Vorschläge',
    addToDictionary: 'Zum Wörterbuch hinzufügen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    pastePlain: 'Einfügen ohne Formatierung',
    selectAll: 'Alles auswählen',
  },
  dialogs: {
    importTitle: 'Aus Datei übernehmen',
    importable: 'Papiere und Texte',
    allFiles: 'Alle Dateien',
    chooseFolder: 'Ordner für die Dateien wählen',
    printTitle: (name: string): string => `Drucken: ${name}`,
  },
  /** A delivery into a folder where files of the same names stand. */
  replace: {
    title: 'Dateien ersetzen?',
    message: (count: number): string =>
      count === 1
        ? 'In diesem Ordner gibt es schon eine andere Datei mit diesem Namen:'
        : `In diesem Ordner gibt es schon ${count} andere Dateien mit diesen Namen:`,
    name: (name: string, isSigned: boolean): string => (isSigned ? `${name} (unterschrieben)` : name),
    more: (count: number): string => (count === 1 ? 'und eine weitere' : `und ${count} weitere`),
    otherFolder: 'Anderen Ordner wählen',
    replace: 'Ersetzen',
    cancel: 'Abbrechen',
  },
  doorRefused: (switches: string): string =>
    `Stellwerk startet nicht mit „${switches}“: Damit könnten andere Programme im Fenster mitlesen. Bitte ohne diese Angabe starten.`,
  crash: {
    title: 'Anzeige ausgefallen',
    message: 'Die Anzeige ist ausgefallen.',
    detail: 'Was als gespeichert angezeigt wurde, ist sicher. Der Fehler steht im Fehlerprotokoll.',
    reload: 'Neu laden',
    saveReport: 'Fehlerbericht speichern',
    quit: 'Beenden',
  },
  commandLine: {
    /** Behind the sentence of a refusal, on the command line only: the window has its own ways. */
    hints: {
      'not-found': 'Der Befehl „list“ zeigt das Register.',
      'office-missing': 'Der Befehl „init“ richtet es ein, mit „--example“ das Beispielbüro.',
      'database-damaged': 'Der Befehl „restore“ holt eine Sicherung zurück.',
    } as Partial<Record<ErrorCode, string>>,
    unprinted: (rows: readonly string[]): string =>
      `Nicht gedruckt, weil noch nicht entschieden ist, ob der Schritt öffentlich ist: ${rows.join(', ')}`,
    replaced: (files: readonly { readonly path: string; readonly isSigned: boolean }[]): string =>
      `Ersetzt wurde, was dort schon lag: ${files
        .map(({ path, isSigned }) => (isSigned ? `${path} (unterschrieben)` : path))
        .join(', ')}`,
    serveNeedsNode: '„serve“ gibt es nur in der Fassung für Entwicklung und Server, nicht im installierten Programm.',
  },
} as const;
