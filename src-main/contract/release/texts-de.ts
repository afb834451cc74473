/** German sentences of the release check: what was found and what to do. Placeholders in braces are filled from the finding. */
import type { FindingRule, FindingSeverity, KeptFinding } from './shapes.ts';

const SENTENCES: Record<FindingRule, string> = {
  'publicity-unknown':
    'Ob die Stellungnahme öffentlich oder nichtöffentlich ist, ist noch nicht entschieden. Bitte im Kopf unter „Öffentlichkeit“ wählen.',
  'field-missing': '{label} fehlt. Bitte im Kopf ergänzen.',
  'reply-missing': 'Die Antwort ist leer. Bitte den Text schreiben.',
  'point-open': 'Punkt {point} ist noch offen: „{words}“. Bitte Votum oder Stand wählen.',
  'point-changed':
    'Punkt {point} lautet seit der Antwort anders: „{words}“. Bitte prüfen, ob die Antwort noch passt, oder begründen.',
  'point-refers-open':
    'Punkt {point} verweist auf die Antwort zu {other}; die ist selbst noch offen. Bitte zuerst dort antworten oder begründen.',
  'heading-unanswered': 'Unter „{text}“ steht nichts. Bitte antworten, die Zeile entfernen oder begründen.',
  'email-malformed': 'Im Feld {label} steht „{text}“. Das ist keine E-Mail-Adresse. Bitte so schreiben: name@stadt.de.',
  'consultations-missing': 'Die Beratungsfolge ist leer. Bitte prüfen, ob kein Gremium die Stellungnahme erhält.',
  'consultation-undated': 'In Zeile {row} der Beratungsfolge ({organization}) fehlt der Tag. Bitte eintragen.',
  'consultation-publicity-unknown':
    'In Zeile {row} der Beratungsfolge ({organization}) ist noch nicht entschieden, ob der Schritt öffentlich ist. Bitte dort wählen; bis dahin wird die Zeile nicht gedruckt.',
  'placeholder-open': 'Der Platzhalter „{label}“ ist noch nicht ausgefüllt. Bitte ausfüllen oder entfernen.',
  'character-unprintable':
    'Das Zeichen „{character}“ ({codePoint}) lässt sich nicht drucken. Bitte ersetzen ({where}).',
  'date-unreadable': 'Im Feld {label} steht „{text}“. Das ist kein Datum. Bitte so schreiben: 27.10.2022.',
  'date-impossible': '„{text}“ gibt es nicht im Kalender. Bitte das Datum berichtigen.',
  'date-malformed': '„{text}“ ist kein vollständiges Datum. Gemeint ist wohl {wanted}.',
  'weekday-wrong': '„{weekday}, {text}“: Der {text} ist ein {wanted}. Bitte Tag oder Datum berichtigen.',
  'consultations-unordered':
    'Zeile {row} der Beratungsfolge ({organization}, {date}) liegt vor Zeile {other} ({before}). Bitte Tage oder Reihenfolge prüfen.',
  'consultation-day-off':
    '{organization} (Zeile {row} der Beratungsfolge) tagt am {date}: {what}. Bitte den Tag prüfen oder begründen.',
  'future-day-past':
    '„{text}“ liegt vor dem Datum der Stellungnahme ({date}), der Satz spricht aber von der Zukunft. Bitte prüfen oder begründen.',
  'due-before-decision': 'Die Vorlage verlangt etwas „{text}“; beschlossen wird erst am {date}.',
  'title-misquoted': 'Zitiert ist „{text}“, die Bezeichnung lautet „{wanted}“. Bitte angleichen oder begründen.',
  'paper-kind-wrong': '„{text}“: Beantwortet wird hier nur ein Papier der Art {wanted}.',
  'recommendation-contradicts': '„{text}“ widerspricht den gewählten Voten. Bitte angleichen oder begründen.',
  'sum-wrong':
    'In der Tabelle steht „{text}“, die Summe der Zeilen darüber ist {sum}. Bitte nachrechnen oder begründen.',
  'shares-wrong': 'Die Anteile dieser Liste ergeben zusammen {sum} Prozent.',
  spelling: '„{text}“ steht in keinem Wörterbuch.',
  'spelling-unchecked':
    'Die Rechtschreibung ist nicht geprüft: Das Wörterbuch von Stellwerk lässt sich nicht lesen. Bitte Stellwerk neu installieren.',
  'greeting-taken-over': '„{text}“ gehört in einen Brief, nicht in die Stellungnahme. Bitte entfernen oder begründen.',
  'reply-headings-only': 'Die Antwort besteht nur aus Überschriften. Bitte den Text schreiben.',
  'reference-unknown': '{reference} steht nicht im Register. Bitte die Nummer prüfen.',
  'reporting-duty': '„{text}“: Hier entsteht eine Berichtspflicht.',
  'sentence-long': 'Ein Satz mit {count} Wörtern: „{text} …“. Vielleicht teilen?',
  'nominal-style': '„{text}“: drei Wörter auf -ung hintereinander. Vielleicht mit Verben?',
  'signatory-unknown':
    '{name} steht nicht in der Liste der Unterzeichner dieses Büros. Bitte ändern, in den Einstellungen ergänzen oder begründen.',
  'signatory-not-entitled':
    '{name} darf nach den Einstellungen {what} nicht unterzeichnen. Bitte jemand anderen wählen oder die Einstellungen ändern.',
  'attachment-non-public':
    'Die Anlage „{name}“ ist nichtöffentlich. Sie wird in der öffentlichen Stellungnahme weder genannt noch mitgegeben.',
  'attachment-publicity-unknown':
    'Ob die Anlage „{name}“ öffentlich ist, ist noch nicht entschieden. Bitte bei den Anlagen wählen; bis dahin wird sie weder genannt noch mitgegeben.',
  'attachment-file-missing':
    'Zur Anlage „{name}“ fehlt die Datei. Bitte die Datei hinzufügen oder die Anlage entfernen.',
  'attachment-name-misleading':
    'Die Endung „{ending}“ der Anlage „{name}“ passt nicht zum Inhalt der Datei. Bitte ansehen, mit der richtigen Endung neu hinzufügen oder begründen.',
  'personal-data':
    'Personenbezogene Angabe in einer öffentlichen Stellungnahme: {kind} „{text}“ ({where}). Bitte entfernen oder begründen.',
  'attachment-not-examined':
    'Die Anlage „{name}“ wurde nicht oder nicht ganz durchsucht. Bitte selbst nach Kommentaren, verborgenem Text und Namen ansehen.',
  'attachment-tracked-changes':
    'Die Anlage „{name}“ enthält noch nicht angenommene Änderungen: {count}. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
  'attachment-comments':
    'Die Anlage „{name}“ enthält Kommentare: {count}. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
  'attachment-hidden-text':
    'Die Anlage „{name}“ enthält verborgenen Text: „{text}“. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
  'attachment-user-names':
    'Die Anlage „{name}“ nennt in ihren Eigenschaften: {text}. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
  'clock-behind':
    'Die Uhr dieses Rechners steht vor dem {since} ({what}). Datum und Uhrzeit der Freigabe wären falsch; bitte die Uhr stellen oder begründen.',
};

