/** The protocol of a release as a page: what was checked, what was found, what was accepted and why. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { ReleaseProtocol } from '../../contract/release/shapes.ts';
import { findingSentence, protocolTexts, ruleName, severityName } from '../../contract/release/texts-de.ts';
import { logEndLine } from '../../contract/backup/texts-de.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { officeDay } from '../../base/german-time.ts';
import { letterheadBlock, pageFrame, textWidthMm } from './frame.ts';
import type { PrintBlock, PrintDocument } from './model.ts';

const SIZE_PT = 9.5;

const heading = (text: string): PrintBlock => ({ kind: 'heading', level: 2, content: [{ kind: 'text', text }] });
const paragraph = (text: string): PrintBlock => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });

export function releaseProtocolDocument(protocol: ReleaseProtocol, profile: OfficeProfile): PrintDocument {
  const width = textWidthMm(profile);
  const found = (rule: string): number => protocol.findings.filter((finding) => finding.rule === rule).length;
  const day = officeDay(protocol.at);
  const title = `${protocolTexts.title} ${protocol.reference}`;
  return {
    ...pageFrame(profile, [protocol.reference, protocolTexts.title]),
    properties: { title, author: profile.bodyName, subject: protocol.name, date: day, language: 'de-DE' },
    blocks: [
      letterheadBlock(profile.bodyName, profile),
      { kind: 'title', text: title, aside: formatGermanDate(day), asideMarked: false },
      paragraph(protocol.name),
      paragraph(protocolTexts.released(formatGermanDate(day), protocol.actor, protocol.revision)),
      heading(protocolTexts.checked),
      {
        kind: 'register',
        columnsMm: [width - 40, 40],
        header: [protocolTexts.rule, protocolTexts.result],
        rows: protocol.rules.map((rule) => [
          ruleName(rule, protocol.ruleNames),
          found(rule) === 0 ? protocolTexts.nothing : protocolTexts.count(found(rule)),
        ]),
        rowHeightMm: null,
        sizePt: SIZE_PT,
      },
      heading(protocolTexts.findings),
      ...(protocol.findings.length === 0
        ? [paragraph(protocolTexts.noFindings)]
        : [
            {
              kind: 'register' as const,
              columnsMm: [30, width - 95, 65],
              header: [protocolTexts.severity, protocolTexts.finding, protocolTexts.accepted],
              rows: protocol.findings.map((finding) => [
                severityName(finding.severity),
                findingSentence(finding),
                finding.accepted ?? '–',
              ]),
              rowHeightMm: null,
              sizePt: SIZE_PT,
            },
          ]),
      ...(protocol.logEnd === null ? [] : [paragraph(`${logEndLine(protocol.logEnd)}.`)]),
      paragraph(protocolTexts.limits),
    ],
  };
}
