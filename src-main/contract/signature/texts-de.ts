/** German words about signatures that stand in documents and on the command line. A local certificate is never called qualified. */
import type { Addition, Certification, UnjudgedReason, Verdict, Verification, VerifiedSignature } from './shapes.ts';

export const signatureTexts = {
  signedBy: (name: string): string => `Elektronisch unterschrieben von ${name}`,
  signedOn: (day: string, reason: string): string => [`am ${day}`, reason].filter(Boolean).join(' · '),
  /** Stands for the file's name where a certificate comes from the list. */
  trustList: 'Vertrauensliste',
  testOnly: 'Testzertifikat ohne Rechtswirkung',
  /** "Vertrag.pdf" becomes "Vertrag-unterschrieben.pdf". */
  signedFileName: (name: string): string => name.replace(/(\.[^.]*)?$/, '-unterschrieben$1'),
  /** "Vertrag.pdf" becomes "Vertrag-Fassung-1.pdf". */
  revisionFileName: (name: string, revision: number): string => name.replace(/(\.[^.]*)?$/, `-Fassung-${revision}$1`),
  /** `revisions`: ascending. */
  signedRevisions: (revisions: readonly number[]): string => {
    if (revisions.length === 0) return 'keine unterschriebene Fassung';
    const list =
      revisions.length === 1 ? String(revisions[0]) : `${revisions.slice(0, -1).join(', ')} und ${revisions.at(-1)}`;
    return revisions.length === 1
      ? `nur eine unterschriebene Fassung (Fassung ${list})`
      : `${revisions.length} unterschriebene Fassungen (Fassung ${list})`;
  },
  testFileName: (name: string): string => `Testzertifikat ${name}.p12`,
  renditionTimestamp: 'Zeitstempel ergänzt',
  renditionSignature: (name: string, timestampProblem: string | null): string =>
    [`Weitere Unterschrift von ${name}`, ...(timestampProblem === null ? [] : [timestampProblem])].join(' – '),
  renditionLabel: 'Fassung',
} as const;

/** Stands as {problem} in the sentence of `document-not-signable`. */
export const SIGN_PROBLEMS = {
  encrypted: 'Es ist verschlüsselt.',
  rewritten: 'Es lässt sich nur als Ganzes neu schreiben; das würde vorhandene Unterschriften brechen.',
  hybrid:
    'Es führt das Verzeichnis seiner Teile doppelt und ist schon unterschrieben; nach einer weiteren Unterschrift fänden andere Programme die erste nicht mehr.',
  noPage: 'Es hat keine Seite.',
  'head-displaced': 'Vor seinem Anfang stehen fremde Bytes.',
  incomplete: 'Die Datei bricht ab; ein Teil von ihr fehlt.',
  unreadable: 'Sein Aufbau ließ sich nicht lesen.',
} as const;

const NOT_CHECKABLE = 'Nicht prüfbar';

/** Half a sentence behind "Nicht prüfbar: ". It says what Stellwerk cannot do, never that something was altered. */
const unjudgedReasons: Record<UnjudgedReason, string> = {
  format: 'Diese Form der Unterschrift kennt Stellwerk nicht.',
  algorithm: 'Die Unterschrift verwendet ein Verfahren, das Stellwerk nicht prüfen kann.',
  'weak-algorithm': 'Die Unterschrift verwendet ein veraltetes Verfahren (SHA-1 oder MD5), das nichts mehr beweist.',
  key: 'Die Unterschrift verwendet eine Schlüsselart, die Stellwerk nicht prüfen kann.',
  chain: 'Ein Aussteller des Zertifikats verwendet ein Verfahren, das Stellwerk nicht prüfen kann.',
  'too-large': 'Die Datei oder ihre Unterschrift ist größer, als Stellwerk prüfen kann.',
  encrypted: 'Die Datei ist verschlüsselt. Bitte eine unverschlüsselte Fassung prüfen.',
  unreadable: 'Die Angaben der Unterschrift ließen sich nicht lesen.',
  'no-certificate': 'Das Zertifikat des Unterzeichners liegt der Unterschrift nicht bei.',
  'other-certificate': 'Das beigefügte Zertifikat ist nicht das, auf das sich die Unterschrift bezieht.',
  'several-signers': 'Die Unterschrift fasst mehrere Unterzeichner zusammen; das kann Stellwerk nicht prüfen.',
  coverage: 'Welche Teile der Datei die Unterschrift umfasst, ließ sich nicht bestimmen.',
  'no-field': 'Die Datei enthält Spuren einer Unterschrift, aber kein Feld, zu dem sie gehört.',
  'file-unreadable': 'Die Datei ließ sich nicht lesen. Das heißt nicht, dass sie verändert wurde.',
  'head-displaced':
    'Vor dem Anfang des PDFs stehen fremde Bytes; Programme zählen dann verschieden. Bitte die Datei ohne diese Bytes beschaffen und noch einmal prüfen.',
  incomplete: 'Die Datei bricht ab; ein Teil von ihr fehlt. Bitte noch einmal beschaffen und dann prüfen.',
  'two-main-parts': 'Das Word-Dokument hat mehr als einen Hauptteil; Programme können Verschiedenes zeigen.',
  damaged: 'Die Datei ist unvollständig oder beschädigt: Prüfsummen in ihr stimmen nicht.',
};

