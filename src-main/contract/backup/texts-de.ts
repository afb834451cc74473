/** Words of the examination of what is stored (doctor), for window and command line. */

const PART_NAMES: Readonly<Record<string, string>> = {
  table: 'Tabelle',
  index: 'Index',
  trigger: 'Auslöser',
  view: 'Ansicht',
};

/** "Auslöser „name“" as one item of a list. */
export const schemaPartName = (type: string, name: string): string => `${PART_NAMES[type] ?? type} „${name}“`;

/** In groups, so that a digest breaks into lines and can be compared by eye. */
const grouped = (digest: string): string => (digest.match(/.{1,16}/g) ?? []).join(' ');

const logEndTexts = {
  /** Printed and said so that it stands outside of the database. */
  end: (seq: number, hash: string): string => `Änderungsprotokoll bis Eintrag ${seq}, Prüfsumme ${grouped(hash)}`,
  empty: 'Änderungsprotokoll noch ohne Eintrag',
} as const;

export const logEndLine = (end: { readonly seq: number; readonly hash: string } | null): string =>
  end === null ? logEndTexts.empty : logEndTexts.end(end.seq, end.hash);

export const doctorTexts = {
  areas: {
    database: 'Datenbank',
    schema: 'Aufbau',
    links: 'Verknüpfungen',
    log: 'Protokoll',
    files: 'Dateien',
    issues: 'Ausfertigungen',
    states: 'Bearbeitungsstände',
    kept: 'Nachweise',
    rows: 'Bestand',
    papers: 'Ausgefertigte Papiere',
    search: 'Suche',
    durability: 'Schreibsicherheit',
    rights: 'Zugriff',
    office: 'Büro',
    backup: 'Sicherung',
    logEnd: 'Protokollende',
    clock: 'Uhr',
  },
  more: (n: number): string => `${n} weitere`,
  database: (papers: number): string => `unbeschädigt, ${papers} Papiere`,
  schema: {
    fine: 'wie vorgesehen',
    foreign: (parts: string): string => `nicht von Stellwerk: ${parts}`,
    missing: (parts: string): string => `es fehlt: ${parts}`,
  },
  links: { fine: 'vollständig', broken: (n: number): string => `${n} ins Leere` },
  log: {
    fine: (n: number): string => `${n} Einträge, Kette geschlossen`,
    broken: (seq: number): string => `Eintrag ${seq} passt nicht zur Kette`,
    cut: (seq: number, written: number): string =>
      `endet mit Eintrag ${seq}, geschrieben wurde bis Eintrag ${written}: die letzten Einträge wurden entfernt`,
    endDiffers: 'der letzte Eintrag ist nicht der, der zuletzt geschrieben wurde',
  },
  files: {
    fine: (n: number, unused: number): string =>
      `${n} Dateien unverändert${unused > 0 ? `, ${unused} nicht mehr verwendet` : ''}`,
    altered: (n: number, names: string): string => `${n} Dateien verändert (${names})`,
    certificates: (n: number): string => `${n} Zertifikate der Vertrauensliste verändert`,
  },
  issue: {
    fine: (n: number): string => `${n} stimmen mit ihren Dateien überein`,
    named: (paper: string, edition: number, fault: string): string => `${paper}, Ausfertigung ${edition}: ${fault}`,
    fileMissing: (kind: string): string => `eine Datei fehlt (${kind})`,
    recordDiffers: 'der festgehaltene Inhalt ist nicht der in der Datensatz-Datei',
    rowDiffers: 'Angaben der Ausfertigung widersprechen ihrem festgehaltenen Inhalt',
    releaseDiffers: 'die Freigabe gehört nicht zu dieser Ausfertigung',
    sizeDiffers: 'die Größe einer Datei stimmt nicht',
  },
  state: {
    fine: (n: number): string => `${n} Stellungnahmen passen zu ihren Freigaben und Ausfertigungen`,
    issueMissing: 'gilt als ausgefertigt, hat aber keine Ausfertigung',
    issueThere: 'ist ausgefertigt, gilt aber nicht so',
    releaseMissing: 'gilt als freigegeben, hat aber keine Freigabe',
    logDiffers: (issues: number, logged: number): string =>
      `hat ${issues} Ausfertigungen, im Änderungsprotokoll stehen ${logged}`,
  },
  kept: {
    kinds: {
      'copy-dispatched': 'Versandnachweis',
      'letter-written': 'Schreiben',
      'rendition-added': 'spätere Fassung',
      'redaction-added': 'geschwärzte Fassung',
      'release-kept': 'Freigabe',
      'issue-kept': 'Ausfertigung',
      'issue-withdrawn': 'Zurückziehung',
      'correction-begun': 'Berichtigung',
      'statement-returned': 'Rückgabe in den Entwurf',
    } as Readonly<Record<string, string>>,
    fine: (n: number): string => `${n} stimmen mit dem Änderungsprotokoll überein`,
    missing: (kind: string, seq: number): string => `${kind} zu Eintrag ${seq} des Änderungsprotokolls fehlt`,
    changed: (kind: string, seq: number): string =>
      `${kind} lautet anders, als Eintrag ${seq} des Änderungsprotokolls festhält`,
    unlogged: (kind: string, day: string): string => `${kind} vom ${day} steht nicht im Änderungsprotokoll`,
    otherActor: (kind: string, day: string): string => `${kind} vom ${day} nennt eine andere Person als festgehalten`,
  },
  rows: {
    kinds: {
      office: 'Büroangaben',
      organization: 'Gremium, Fraktion oder Amt',
      person: 'Person',
      membership: 'Mitgliedschaft',
      setting_version: 'früherer Stand einer Einstellung',
      paper: 'Papier',
      rich_text: 'Text',
      statement: 'Stellungnahme',
      paper_relation: 'Bezug auf ein Papier',
      paper_originator: 'Einreicher',
      consultation: 'Zeile der Beratungsfolge',
      unread_date: 'ungelesenes Datum',
      version: 'Fassung',
      paper_version: 'Fassung eines Papiers',
      comment: 'Kommentar',
      review: 'Rückmeldung zu einer Kopie',
      point_set: 'Stand der Punkte',
      point: 'Punkt eines Papiers',
      point_answer: 'Votum oder Stand eines Punkts',
      text_module: 'Textbaustein',
      text_module_version: 'Stand eines Textbausteins',
      number_entry: 'Nummer',
      discarded_paper: 'Eintrag im Papierkorb',
      file: 'Anlage',
      meeting: 'Sitzung',
      agenda_item: 'Punkt der Tagesordnung',
      release: 'Freigabe',
      issue: 'Ausfertigung',
      issue_file: 'Datei einer Ausfertigung',
      statement_event: 'Rückgabe, Berichtigung oder Zurückziehung',
      distribution: 'Stand des Verteilers',
      distribution_entry: 'Empfänger im Verteiler',
      letter_run: 'Serienschreiben',
      letter: 'Schreiben',
      letter_file: 'Datei eines Schreibens',
      dispatch: 'Versandnachweis',
      trusted_certificate: 'Zertifikat der Vertrauensliste',
      dispatch_open: 'offener Versand',
      external_ref: 'fremdes Kennzeichen',
    } as Readonly<Record<string, string>>,
    fine: (n: number, late: { readonly rows: number; readonly day: string } | null): string =>
      `${n} Angaben lauten wie zuletzt geschrieben${
        late === null ? '' : `; ${late.rows} davon sind älter als diese Prüfung und erst seit dem ${late.day} prüfbar`
      }`,
    gone: (kind: string, name: string, seq: number): string =>
      `${kind} (${name}) fehlt, zuletzt geschrieben mit Eintrag ${seq} des Änderungsprotokolls`,
    changed: (kind: string, name: string, seq: number): string =>
      `${kind} (${name}) lautet anders, als Eintrag ${seq} des Änderungsprotokolls festhält`,
    surplus: (kind: string, name: string): string =>
      `${kind} (${name}) steht da, ohne dass ein Eintrag des Änderungsprotokolls davon weiß`,
    sealsDiffer: 'die Prüfsummen der Angaben passen nicht zum Änderungsprotokoll',
  },
  papers: {
    fine: (n: number): string => `${n} lauten wie ausgefertigt`,
    differs: (paper: string, fields: string): string => `${paper} lautet anders als ausgefertigt (${fields})`,
    unreadable: (paper: string): string =>
      `${paper} kann nicht mit seiner Ausfertigung verglichen werden: ein Teil ist nicht lesbar`,
    fields: {
      reference: 'Nummer',
      date: 'Datum',
      publicity: 'Öffentlichkeit',
      bodyName: 'Körperschaft',
      leadUnit: 'Amt',
      name: 'Bezeichnung',
      consultations: 'Beratungsfolge',
      quotationRich: 'Zitat',
      hinge: 'Überleitung',
      reply: 'Text',
      signatory: 'Unterzeichner',
      contact: 'Kontakt',
    } as Readonly<Record<string, string>>,
  },
  search: {
    fine: 'vollständig',
    broken: (missing: number, surplus: number): string => `${missing} Papiere fehlen, ${surplus} Einträge zu viel`,
  },
  durability: {
    fine: 'jede Änderung steht sofort auf dem Datenträger',
    broken: (journal: string, synchronous: string): string =>
      `nicht wie vorgesehen (Journal ${journal}, synchronous ${synchronous})`,
  },
  rights: {
    own: 'nur für Sie',
    shared: (group: string): string => `gemeinsam mit der Gruppe „${group}“, so gewählt`,
    wide: (folder: string): string =>
      `andere Benutzer dieses Rechners können „${folder}“ lesen; bitte die Rechte des Ordners prüfen`,
    everybody: (folder: string): string =>
      `alle Benutzer dieses Rechners dürfen in „${folder}“ lesen, schreiben und löschen; bitte die Rechte des Ordners auf die Personen beschränken, die damit arbeiten`,
    notLooked: 'regelt Windows, hier nicht geprüft',
  },
  office: { missing: 'noch nicht eingerichtet' },
  backup: {
    none: 'noch keine',
    last: (day: string): string => `zuletzt am ${day}`,
    elsewhere: (day: string, path: string): string => `zuletzt am ${day} nach „${path}“`,
  },
  logEnd: {
    fits: (when: string): string => `setzt die Sicherung vom ${when} fort`,
    restored: (when: string): string =>
      `die Sicherung vom ${when} ist von vor einer Wiederherstellung; der Stand davor liegt als eigene Datei bei den Daten`,
    shorter: (when: string, seq: number): string =>
      `kürzer als in der Sicherung vom ${when} (dort bis Eintrag ${seq}): Einträge wurden entfernt`,
    differs: (when: string, seq: number): string =>
      `Eintrag ${seq} lautet anders als in der Sicherung vom ${when}: das Protokoll wurde neu geschrieben`,
    notCompared: (why: string): string => `nicht mit einer Sicherung verglichen (${why})`,
    noBackup: 'noch keine Sicherung zum Vergleichen',
  },
  clock: {
    fine: 'nicht hinter dem letzten Eintrag',
    disorder: (n: number): string =>
      `${n} Einträge tragen eine frühere Zeit als der davor; ihre Reihenfolge steht fest, ihre Zeit nicht`,
  },
} as const;

export const clockTexts = {
  behind: (now: string, since: string, what: string): string =>
    `Die Uhr dieses Rechners (${now}) steht vor dem ${since} (${what}). Neue Einträge bekommen falsche Tage und Zeiten; bitte die Uhr stellen. Stimmt sie, dann ging sie damals vor.`,
  what: { log: 'Eintrag im Änderungsprotokoll', build: 'Fertigung dieses Programms' },
} as const;
