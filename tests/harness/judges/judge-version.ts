import { spawnSync } from 'node:child_process';
import { docxValidatorScript } from './docx-schema-check.ts';
import { pyhankoInstallation } from './pyhanko.ts';
import { toolEnvironment } from './run-tool.ts';
import { verapdfInstallation } from './verapdf-installation.ts';

export type JudgeName =
  | 'veraPDF'
  | 'Poppler'
  | 'qpdf'
  | 'LibreOffice'
  | 'xmllint'
  | 'xmlsec1'
  | 'OpenSSL'
  | 'Python'
  | 'LibreOffice UNO'
  | 'pyHanko'
  | 'Chromium'
  | 'Xvfb'
  | 'OOXML schemas';

const versionCommands = {
  Poppler: ['pdfinfo', '-v'],
  qpdf: ['qpdf', '--version'],
  LibreOffice: ['soffice', '--version'],
  xmllint: ['xmllint', '--version'],
  xmlsec1: ['xmlsec1', '--version'],
  OpenSSL: ['openssl', 'version'],
  Python: ['python3', '--version'],
  Chromium: ['chromium', '--version'],
  Xvfb: ['Xvfb', '-version'],
} as const satisfies Partial<Record<JudgeName, readonly [string, string]>>;

const knownVersions = new Map<JudgeName, string | undefined>();

/**
 * The version a judge says it has, such as `1.30.2`; undefined when it is not installed.
 * Asks each judge once per process; synchronous, so that a test file can decide at its top what to skip.
 */
function judgeVersion(name: JudgeName): string | undefined {
  if (!knownVersions.has(name)) knownVersions.set(name, askVersion(name));
  return knownVersions.get(name);
}

/**
 * The sentence for vitest's `skip` when a judge is missing, undefined when all are there:
 * `const reason = skipReason(['qpdf'])`, then in the test `skip(reason !== undefined, reason)`.
 */
export function skipReason(judges: readonly JudgeName[]): string | undefined {
  const missing = judges.filter((name) => judgeVersion(name) === undefined);
  if (missing.length === 0) return undefined;
  const sentence = missing.map(missingSentence).join('; ');
  // In CI a missing judge is a failure; only the folder beside the project may be absent there.
  const mayBeAbsent = missing.every((name) => name === 'OOXML schemas');
  if (process.env['STELLWERK_REQUIRE_JUDGES'] === '1' && !mayBeAbsent) throw new Error(sentence);
  return sentence;
}

function missingSentence(name: JudgeName): string {
  if (name === 'OOXML schemas') return 'the OOXML schemas are not beside the project (folder ../shared)';
  return `${name} is not installed (run .ci/install-judges)`;
}

function askVersion(name: JudgeName): string | undefined {
  if (name === 'OOXML schemas') return docxValidatorScript() === undefined ? undefined : 'transitional';
  if (name === 'veraPDF') {
    const installation = verapdfInstallation();
    return installation !== undefined && firstLineOf('java', ['-version']) !== undefined
      ? installation.version
      : undefined;
  }
  if (name === 'pyHanko') return pyhankoInstallation()?.version;
  // Debian's package serves Debian's Python only, whatever stands first in the path.
  if (name === 'LibreOffice UNO')
    return firstLineOf('/usr/bin/python3', ['-c', 'import uno']) === undefined ? undefined : '1';
  const [command, argument] = versionCommands[name];
  const line = firstLineOf(command, [argument]);
  return line === undefined ? undefined : (/\d[\w.+-]*/.exec(line)?.[0] ?? line);
}

/** Some programs write their version to standard error (pdfinfo, java), some with a warning before it (chromium). */
function firstLineOf(command: string, args: readonly string[]): string | undefined {
  const answer = spawnSync(command, [...args], { env: toolEnvironment, encoding: 'utf8', timeout: 300_000 });
  if (answer.error !== undefined || answer.status !== 0) return undefined;
  const lines = `${answer.stdout}\n${answer.stderr}`.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '') ?? '';
}
