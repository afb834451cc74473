/** The dispatch list (Versandnachweis) of a paper: what went to whom, when, how and with which digest. Pure. */
import type { PlannedCopy } from '../../contract/distribution/shapes.ts';
import type { DispatchProof } from '../../contract/dispatch/shapes.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { formatGermanTime } from '../../base/german-time.ts';
import {
  channelNames,
  copyKindNames,
  copyTexts,
  dispatchListTexts as words,
} from '../../contract/distribution/texts-de.ts';
import { correctionSuffix, documentFrame, letterheadBlock, textWidthMm, titleBlock } from './frame.ts';
import { logEndLine } from '../../contract/backup/texts-de.ts';
import type { LogEnd } from '../ports/ports.ts';
import type { PrintBlock, PrintDocument } from './model.ts';
import { nameOf } from '../../base/name-of.ts';

const TIME_MM = 22;
const COPY_MM = 26;
const CHANNEL_MM = 26;
const FILE_MM = 56;
const SIZE_PT = 8;

/** In groups, so that a digest breaks into lines and can be compared by eye. */
const grouped = (digest: string): string => (digest.match(/.{1,16}/g) ?? []).join(' ');

export interface DispatchListInput {
  readonly record: StatementRecord;
  readonly profile: OfficeProfile;
  readonly issuedOn: IsoDate;
  readonly today: IsoDate;
  readonly proofs: readonly DispatchProof[];
  readonly open: readonly PlannedCopy[];
  readonly logEnd: LogEnd | null;
  /** Sentence about a clock that cannot be right. */
  readonly clockProblem: string | null;
}

function openBlocks(open: readonly PlannedCopy[]): PrintBlock[] {
  if (open.length === 0) return [];
  return [
    { kind: 'heading', level: 2, content: [{ kind: 'text', text: words.open }] },
    {
      kind: 'bullets',
      items: open.map(({ recipient, copyKind, copies }) => [
        {
          kind: 'paragraph',
          content: [
            { kind: 'text', text: `${copyTexts.pieces(copies)}${recipient.name} (${copyKindNames[copyKind]})` },
          ],
        },
      ]),
    },
  ];
}

export function dispatchList(input: DispatchListInput): PrintDocument {
  const { record, profile, issuedOn, today, proofs, open, logEnd, clockProblem } = input;
  const width = textWidthMm(profile);
  const title = copyTexts.dispatchList + correctionSuffix(record, profile);
  const text = (line: string): PrintBlock => ({ kind: 'paragraph', content: [{ kind: 'text', text: line }] });
  return {
    ...documentFrame(record, profile),
    properties: {
      title: [title, record.reference ?? profile.labels.draft, '–', record.name].join(' '),
      author: record.bodyName,
      subject: record.name,
      date: today,
      language: 'de-DE',
    },
    blocks: [
      letterheadBlock(record.bodyName, profile),
      titleBlock(title, record.publicity, profile),
      text(`${record.reference ?? profile.labels.draft} – ${record.name}`),
      text(words.issued(correctionSuffix(record, profile), formatGermanDate(issuedOn))),
      ...(proofs.length === 0
        ? [text(words.noEntries)]
        : [
            {
              kind: 'register' as const,
              columnsMm: [TIME_MM, width - TIME_MM - COPY_MM - CHANNEL_MM - FILE_MM, COPY_MM, CHANNEL_MM, FILE_MM],
              header: [words.when, words.recipient, words.copy, words.channel, words.file],
              rows: proofs.map((proof) => [
                formatGermanTime(proof.at),
                proof.recipient.name,
                nameOf(copyKindNames, proof.copyKind),
                [nameOf(channelNames, proof.channel), proof.detail, words.actor(proof.actor)]
                  .filter(Boolean)
                  .join(', '),
                `${proof.fileName} ${grouped(proof.sha512)}`,
              ]),
              rowHeightMm: null,
              sizePt: SIZE_PT,
            },
          ]),
      ...openBlocks(open),
      text(`${logEndLine(logEnd)}.`),
      ...(clockProblem === null ? [] : [text(clockProblem)]),
    ],
  };
}
