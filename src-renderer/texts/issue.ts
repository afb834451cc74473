/** Words of releasing, issuing, signing and verifying. A local certificate is never called qualified. */
import type { ConformanceFinding, IssueFileKind } from '../../src-main/contract/issue.ts';
import type { Verdict, VerifiedSignature } from '../../src-main/contract/signature.ts';

const conformanceChecks: Record<ConformanceFinding['check'], string> = {
  header: 'Dateiformat',
  claims: 'Kennzeichnung PDF/A-3a und PDF/UA-1',
  title: 'Titel',
  language: 'Sprache',
  tagged: 'Auszeichnung für Vorleseprogramme',
  structure: 'Gliederung',
  fonts: 'Schriften eingebettet',
  'tab-order': 'Tabulatorfolge',
  attachments: 'Mitgeführte Dateien',
  'alternative-texts': 'Alternativtexte',
};
const fileKinds: Record<IssueFileKind, string> = {
  'form-sheet-pdf': 'Stellungnahme (PDF)',
  'form-sheet-docx': 'Stellungnahme (DOCX)',
  'distribution-pdf': 'Verteilerliste (PDF)',
  'distribution-docx': 'Verteilerliste (DOCX)',
  'protocol-pdf': 'Protokoll der Freigabe',
  record: 'Datensatz',
  attachment: 'Anlage',
  'redacted-pdf': 'Geschwärzte Fassung',
};
const verdicts: Record<Verdict, string> = {
  valid: 'gültig',
  unsigned: 'ohne Unterschrift',
  altered: 'verändert',
  'altered-after-signing': 'nach der Unterschrift ergänzt',
  untrusted: 'Zertifikat nicht in der Vertrauensliste',
  expired: 'Zertifikat galt zu dieser Zeit nicht',
  unsupported: 'nicht prüfbar',
  damaged: 'beschädigt',
};
const levels: Record<VerifiedSignature['level'], string> = {
  'B-B': 'Fortgeschrittene Signatur (Stufe B-B)',
  'B-T': 'Fortgeschrittene Signatur mit Zeitstempel (Stufe B-T)',
  basic: 'Einfache Signatur ohne geschützten Hinweis auf das Zertifikat',
};
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const issue = {
  open: 'Ausfertigen',
  title: 'Ausfertigen',
  toDesk: 'Zur Bearbeitung',
  redact: 'Schwärzen',
  editions: (edition: number): string => (edition === 1 ? 'Erste Ausfertigung' : `${edition - 1}. Berichtigung`),
  steps: { draft: 'Entwurf', released: 'Freigabe', issued: 'Ausfertigung', dispatched: 'Versand' },
  release: 'Freigeben',
  issueNow: 'Ausfertigen',
  confirm: 'Die Ausfertigung lässt sich nicht zurücknehmen; Fehler führen zu einer Berichtigung.',
  confirmed: 'Jetzt ausfertigen',
  returnToDraft: 'Zurück in den Entwurf',
  correct: 'Berichtigung beginnen',
  withdraw: 'Zurückziehen',
  reason: 'Begründung',
  reasonMissing: 'Bitte eine Begründung angeben.',
  go: { return: 'Zurückgeben', correct: 'Beginnen', withdraw: 'Zurückziehen' },
  returned: (reason: string): string => `Zurückgegeben: ${reason}`,
  working: 'Dateien werden erstellt …',
  issued: (reference: string): string => `${reference} ist ausgefertigt.`,
  released: (reference: string): string => `${reference} ist freigegeben.`,
  check: {
    title: 'Prüfung',
    clean: 'Keine Befunde',
    summary: (blocking: number, warnings: number, hints: number): string =>
      [
        blocking > 0 ? `${blocking} verhindern die Freigabe` : '',
        warnings > 0 ? count(warnings, 'Warnung', 'Warnungen') : '',
        hints > 0 ? count(hints, 'Hinweis', 'Hinweise') : '',
      ]
        .filter(Boolean)
        .join(' · '),
    reasonFor: (sentence: string): string => `Begründung, warum das so bleibt: ${sentence}`,
    reason: 'Begründung, warum das so bleibt',
    limits: 'Geprüft werden nur diese Regeln; den Inhalt beurteilen Sie.',
    severity: { blocking: 'Verhindert die Freigabe', warning: 'Warnung', hint: 'Hinweis' },
  },
  signatory: {
    title: 'Unterzeichner',
    none: 'Noch niemand',
    save: 'Unterzeichner ändern',
    leadUnit: 'Absender (Fachbereich oder Amt)',
    hint: 'Unterzeichner und Absender lassen sich bis zur Ausfertigung ändern; die Prüfung läuft dann noch einmal.',
  },
  key: {
    title: 'Elektronische Unterschrift',
    none: 'Ohne elektronische Unterschrift',
    choose: 'Unterschreiben mit',
    file: 'Schlüsseldatei wählen',
    fileHint: 'Datei mit der Endung .p12 oder .pfx. Das Kennwort wird nicht gespeichert.',
    chosen: (name: string): string => `Schlüsseldatei: ${name}`,
    passphrase: 'Kennwort',
    open: 'Schlüssel öffnen',
    opened: (name: string): string => `Geöffnet: ${name}`,
    close: 'Schlüssel schließen',
    test: 'Testzertifikat – ohne Rechtswirkung',
    honest:
      'Eine Unterschrift mit einer Schlüsseldatei ist höchstens eine fortgeschrittene Signatur. Sie ersetzt keine handschriftliche Unterschrift.',
    timestamp: (url: string): string => `Mit Zeitstempel von ${url}`,
    noTimestamp: 'Ohne Zeitstempel; ein Dienst lässt sich in den Einstellungen unter „Zertifikate“ eintragen.',
  },
  files: {
    title: 'Ausfertigungen',
    none: 'Noch keine Ausfertigung.',
    after: 'Formblatt und Verteilerliste als PDF und DOCX, Protokoll der Freigabe, Datensatz und Anlagen.',
    kinds: fileKinds,
    save: 'Speichern',
    saveAll: 'Alle Dateien speichern',
    saveOne: (name: string): string => `${name} speichern`,
    view: 'Ansehen',
    viewOne: (name: string): string => `${name} ansehen`,
    saved: (names: string): string => `Gespeichert: ${names}`,
    internal: 'bleibt im Haus',
    rendition: (note: string): string => `neben der Ausfertigung: ${note}`,
    signedBy: (name: string, level: string): string => `Unterschrieben von ${name}, ${level}`,
    unsigned: 'Ohne elektronische Unterschrift',
    withdrawn: (reason: string): string => `Zurückgezogen: ${reason}`,
    corrected: (reason: string): string => `Berichtigung begonnen: ${reason}`,
    addTimestamp: 'Zeitstempel ergänzen',
    addSignature: 'Weitere Unterschrift',
    checksum: (sum: string): string => `SHA-512 ${sum}`,
    issuedAt: (at: string, actor: string): string => `ausgefertigt am ${at} durch ${actor}`,
  },
  conformance: {
    title: 'Eigene Prüfung der PDF-Datei',
    checks: conformanceChecks,
    ok: 'in Ordnung',
    bad: 'Mangel',
    allOk: 'Alle eigenen Prüfungen bestanden',
    someBad: 'Mit Mängeln',
    limits:
      'Das sind eigene Prüfungen von Aufbau, Kennzeichnung, Schriften und Auszeichnung. Sie ersetzen keine unabhängige Prüfung der Normen.',
  },
  several: {
    title: 'Mehrere ausfertigen',
    empty: 'Keine freigegebenen Stellungnahmen. Geben Sie eine Stellungnahme auf ihrer Seite „Ausfertigen“ frei.',
    all: 'Alle auswählen',
    start: (n: number): string => (n === 1 ? '1 Stellungnahme ausfertigen' : `${n} Stellungnahmen ausfertigen`),
    progress: (done: number, total: number): string => `${done} von ${total} ausgefertigt`,
    finished: (done: number, problems: number): string =>
      problems === 0 ? `${done} ausgefertigt.` : `${done} ausgefertigt, ${problems} nicht.`,
    cancelled: (done: number, total: number): string =>
      `Abgebrochen nach ${done} von ${total}. Was ausgefertigt ist, bleibt; der Rest kann später folgen.`,
    select: (reference: string): string => `${reference} auswählen`,
    table: 'Freigegebene Stellungnahmen',
  },
} as const;