/** Of a date by its form that no calendar has. */
const NO_SUCH_DAY = 'Im Feld {label} steht „{text}“. Den {day} gibt es nicht. Bitte den Tag prüfen.';

/** What a rule looks for, for the protocol. */
const ruleNames: Record<FindingRule, string> = {
  'publicity-unknown': 'Öffentlichkeit entschieden',
  'field-missing': 'Angaben im Kopf vollständig',
  'reply-missing': 'Antwort geschrieben',
  'point-open': 'alle Fragen und Forderungen beantwortet',
  'point-changed': 'beantwortete Punkte seither nicht geändert',
  'point-refers-open': 'Verweise auf andere Antworten führen zu einer',
  'heading-unanswered': 'Überschriften zu Punkten mit Text darunter',
  'email-malformed': 'E-Mail-Adresse im Kopf vollständig',
  'consultations-missing': 'Beratungsfolge vorhanden',
  'consultation-undated': 'Beratungsfolge mit Tagen',
  'consultation-publicity-unknown': 'Öffentlichkeit jedes Schritts der Beratungsfolge entschieden',
  'placeholder-open': 'keine offenen Platzhalter',
  'character-unprintable': 'alle Zeichen druckbar',
  'date-unreadable': 'alle Datumsfelder lesbar',
  'date-impossible': 'keine unmöglichen Daten',
  'date-malformed': 'Daten vollständig geschrieben',
  'weekday-wrong': 'Wochentage passen zum Datum',
  'consultations-unordered': 'Beratungsfolge in zeitlicher Reihenfolge',
  'consultation-day-off': 'Beratungen an Arbeitstagen',
  'future-day-past': 'Angekündigtes liegt nicht in der Vergangenheit',
  'due-before-decision': 'Termine der Vorlage liegen nach dem Beschluss',
  'title-misquoted': 'Bezeichnung richtig zitiert',
  'paper-kind-wrong': 'Art der Vorlage richtig genannt',
  'recommendation-contradicts': 'Empfehlung passt zu den Voten',
  'sum-wrong': 'Summen in Tabellen',
  'shares-wrong': 'Anteile einer Liste ergeben 100 Prozent',
  'greeting-taken-over': 'keine Anrede und kein Gruß in der Antwort',
  'reply-headings-only': 'Antwort aus mehr als Überschriften',
  'reference-unknown': 'Nummern anderer Papiere bekannt',
  'reporting-duty': 'Berichtspflichten genannt',
  'sentence-long': 'Sätze nicht länger als 40 Wörter',
  'nominal-style': 'keine Häufung von Wörtern auf -ung',
  spelling: 'Wörter stehen im Wörterbuch',
  'spelling-unchecked': 'Rechtschreibung geprüft',
  'signatory-unknown': 'Unterzeichner bekannt',
  'signatory-not-entitled': 'Unterzeichner berechtigt',
  'attachment-non-public': 'keine nichtöffentlichen Anlagen an einer öffentlichen Stellungnahme',
  'attachment-publicity-unknown': 'Öffentlichkeit jeder Anlage entschieden',
  'attachment-file-missing': 'Dateien der Anlagen vorhanden',
  'attachment-name-misleading': 'Endungen der Anlagen passen zum Inhalt',
  'personal-data':
    'in öffentlichen Stellungnahmen keine Telefonnummern, E-Mail-Adressen, Kontoverbindungen, Geburtsdaten, Anschriften, Namen nach Anrede',
  'attachment-not-examined': 'öffentliche Anlagen ganz durchsucht',
  'attachment-tracked-changes': 'öffentliche Anlagen ohne offene Änderungen',
  'attachment-comments': 'öffentliche Anlagen ohne Kommentare',
  'attachment-hidden-text': 'öffentliche Anlagen ohne verborgenen Text',
  'attachment-user-names': 'öffentliche Anlagen ohne Benutzernamen',
  'clock-behind': 'Uhr des Rechners nicht hinter dem letzten Eintrag',
};

