/** German sentences for every error code. Placeholders in braces are filled from the details of the refusal. */
import { shorten } from '../../base/shorten.ts';
import type { ErrorCode, ErrorDetails } from './errors.ts';

const SENTENCES: Record<ErrorCode, string> = {
  'not-found': '„{reference}“ gibt es nicht. Im Register steht, was vorhanden ist.',
  'ambiguous-reference': '„{reference}“ ist nicht eindeutig; es passen {matches}. Bitte die ganze Nummer angeben.',
  'not-a-statement':
    '{reference} ist keine Stellungnahme, sondern ein anderes Papier im Register. Bitte die Nummer der Stellungnahme angeben.',
  conflict:
    'Das wurde inzwischen an anderer Stelle geändert. Nichts wurde überschrieben; bitte den jetzigen Stand ansehen und die eigene Änderung dann noch einmal vornehmen.',
  'not-editable':
    '{reference} ist nicht mehr im Entwurf und kann nicht geändert werden. Was freigegeben ist, lässt sich unter „Ausfertigen“ in den Entwurf zurückgeben; was ausgefertigt ist, wird berichtigt.',
  'publicity-unknown':
    'Ob {reference} öffentlich oder nichtöffentlich ist, ist noch nicht entschieden. Bitte zuerst unter „Öffentlichkeit“ wählen; bis dahin geht nichts hinaus.',
  superseded: 'Diese Vorschau wurde von einer neueren abgelöst.',
  'reference-taken':
    'Die Nummer {reference} ist schon vergeben oder wurde hier für ungültig erklärt. Bitte eine andere Nummer wählen oder das vorhandene Papier öffnen.',
  'reference-fixed':
    '{reference} wurde schon ausgefertigt und behält diese Nummer, auch in einer Berichtigung. Es wurde nichts geändert.',
  'reference-malformed': '„{reference}“ ist keine gültige Nummer. Erwartet wird zum Beispiel {example}. {fault}',
  'class-unknown': 'Die Klasse „{class}“ gibt es in den Einstellungen des Büros nicht. Bekannt sind: {known}.',
  'number-given-elsewhere':
    'Nummern der Klasse {class} vergibt der Sitzungsdienst. Bitte die mitgeteilte Nummer eintragen.',
  'paper-discarded': '{reference} liegt im Papierkorb. Bitte zuerst dort zurückholen; es wurde nichts geändert.',
  'paper-not-discarded': '{reference} liegt nicht im Papierkorb, sondern steht im Register. Es wurde nichts geändert.',
  'discard-forbidden': '{reference} kann nicht verworfen werden: {why}',
  'field-unknown': 'Das Feld „{field}“ gibt es nicht. Möglich sind: {fields}.',
  'date-invalid': '„{value}“ ist kein Datum. Bitte so schreiben: 27.10.2022.',
  'no-such-day': 'Den {day} gibt es nicht. Bitte den Tag prüfen.',
  'input-invalid': 'Die Angaben sind unvollständig oder falsch: {problem}.',
  usage: '{problem}',
  'office-missing':
    'In „{folder}“ ist noch kein Büro eingerichtet. Bitte zuerst das Büro einrichten oder das Beispielbüro öffnen.',
  'office-exists': 'In „{folder}“ ist schon ein Büro eingerichtet. Es wurde nichts geändert.',
  'office-fixed':
    'Dieses Fenster wurde für den Ordner „{folder}“ geöffnet. Zum Wechseln des Büros bitte Stellwerk beenden und ohne Angabe eines Ordners starten.',
  'name-taken': '„{name}“ gibt es schon. Bitte den vorhandenen Eintrag ändern oder einen anderen Namen wählen.',
  'setting-in-use':
    'Dieser Eintrag wird in Papieren oder Mitgliedschaften verwendet und bleibt deshalb erhalten. Bitte stattdessen ein Ende eintragen.',
  'setting-in-future':
    'Der {date} liegt in der Zukunft. Bitte die Änderung an dem Tag eintragen, ab dem sie gilt; es wurde nichts geändert.',
  'setting-changed-since':
    'Danach wurde noch etwas geändert; diese Änderung lässt sich nicht mehr einzeln zurücknehmen. Im Verlauf kann der frühere Stand zurückgeholt werden.',
  'former-state-broken':
    'Der frühere Stand ist fehlerhaft ({problem}) und lässt sich nicht zurückholen; es wurde nichts geändert.',
  'settings-file-invalid':
    '„{file}“ ist keine Datei mit Stellwerk-Einstellungen ({problem}). Es wurde nichts geändert; bitte eine Datei wählen, die Stellwerk unter „Einstellungen“ ausgegeben hat.',
  'attachments-too-large':
    'Mit „{file}“ wären die Anlagen dieses Papiers {sumMb} MB groß; höchstens {limitMb} MB sind möglich. Bitte die Datei verkleinern oder aufteilen.',
  'attachments-too-many': 'Ein Papier hat höchstens {limit} Anlagen. Bitte mehrere Dateien zusammenfassen.',
  'attachment-missing':
    'Zur Anlage „{name}“ ist nur die Bezeichnung bekannt, die Datei fehlt noch. Bitte die Datei hinzufügen.',
  'file-missing': 'Die Datei „{file}“ wurde nicht gefunden. Bitte Namen und Ordner prüfen.',
  'file-empty': 'Die Datei „{file}“ ist leer. Bitte die richtige Datei wählen.',
  'file-binary': 'Die Datei „{file}“ enthält keinen lesbaren Text. Bitte eine Text-, PDF- oder DOCX-Datei wählen.',
  'file-too-large': 'Die Datei „{file}“ ist mit {sizeMb} MB zu groß; höchstens {limitMb} MB sind möglich.',
  'text-too-long':
    'Der Text der Datei „{file}“ ist zu lang: Er hat {found}, möglich sind höchstens {limit}. Bitte die Datei aufteilen; es wurde nichts übernommen.',
  'file-encoding-unknown':
    'Die Zeichenkodierung von „{file}“ ist nicht erkennbar. Bitte die Datei als „UTF-8“ speichern und noch einmal versuchen.',
  'file-unreadable':
    'Die Datei „{file}“ lässt sich nicht lesen. Bitte prüfen, ob sie an ihrem Ort erreichbar und für Sie freigegeben ist.',
  'file-not-regular':
    '„{file}“ ist keine Datei mit festem Inhalt, sondern ein Ordner, ein Gerät oder eine Leitung. Bitte eine Datei wählen.',
  'reading-too-slow':
    '„{file}“ konnte nicht gelesen werden: Das Lesen dauert zu lange (mehr als {seconds} Sekunden). Bitte die Datei in ihrem Programm neu speichern, verkleinern oder aufteilen; es wurde nichts übernommen.',
  'reading-too-large':
    '„{file}“ konnte nicht gelesen werden: Ihr Inhalt ist zu groß (mehr als {limitMb} MB Arbeitsspeicher). Bitte die Datei verkleinern oder aufteilen; es wurde nichts übernommen.',
  'reading-broke-off':
    '„{file}“ konnte nicht gelesen werden: Das Lesen brach ab. Bitte die Datei in ihrem Programm neu speichern und noch einmal versuchen; es wurde nichts übernommen.',
  'reading-stopped': '„{file}“ wurde nicht zu Ende gelesen: Das Lesen wurde abgebrochen. Es wurde nichts übernommen.',
  'format-unsupported': '„{format}“ wird nicht unterstützt. Möglich sind: {formats}.',
  'format-not-importable': '„{file}“ ist {format} und wurde nicht übernommen. {advice}',
  'file-encrypted':
    '„{file}“ ist mit einem Kennwort geschützt und lässt sich nicht lesen. Bitte das Kennwort im Ursprungsprogramm entfernen, die Datei neu speichern und noch einmal übernehmen; es wurde nichts geändert.',
  'pdf-head-displaced':
    'In „{file}“ steht vor dem Anfang des PDFs noch etwas anderes ({count} Byte); so lässt es sich nicht lesen. Bitte im PDF-Programm öffnen, neu speichern und noch einmal übernehmen; es wurde nichts geändert.',
  'record-incomplete':
    'Der Datensatz in „{file}“ ist unvollständig oder verändert ({problem}). Es wurde nichts übernommen; bitte die Datei neu ausgeben lassen.',
  'kept-newer':
    '{what} stammt aus einer neueren Fassung von Stellwerk; diese kennt nicht alles darin ({places}). Bitte Stellwerk aktualisieren; es wurde nichts verändert.',
  'kept-broken':
    '{what} lässt sich nicht lesen ({problem}). Es wurde nichts verändert; bitte unter Einstellungen die Daten prüfen lassen.',
  'record-missing':
    '„{file}“ enthält keinen Stellwerk-Datensatz. Bitte die DOCX-Fassung oder den Text als Datei übernehmen; es wurde nichts geändert.',
  'record-foreign':
    '„{file}“ ist eine JSON-Datei, aber kein Datensatz einer Stellungnahme ({problem}). Bitte den Datensatz, die PDF- oder die DOCX-Fassung wählen; es wurde nichts geändert.',
  'document-damaged':
    'Die Datei „{file}“ ist unvollständig oder beschädigt: Ein Teil von ihr lässt sich nicht entpacken. Bitte die Datei neu besorgen; es wurde nichts übernommen.',
  'document-unreadable':
    '„{file}“ lässt sich nicht als {format} lesen. Das heißt nicht, dass die Datei beschädigt ist: Sie kann auf eine Weise geschrieben sein, die Stellwerk nicht kennt. Bitte in ihrem Programm öffnen, neu speichern und noch einmal versuchen; es wurde nichts übernommen.',
  'contents-too-large':
    'Der Inhalt von „{file}“ ist zu groß: ausgepackt {found}, möglich sind höchstens {limit}. Bitte die Datei in ihrem Programm verkleinern oder aufteilen; es wurde nichts übernommen.',
  'list-unclosed':
    'In „{file}“ wird ein Anführungszeichen in Zeile {row} nicht geschlossen; alles danach wäre ein einziges Feld. Bitte dort ergänzen oder die Liste neu ausgeben; es wurde nichts übernommen.',
  'list-without-contacts':
    '„{file}“ enthält keinen Kontakt mit Namen, Anschrift oder anderen Angaben, die Stellwerk übernimmt. Bitte die richtige Datei wählen; es wurde nichts übernommen.',
  'document-not-signable':
    '„{file}“ lässt sich nicht unterschreiben: {problem} Bitte im Ursprungsprogramm neu ausgeben und dann unterschreiben; die Datei blieb unverändert.',
  'document-certified':
    'Der Verfasser von „{file}“ hat das PDF zertifiziert und jede weitere Änderung ausgeschlossen. Eine weitere Unterschrift würde diese Zertifizierung verletzen. Die Datei blieb unverändert; wer trotzdem unterschreiben will, muss es ausdrücklich verlangen.',
  'revision-missing':
    'Eine Fassung {revision} gibt es in „{file}“ nicht: Die Datei hat {available}. Es wurde nichts ausgegeben.',
  'version-missing':
    'Eine Fassung {revision} von {reference} ist nicht aufbewahrt. Die Liste der Fassungen zeigt, welche es gibt.',
  'point-missing': 'Diesen Punkt gibt es nicht mehr. Bitte die Seite neu öffnen.',
  'module-missing': 'Diesen Textbaustein gibt es nicht mehr. Bitte die Liste neu öffnen.',
  'modules-without-heading':
    'In „{file}“ steht kein Textbaustein. Bitte jeden mit einer Überschrift beginnen und den Text darunter schreiben; im Textdokument ist die Überschrift eine Zeile mit „# “ davor.',
  'module-of-others':
    'Dieser Textbaustein gehört {owner}. Nur wer ihn angelegt hat, kann ihn für sich behalten. Bitte „für ein Amt“ oder „für alle“ wählen.',
  'comment-missing': 'Diesen Kommentar gibt es nicht mehr. Bitte die Seite neu öffnen.',
  'review-format':
    '„{file}“ ist weder eine Word- noch eine OpenDocument-Datei. Bitte die bearbeitete Kopie als .docx oder .odt einlesen.',
  'copy-of-other':
    '„{file}“ ist eine Kopie von {other}, nicht von {reference}. Bitte dort einlesen; es wurde nichts übernommen.',
  'copy-returned':
    '„{file}“ ist eine zum Bearbeiten gegebene Kopie von {reference}. Bitte {reference} öffnen und dort unter „Mehr“ die Zeile „Bearbeitete Datei einlesen“ wählen; es wurde nichts übernommen.',
  'review-missing': 'Diese Rückmeldung gibt es nicht mehr. Bitte die bearbeitete Datei noch einmal einlesen.',
  'proposal-missing':
    'Einen Vorschlag {ids} gibt es in „{file}“ nicht. Es wurde nichts übernommen; bitte einen der Vorschläge nennen, die in der Datei stehen.',
  'characters-unprintable':
    'Nicht druckbare Zeichen: {places}. Bitte dort ersetzen oder löschen; es wurde noch nichts geschrieben.',
  'pdf-unfaithful':
    'Das PDF gäbe den Text nicht richtig wieder: {places}. Es wurde nichts geschrieben. Bitte die Stelle anders schreiben oder nur die Word-Fassung ausgeben.',
  'target-missing': 'Den Ordner „{target}“ gibt es nicht. Bitte anlegen oder einen anderen Ordner wählen.',
  'target-not-writable': 'In „{target}“ darf nicht geschrieben werden. Bitte einen anderen Ordner wählen.',
  'target-locked':
    '„{target}“ ist von einem anderen Programm geöffnet. Bitte dort schließen und noch einmal versuchen.',
  'target-is-folder': '„{target}“ ist ein Ordner und keine Datei. Bitte umbenennen oder einen anderen Ordner wählen.',
  'target-no-folder':
    '„{target}“ ist kein Ordner: Dort oder auf dem Weg dorthin liegt eine Datei. Bitte einen Ordner wählen; es wurde nichts geschrieben.',
  'target-exists':
    'Unter „{target}“ liegt schon eine Datei. Sie wird nicht ersetzt; bitte einen anderen Namen angeben.',
  'target-name-unusable':
    'Eine Datei namens „{name}“ kann unter Windows nicht geöffnet werden. Bitte anders nennen; es wurde nichts geschrieben.',
  'disk-full':
    'Auf dem Datenträger von „{target}“ ist kein Platz mehr. Bitte Platz schaffen; es wurde nichts verändert.',
  'data-folder-not-writable':
    'Im Datenordner „{folder}“ darf nicht geschrieben werden. Bitte die Rechte prüfen oder einen anderen Datenordner wählen.',
  'data-folder-on-network':
    'Der Datenordner „{folder}“ liegt auf einem Netzlaufwerk. Die Datenbank braucht ein lokales Laufwerk, sonst können Daten verloren gehen. Bitte einen lokalen Ordner wählen; Sicherungen dürfen ins Netz.',
  'folder-not-private':
    'Der Ordner „{folder}“ lässt sich nicht vor anderen Benutzern dieses Rechners verschließen. Bitte ihn löschen, wenn er nicht Ihnen gehört, oder einen anderen Datenordner wählen.',
  'database-damaged':
    'Die Datenbank in „{folder}“ ist beschädigt. Sie wurde nicht verändert. Bitte die letzte Sicherung zurückholen.',
  'database-foreign-part':
    'In der Datenbank in „{folder}“ steht etwas, das nicht von Stellwerk ist: {parts}. Sie wurde nicht geöffnet, damit nichts davon ausgeführt wird. Bitte die letzte Sicherung zurückholen; die jetzige Datei bleibt dabei aufgehoben.',
  'database-foreign':
    'Die Datenbank in „{folder}“ trägt nicht das Kennzeichen von Stellwerk. Sie wurde nicht verändert. Bitte einen anderen Datenordner wählen oder die Datei an einen anderen Ort legen.',
  'database-newer':
    'Die Datenbank stammt von einer neueren Stellwerk-Version (Stand {found}, bekannt bis {known}). Bitte Stellwerk aktualisieren; es wurde nichts verändert.',
  'database-busy': 'Die Datenbank wird gerade von einem anderen Vorgang benutzt. Bitte gleich noch einmal versuchen.',
  'backup-invalid':
    '„{file}“ ist keine gültige Stellwerk-Sicherung. Es wurde nichts verändert; bitte eine andere Sicherung wählen.',
  'backup-foreign-part':
    'In der Sicherung „{file}“ steht etwas, das nicht von Stellwerk ist: {parts}. Nichts davon wurde ausgeführt und nichts verändert. Bitte eine andere Sicherung wählen.',
  'stored-file-altered':
    'Die gespeicherte Datei „{file}“ stimmt nicht mehr mit ihrer Prüfsumme überein. Sie wurde außerhalb von Stellwerk verändert oder auf dem Datenträger beschädigt und wird nicht herausgegeben. Bitte eine Sicherung von vorher zurückholen; die Prüfung der Daten nennt alle betroffenen Dateien.',
  'stored-file-missing':
    'Der Inhalt der gespeicherten Datei „{file}“ ist in der Datenbank nicht zu finden. Bitte eine Sicherung von vorher zurückholen; die Prüfung der Daten nennt alle betroffenen Dateien.',
  'profile-broken':
    'Das Büroprofil ist fehlerhaft ({problem}). Solange gilt das mitgelieferte Profil; bitte die Angabe berichtigen.',
  'font-missing': 'Die Schrift „{font}“ fehlt im Programm. Bitte Stellwerk neu installieren.',
  'program-file-missing': 'Die Programmdatei „{file}“ fehlt. Bitte Stellwerk neu installieren.',
  'node-too-old': 'Stellwerk braucht Node.js {needed} oder neuer; gefunden wurde {found}.',
  'render-failed':
    'Das Dokument konnte nicht gesetzt werden. Der geschriebene Text bleibt, wie er ist; bitte noch einmal versuchen und den Fehlerbericht weitergeben, wenn es dabei bleibt.',
  'offer-expired': 'Diese Datei steht nicht mehr bereit. Bitte den Vorgang wiederholen.',
  'passphrase-wrong':
    'Das Kennwort passt nicht zur Schlüsseldatei „{file}“. Bitte noch einmal eingeben; es wurde nichts unterschrieben.',
  'passphrase-pause':
    'Das Kennwort zu „{file}“ war dreimal falsch. Bitte in {seconds} Sekunden noch einmal versuchen; es wurde nichts unterschrieben.',
  'key-closed':
    'Der Schlüssel ist nicht mehr geöffnet. Bitte die Schlüsseldatei wählen und das Kennwort noch einmal eingeben.',
  'key-damaged':
    '„{file}“ lässt sich nicht als Schlüsseldatei (PKCS#12: .p12, .pfx) lesen. Bitte die richtige Datei wählen; wenn es die richtige ist, sie beim Aussteller neu besorgen.',
  'key-unsupported':
    'Mit dem Schlüssel in „{file}“ kann nicht unterschrieben werden ({problem}). Bitte einen RSA- oder EC-Schlüssel mit Zertifikat verwenden.',
  'certificate-damaged':
    '„{file}“ ist kein lesbares Zertifikat. Bitte eine Datei im Format .cer, .crt oder .pem wählen.',
  'certificate-expired':
    'Das Zertifikat von {signer} gilt nur vom {from} bis {until}. Damit kann heute nicht unterschrieben werden; bitte ein gültiges Zertifikat verwenden.',
  'timestamp-unavailable':
    'Der Zeitstempeldienst „{url}“ antwortet nicht richtig; der Zeitstempel fehlt. Er lässt sich später mit „Zeitstempel ergänzen“ nachholen.',
  'timestamp-service-missing':
    'Es ist kein Zeitstempeldienst eingetragen. Bitte in den Einstellungen unter „Zertifikate“ eintragen.',
  'step-forbidden': '{reference} ist im Stand „{state}“. {why}',
  'release-blocked': '{reference} kann noch nicht freigegeben werden: {findings}',
  'answered-changed':
    'Seit der Freigabe hat sich geändert, was {reference} von {answers} druckt. Bitte zurück in den Entwurf geben, prüfen und neu freigeben.',
  'issue-missing': 'Zu {reference} gibt es noch keine Ausfertigung. Bitte zuerst freigeben und ausfertigen.',
  'issue-part-of':
    'Diese Datei gehört zur Ausfertigung {reference}; Ausfertigungen werden nicht verändert. Bitte auf der Seite „Ausfertigen“ eine „Weitere Unterschrift“ hinzufügen.',
  'issue-withdrawn':
    'Die Ausfertigung von {reference} wurde zurückgezogen und geht nicht mehr hinaus. Bitte zuerst berichtigen und neu ausfertigen.',
  'nothing-to-send':
    'Zu {reference} ist auf diesem Weg nichts offen. Bitte im Versandnachweis nachsehen oder im Verteiler Empfänger eintragen, für E-Mails mit ihrer Adresse.',
  'printer-missing':
    'Der Drucker „{printer}“ ist nicht mehr da; es wurde nichts gedruckt. Bitte ihn einschalten oder bei „Drucken“ einen anderen wählen.',
  'print-failed': '„{file}“ konnte nicht gedruckt werden. Bitte den Drucker prüfen und noch einmal drucken.',
  'signature-missing':
    'In „{file}“ ist keine Unterschrift, zu der ein Zeitstempel gehören könnte. Bitte zuerst unterschreiben.',
  'organization-unknown':
    'Das Gremium „{organization}“ steht nicht im Verzeichnis. Bitte den Namen prüfen oder es in den Einstellungen unter „Gremien und Fraktionen“ anlegen.',
  'meeting-missing': 'Diese Sitzung gibt es nicht ({reference}). Unter „Sitzungen“ steht, welche eingetragen sind.',
  'meeting-time-invalid': '„{value}“ ist kein Tag mit Uhrzeit. Bitte so schreiben: 12.03.2026 17:00.',
  'meeting-taken':
    '{organization} hat am {day} um {time} Uhr schon eine Sitzung. Bitte die vorhandene ändern oder eine andere Zeit angeben.',
  'meeting-in-use':
    'Für die Sitzung {meeting} ist eine Tagesordnung festgelegt, oder sie wurde mit ihren Papieren verlegt; sie bleibt deshalb erhalten. Bitte stattdessen den Stand „abgesagt“ wählen.',
  'meeting-empty':
    'Zur Sitzung {organization} am {day} gibt es keine Stellungnahmen. Bitte in den Stellungnahmen die Beratungsfolge prüfen: Gremium und Tag müssen übereinstimmen.',
  unexpected:
    'Ein unerwarteter Fehler ist aufgetreten (Kennung {logId}). Bitte nachsehen, ob die letzte Änderung gespeichert ist, und diese Kennung melden.',
};

/** What was given is shown again so that a person knows it, not as a whole; these details are sentences of our own. */
const OWN_WORDS: ReadonlySet<string> = new Set(['problem', 'findings', 'places', 'parts', 'why', 'advice', 'known']);
const PATHS: ReadonlySet<string> = new Set(['file', 'target', 'folder']);
const LONGEST_SHOWN = 300;
/** The name of a file stands at the end of its path. */
const LONGEST_PATH = 4096;

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(String).join(', ') : JSON.stringify(value);
}

/** The German sentence for a refusal, with one full stop where a detail is a sentence itself. A missing detail is shown as "–". */
export function sentenceFor(code: ErrorCode, details: ErrorDetails): string {
  return SENTENCES[code].replace(/\{(\w+)\}(\.?)/g, (_, key: string, stop: string) => {
    const value = details[key];
    if (value === undefined || value === null) return `–${stop}`;
    const words = shown(value);
    const told = OWN_WORDS.has(key) ? words : shorten(words, PATHS.has(key) ? LONGEST_PATH : LONGEST_SHOWN);
    return told.endsWith('.') ? told : `${told}${stop}`;
  });
}
