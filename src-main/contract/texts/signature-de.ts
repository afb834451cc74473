/** German words about signatures that stand in documents and on the command line. A local certificate is never called qualified. */
import type { Verdict, Verification, VerifiedSignature } from '../signature.ts';

export const signatureTexts = {
  signedBy: (name: string): string => `Elektronisch unterschrieben von ${name}`,
  signedOn: (day: string, reason: string): string => [`am ${day}`, reason].filter(Boolean).join(' · '),
  /** Stands for the file's name where a certificate comes from the list. */
  trustList: 'Vertrauensliste',
  testOnly: 'Testzertifikat ohne Rechtswirkung',
  /** "Vertrag.pdf" becomes "Vertrag-unterschrieben.pdf". */
  signedFileName: (name: string): string => name.replace(/(\.[^.]*)?$/, '-unterschrieben$1'),
  testFileName: (name: string): string => `Testzertifikat ${name}.p12`,
  renditionTimestamp: 'Zeitstempel ergänzt',
  renditionSignature: (name: string, timestampProblem: string | null): string =>
    [`Weitere Unterschrift von ${name}`, ...(timestampProblem === null ? [] : [timestampProblem])].join(' – '),
  renditionLabel: 'Fassung',
} as const;

export const verdictSentences: Record<Verdict, string> = {
  valid:
    'Die Unterschrift passt zum Dokument, sein Inhalt wurde danach nicht geändert, und ihr Zertifikat oder dessen Aussteller steht in der Vertrauensliste.',
  unsigned: 'Das Dokument enthält keine elektronische Unterschrift.',
  altered: 'Dokument und Unterschrift passen nicht zusammen: Eines von beiden wurde verändert.',
  'altered-after-signing': 'Nach der Unterschrift wurde dem Dokument etwas hinzugefügt, das sie nicht umfasst.',
  untrusted:
    'Die Unterschrift passt zum Dokument; ihr Zertifikat lässt sich aber nicht auf die Vertrauensliste dieses Büros zurückführen oder taugt nicht zum Unterschreiben.',
  expired: 'Die Unterschrift passt zum Dokument; ihr Zertifikat galt zur angegebenen Zeit aber nicht.',
  unsupported: 'Die Unterschrift verwendet ein Verfahren, das Stellwerk nicht prüfen kann.',
  damaged: 'Das Dokument oder seine Unterschrift ist beschädigt und nicht prüfbar.',
};

type Known = NonNullable<Verification['known']>;

/** Our own file: which one it is. */
export const knownSentence = ({ reference, edition, isRendition }: Known): string =>
  isRendition
    ? `Das ist eine Fassung von ${reference}, die neben der Ausfertigung aufbewahrt wird – Byte für Byte wie im Register.`
    : `Das ist genau ${reference}, ${edition === 1 ? 'erste Ausfertigung' : `${edition - 1}. Berichtigung`} – Byte für Byte wie im Register.`;
export const knownWithdrawn = 'Diese Ausfertigung wurde zurückgezogen.';

/** How a signature was made; says nothing about its legal class. */
export const levelNames: Record<VerifiedSignature['level'], string> = {
  'B-B': 'Format B-B, ohne Zeitstempel',
  'B-T': 'Format B-T, mit Zeitstempel',
  basic: 'ohne geschützten Hinweis auf das Zertifikat',
};

export const revocationNotChecked =
  'Ob ein Zertifikat gesperrt wurde, prüft Stellwerk nicht: Dafür wäre eine Verbindung zum Aussteller nötig. Vertraut wird nur, was in der Vertrauensliste steht.';

/** What stands above the result of a check. */
export function verificationSentence({ format, verdict }: Pick<Verification, 'format' | 'verdict'>): string {
  return format === 'other'
    ? 'Diese Datei ist weder ein PDF noch ein Word-Dokument (.docx); nur in solchen prüft Stellwerk Unterschriften.'
    : verdictSentences[verdict];
}