/** What somebody may not sign, as the sentence above takes it. */
export const entitlementTexts = {
  unit: (unit: string): string => `Stellungnahmen von „${unit}“`,
  motions: 'Stellungnahmen zu Anträgen',
  inquiries: 'Stellungnahmen zu Anfragen',
} as const;

export const findingLabels = {
  bodyName: 'Die Körperschaft',
  signatory: 'Der Unterzeichner',
  consultation: (row: number, organization: string): string =>
    ['Beratungsfolge', `Zeile ${row}`, organization].filter(Boolean).join(', '),
} as const;

/** Parts of the paper that a finding may stand in. */
export const findingParts: Readonly<Record<string, string>> = {
  name: 'Bezeichnung',
  hinge: 'Überleitung',
  reply: 'Antwort',
  quotation: 'Zitat der Vorlage',
  attachments: 'Name der Anlage',
};

const HEAD_PARTS: Readonly<Record<string, string>> = {
  date: 'Datum',
  publicity: 'Öffentlichkeit',
  leadUnit: 'Amt',
  reference: 'Nummer',
  consultations: 'Beratungsfolge',
  signatory: 'Unterzeichner',
  contact: 'Kontakt',
  points: 'Fragen und Forderungen',
  answers: 'Bezug',
};

/** The words that belong there instead, where only one is right: they take the place of the found ones. */
export function correctionOf({ rule, details }: Pick<KeptFinding, 'rule' | 'details'>): string | null {
  return rule === 'date-malformed' || rule === 'title-misquoted' ? (details['wanted'] ?? null) : null;
}

/** In which part of the paper a field of a finding stands. */
export const partOf = (field: string): string =>
  findingParts[field] ?? HEAD_PARTS[field.split('.')[0] ?? ''] ?? (field === '' ? 'ganzes Papier' : field);

export const personalDataKinds = {
  telephone: 'Telefonnummer',
  email: 'E-Mail-Adresse',
  account: 'Kontoverbindung',
  birthDate: 'Geburtsdatum',
  address: 'Anschrift',
  name: 'Name einer unbekannten Person',
} as const;

export const protocolTexts = {
  title: 'Protokoll der Freigabe',
  released: (day: string, actor: string, revision: number): string =>
    `Freigegeben am ${day} durch ${actor} (Stand ${revision} der Bearbeitung).`,
  checked: 'Geprüft wurde',
  rule: 'Regel',
  result: 'Ergebnis',
  nothing: 'ohne Befund',
  count: (n: number): string => (n === 1 ? '1 Befund' : `${n} Befunde`),
  findings: 'Befunde',
  noFindings: 'Keine.',
  severity: 'Gewicht',
  finding: 'Befund',
  accepted: 'Angenommen mit Begründung',
  limits: 'Geprüft wurden nur die genannten Regeln. Der Inhalt der Stellungnahme wurde nicht beurteilt.',
} as const;

const severityNames: Record<FindingSeverity, string> = {
  blocking: 'verhindert die Freigabe',
  warning: 'Warnung',
  hint: 'Hinweis',
};

const knownIn = (texts: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(texts, word) ? texts[word] : undefined;

export const severityName = (severity: string): string => knownIn(severityNames, severity) ?? severity;

/** `kept`: the names of the day of a release. */
export const ruleName = (rule: string, kept: Readonly<Record<string, string>> = {}): string =>
  knownIn(kept, rule) ?? knownIn(ruleNames, rule) ?? `Regel „${rule}“ einer anderen Fassung`;

/** What was said on the day of a release stays; a finding of now is put into today's words. */
export function findingSentence({
  rule,
  details,
  sentence,
}: Pick<KeptFinding, 'rule' | 'details' | 'sentence'>): string {
  if (sentence !== undefined) return sentence;
  const pattern = rule === 'date-unreadable' && details['day'] ? NO_SUCH_DAY : knownIn(SENTENCES, rule);
  if (pattern === undefined) return [`${ruleName(rule)}:`, Object.values(details).join(', ') || '–'].join(' ');
  return pattern.replace(/\{(\w+)\}/g, (_, key: string) => details[key] ?? '–');
}