const verdictSentences: Record<Verdict, string> = {
  valid:
    'Die Unterschrift passt zum Dokument, danach wurde nichts geändert, und ihr Zertifikat oder dessen Aussteller steht in der Vertrauensliste.',
  unsigned: 'Das Dokument enthält keine elektronische Unterschrift.',
  altered: 'Dokument und Unterschrift passen nicht zusammen: Eines von beiden wurde verändert.',
  'added-after-signing': 'Nach der Unterschrift wurde etwas angefügt.',
  'not-covered': 'Nicht umfasst: Ein Teil des Dokuments gehört nicht zu dem, was unterschrieben wurde.',
  untrusted:
    'Die Unterschrift passt zum Dokument; ihr Zertifikat lässt sich aber nicht auf die Vertrauensliste dieses Büros zurückführen.',
  unsuitable: 'Die Unterschrift passt zum Dokument; ihr Zertifikat ist aber nicht zum Unterschreiben ausgestellt.',
  expired: 'Die Unterschrift passt zum Dokument; ihr Zertifikat galt zur angegebenen Zeit aber nicht.',
  'expired-since':
    'Die Unterschrift passt zum Dokument; ihr Zertifikat oder das eines Ausstellers ist inzwischen abgelaufen, und kein vertrauenswürdiger Zeitstempel beweist, dass vorher unterschrieben wurde.',
  unsupported: `${NOT_CHECKABLE}.`,
  damaged: 'Die Datei ist beschädigt.',
};

/** What was added behind a signed revision, as it stands in a list. */
const additionNames: Record<Addition, string> = {
  'validation-data': 'Einträge im Verzeichnis der Prüfdaten',
  'time-stamp': 'ein Zeitstempel',
  signature: 'eine weitere Unterschrift',
  'form-entry': 'Einträge in Formularfelder',
  annotation: 'Anmerkungen',
  page: 'Seiten',
  'page-content': 'Inhalt auf Seiten',
  attachment: 'mitgeführte Dateien',
  metadata: 'Angaben zur Datei (Metadaten, etwa das Änderungsdatum)',
  other: 'andere Bestandteile der Datei',
  unrecognised: 'etwas, das Stellwerk nicht sicher erkennt',
};
export const certificationNames: Record<Certification, string> = {
  'no-changes': 'zertifiziert: jede weitere Änderung ausgeschlossen',
  forms: 'zertifiziert: Formularfelder ausfüllen und unterschreiben erlaubt',
  'forms-and-annotations': 'zertifiziert: Formularfelder, Anmerkungen und Unterschriften erlaubt',
};
export const locksFieldsName = 'sperrt Formularfelder';

/** One cause: what is not checkable says why. */
const causeSentence = ({
  verdict,
  reason,
}: {
  readonly verdict: Verdict;
  readonly reason: UnjudgedReason | null;
}): string =>
  reason === null
    ? verdictSentences[verdict]
    : reason === 'damaged'
      ? unjudgedReasons.damaged
      : `${NOT_CHECKABLE}: ${unjudgedReasons[reason]}`;

const verdictNames: Record<Verdict, string> = {
  valid: 'passt, Zertifikat vertraut',
  unsigned: 'ohne Unterschrift',
  altered: 'passt nicht zum Dokument',
  // What came later stands behind it; of the signature itself it says nothing bad.
  'added-after-signing': 'passt zur unterschriebenen Fassung',
  'not-covered': 'passt zu einem Teil des Dokuments',
  untrusted: 'passt, Zertifikat nicht in der Vertrauensliste',
  unsuitable: 'passt, Zertifikat nicht zum Unterschreiben ausgestellt',
  expired: 'passt, Zertifikat galt zu dieser Zeit nicht',
  'expired-since': 'passt, Zertifikat inzwischen abgelaufen, Zeit nicht bewiesen',
  unsupported: 'nicht prüfbar',
  damaged: 'beschädigt',
};

