/** The error report: what a helper needs to find a fault, as plain text a person can read before passing it on. */
import type { About } from '../contract/shell/procedures.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import type { FileContent } from '../core/ports/ports.ts';

export const REPORTED_ERRORS = 50;

export function errorReport(
  about: Pick<About, 'version' | 'components' | 'system'>,
  entries: readonly string[],
  at: string,
): FileContent {
  const { report } = shellTexts;
  const lines = [
    report.title,
    '',
    report.note,
    '',
    `${report.createdAt}: ${at}`,
    `Stellwerk: ${about.version}`,
    ...about.components.map(({ name, version }) => `${name}: ${version}`),
    `${report.system}: ${about.system}`,
    '',
    report.entries(entries.length),
    ...entries.flatMap((entry) => ['', entry]),
  ];
  return {
    fileName: `Stellwerk-Fehlerbericht-${at.slice(0, 10)}.txt`,
    mimeType: 'text/plain; charset=utf-8',
    isPrivate: true,
    // Read in Windows, so with its line ends.
    bytes: new TextEncoder().encode(`${lines.join('\n').replaceAll('\n', '\r\n')}\r\n`),
  };
}
