/** Word groups about keys and certificates; those of `KEY_PROBLEMS` stand as {problem} in the sentence of `key-unsupported`. */
export const KEY_PROBLEMS = {
  noKey: 'kein privater Schlüssel enthalten',
  noCertificate: 'kein Zertifikat enthalten',
  noMatch: 'kein Zertifikat passt zum Schlüssel',
  kind: 'Schlüssel weder RSA noch EC',
  curve: 'EC-Kurve nicht unterstützt',
  size: 'RSA-Schlüssel kürzer als 2048 Bit',
  encryption: 'Verschlüsselung der Datei nicht unterstützt',
} as const;
export type KeyProblem = keyof typeof KEY_PROBLEMS;

export const TEST_CERTIFICATE = {
  commonName: (name: string): string => `TEST – ${name}`,
  organization: 'Stellwerk-Testzertifikat ohne Rechtswirkung',
} as const;