/** The line of one signature. */
export const signatureResult = (signature: Pick<VerifiedSignature, 'verdict' | 'reason'>): string =>
  signature.reason === null ? verdictNames[signature.verdict] : causeSentence(signature);

type Covered = Pick<VerifiedSignature, 'revision' | 'coversWholeFile' | 'unchangedAfter' | 'added'>;

/** What a signature of a PDF covers, and what came later. */
export function coverageSentence(
  { revision, coversWholeFile, unchangedAfter, added }: Covered,
  revisions: number,
): string {
  if (coversWholeFile) return 'umfasst die ganze Datei';
  const names = added.map((addition) => additionNames[addition]).join(', ');
  if (unchangedAfter) return `danach nicht geändert${names === '' ? '' : ` (nur hinzugekommen: ${names})`}`;
  return `umfasst Fassung ${revision} von ${revisions}${names === '' ? '' : `; danach angefügt: ${names}`}`;
}

type Known = NonNullable<Verification['known']>;

/** Our own file: which one it is. */
export const knownSentence = ({ source, reference, edition, isRendition }: Known): string => {
  if (source === 'letter') return `Das ist genau ein Schreiben zu ${reference} – Byte für Byte wie im Register.`;
  return isRendition
    ? `Das ist eine Fassung von ${reference}, die neben der Ausfertigung aufbewahrt wird – Byte für Byte wie im Register.`
    : `Das ist genau ${reference}, ${edition === 1 ? 'erste Ausfertigung' : `${edition - 1}. Berichtigung`} – Byte für Byte wie im Register.`;
};
export const knownWithdrawn = 'Diese Ausfertigung wurde zurückgezogen.';

/** How a signature was made; says nothing about its legal class. */
export const levelNames: Record<VerifiedSignature['level'], string> = {
  'B-B': 'Format PAdES B-B, ohne vertrauenswürdigen Zeitstempel',
  'B-T': 'Format PAdES B-T, mit Zeitstempel',
  named: 'mit geschütztem Hinweis auf das Zertifikat, kein Baseline-Format',
  plain: 'ohne geschützten Hinweis auf das Zertifikat',
};
/** A document time stamp has no level, and of one that does not fit no format is claimed. */
export function levelName({ kind, level, valid }: Pick<VerifiedSignature, 'kind' | 'level' | 'valid'>): string {
  if (kind === 'time-stamp') return 'Zeitstempel über das Dokument';
  return valid ? levelNames[level] : 'Format nicht beurteilt';
}

export const revocationNotChecked =
  'Ob ein Zertifikat gesperrt wurde, prüft Stellwerk nicht: Dafür wäre eine Verbindung zum Aussteller nötig. Vertraut wird nur, was in der Vertrauensliste steht.';

/** What stands above the result of a check. */
export function verificationSentence({ format, verdict, reason, decisive, signatures }: VerificationResult): string {
  if (format === 'other' && reason === null)
    return 'Diese Datei ist weder ein PDF noch ein Word-Dokument (.docx); nur in solchen prüft Stellwerk Unterschriften.';
  if (verdict === 'unsigned' && signatures.length > 0)
    return 'Das Dokument trägt einen Zeitstempel, aber keine elektronische Unterschrift.';
  const found = decisive === null ? undefined : signatures[decisive];
  const sentence = causeSentence({ verdict, reason });
  // With several signers a verdict is one about one of them.
  const isOneOfMany = signatures.filter(({ kind }) => kind === 'signature').length > 1;
  const whose = found && isOneOfMany && found.signer !== '' ? `Unterschrift von ${found.signer}: ` : '';
  const names = found && verdict === 'added-after-signing' ? found.added.map((one) => additionNames[one]) : [];
  return [
    `${whose}${sentence}`,
    ...(names.length === 0 ? [] : [`Hinzugekommen: ${names.join(', ')}.`]),
    ...(verdict === 'added-after-signing' && found?.certification === 'no-changes' ? [certificationBroken] : []),
    ...signatures.flatMap((one, place) => (place !== decisive && one.verdict === 'altered' ? [brokenBeside(one)] : [])),
  ].join(' ');
}
const certificationBroken = 'Wer unterschrieben hat, hat jede weitere Änderung ausgeschlossen.';
/** Of another signature than the one the verdict speaks of. */
const brokenBeside = ({ kind, signer }: Pick<VerifiedSignature, 'kind' | 'signer'>): string =>
  kind === 'time-stamp'
    ? 'Ein Zeitstempel in der Datei passt nicht zu ihr.'
    : `Die Unterschrift${signer === '' ? '' : ` von ${signer}`} passt nicht zum Dokument.`;
type VerificationResult = Pick<Verification, 'format' | 'verdict' | 'reason' | 'decisive' | 'signatures'>;
