/** The distribution list (Verteilerliste) of one paper: who is to get it when, to tick off and sign. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { formatGermanDate, weekdayName } from '../../base/german-date.ts';
import { correctionSuffix, documentFrame, letterheadBlock, textWidthMm, titleBlock } from './frame.ts';
import type { PrintDocument } from './model.ts';

const DATE_MM = 21;
const WEEKDAY_MM = 22;
const ROLE_MM = 27;
const DONE_MM = 15;
const SIGNATURE_MM = 30;
const TYPE_SIZE_PT = 9.5;

export function distributionList(record: StatementRecord, profile: OfficeProfile): PrintDocument {
  const { labels } = profile;
  const width = textWidthMm(profile);
  const title = labels.distributionTitle + correctionSuffix(record, profile);
  return {
    ...documentFrame(record, profile),
    properties: {
      title: [title, record.reference ?? labels.draft, '–', record.name].join(' '),
      author: record.bodyName,
      subject: record.name,
      date: record.date ?? '2000-01-01',
      language: 'de-DE',
    },
    blocks: [
      letterheadBlock(record.bodyName, profile),
      titleBlock(title, record.publicity, profile),
      {
        kind: 'grid',
        columnsMm: [width / 3, width / 3, width / 3],
        rows: [
          {
            kind: 'labels',
            cells: [labels.leadUnit, labels.reference, labels.date].map((text) => ({ text, span: 1 })),
          },
          {
            kind: 'values',
            cells: [
              record.leadUnit,
              record.reference ?? labels.draft,
              record.date === null ? '' : formatGermanDate(record.date),
            ].map((text) => ({ text, span: 1 })),
          },
          { kind: 'labels', cells: [{ text: labels.name, span: 3 }] },
          { kind: 'values', cells: [{ text: record.name, span: 3 }] },
        ],
      },
      {
        kind: 'register',
        columnsMm: [
          width - DATE_MM - WEEKDAY_MM - ROLE_MM - DONE_MM - SIGNATURE_MM,
          DATE_MM,
          WEEKDAY_MM,
          ROLE_MM,
          DONE_MM,
          SIGNATURE_MM,
        ],
        header: [
          labels.distributionBody,
          labels.day,
          labels.distributionWeekday,
          labels.distributionRole,
          labels.distributionDone,
          labels.distributionSignature,
        ],
        rows: record.consultations.map((row) => [
          row.organization,
          row.date === null ? '' : formatGermanDate(row.date),
          row.date === null ? '' : weekdayName(row.date),
          row.role ?? '',
          '☐',
          '',
        ]),
        rowHeightMm: 9,
        sizePt: TYPE_SIZE_PT,
      },
    ],
  };
}