export const verify = {
  title: 'Prüfen',
  lead: 'Ziehen Sie eine PDF- oder Word-Datei hierher. Stellwerk prüft die Unterschriften und ob es eine eigene Ausfertigung ist; die Datei wird nicht gespeichert.',
  choose: 'Datei wählen',
  drop: 'Datei hier loslassen',
  running: 'Datei wird geprüft …',
  again: 'Andere Datei prüfen',
  verdicts,
  levels,
  signatures: 'Unterschriften',
  signer: 'Unterzeichner',
  time: 'Zeit',
  level: 'Art',
  result: 'Ergebnis',
  provenTime: (at: string): string => `${at} (durch Zeitstempel belegt)`,
  claimedTime: (at: string): string => `${at} (nach Angabe des Unterzeichners)`,
  noTime: 'nicht angegeben',
  covers: 'umfasst die ganze Datei',
  coversNot: 'umfasst nicht die ganze Datei',
  test: 'Testzertifikat – ohne Rechtswirkung',
  uncovered: 'Von keiner gültigen Unterschrift umfasst',
  known: (reference: string, edition: number): string =>
    `Das ist genau ${reference}, ${edition === 1 ? 'erste Ausfertigung' : `${edition - 1}. Berichtigung`} – Byte für Byte wie im Register.`,
  knownRendition: (reference: string): string =>
    `Das ist eine Fassung von ${reference}, die neben der Ausfertigung aufbewahrt wird – Byte für Byte wie im Register.`,
  knownWithdrawn: 'Diese Ausfertigung wurde zurückgezogen.',
  unknown: 'Diese Datei gehört zu keiner Ausfertigung im Register.',
  openKnown: 'Stellungnahme öffnen',
  issuer: 'Ausgestellt von',
  validity: 'Gültig',
  validFromTo: (from: string, until: string): string => `${from} bis ${until}`,
  limits:
    'Ob ein Zertifikat gesperrt wurde, prüft Stellwerk nicht: Dafür wäre eine Verbindung zum Aussteller nötig. Vertraut wird nur, was in der Vertrauensliste steht.',
} as const;

export const certificates = {
  trustTitle: 'Vertrauensliste',
  trustHint: 'Zertifikate, denen dieses Büro vertraut: Aussteller oder einzelne Personen.',
  empty: 'Noch keine Zertifikate. Ohne Eintrag gilt kein Unterzeichner als vertrauenswürdig.',
  add: 'Zertifikat hinzufügen',
  remove: (name: string): string => `${name} entfernen`,
  removed: (name: string): string => `${name} wurde von der Vertrauensliste genommen.`,
  undo: 'Rückgängig',
  columns: { subject: 'Inhaber', issuer: 'Aussteller', validity: 'Gültig', fingerprint: 'Fingerabdruck (SHA-256)' },
  testTitle: 'Testzertifikat',
  testHint:
    'Zum Ausprobieren: ein Schlüssel, der überall als „Testzertifikat ohne Rechtswirkung“ erscheint. Er gilt zwei Jahre.',
  testName: 'Name im Zertifikat',
  testPassphrase: 'Kennwort (mindestens 6 Zeichen)',
  testMake: 'Testzertifikat erstellen',
  testMade: (names: string): string => `Erstellt: ${names}`,
  signingTitle: 'Unterschreiben',
} as const;
