/** What every document of the office shares: letterhead, title line, footer, style. */
import type { DraftPublicity } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { publicityTexts } from '../../contract/statement/publicity-de.ts';
import type { StatementSheet } from '../statement/statement-record.ts';
import { layoutOf } from './layout.ts';
import type { PrintBlock, PrintDocument } from './model.ts';

const A4_WIDTH_MM = 210;

export function textWidthMm(profile: OfficeProfile): number {
  return A4_WIDTH_MM - profile.style.marginLeftMm - profile.style.marginRightMm;
}

export function letterheadBlock(bodyName: string, profile: OfficeProfile): PrintBlock {
  const arms = profile.coatOfArms;
  return {
    kind: 'letterhead',
    bodyName,
    coatOfArms: arms && { alternativeText: arms.alternativeText, heightMm: arms.heightMm },
  };
}

/** " – 1. Berichtigung" behind the title of a corrected edition, nothing behind the first. */
export function correctionSuffix({ edition }: Pick<StatementSheet, 'edition'>, { labels }: OfficeProfile): string {
  return edition === 1 ? '' : ` – ${labels.correction.replace('{n}', String(edition - 1))}`;
}

/** The office's word for it; before the decision a preview says that there is none. */
export const publicityWord = (publicity: DraftPublicity, { labels }: OfficeProfile): string =>
  ({ public: labels.public, 'non-public': labels.nonPublic, unknown: publicityTexts.undecided })[publicity];

export function titleBlock(text: string, publicity: DraftPublicity, profile: OfficeProfile): PrintBlock {
  return {
    kind: 'title',
    text,
    aside: publicityWord(publicity, profile),
    asideMarked: publicity !== 'public',
  };
}

type Frame = Pick<PrintDocument, 'style' | 'layout' | 'coatOfArms' | 'footer'>;

/** "S0386/22 · Seite 1 von 2"; what is not public says so on every page. */
export function documentFrame(record: StatementSheet, profile: OfficeProfile, remarks: readonly string[] = []): Frame {
  const { labels } = profile;
  return pageFrame(profile, [
    record.reference ?? labels.draft,
    ...(record.publicity === 'public' ? [] : [publicityWord(record.publicity, profile)]),
    ...remarks,
  ]);
}

/** Style, coat of arms and a footer that begins with these words. */
export function pageFrame(profile: OfficeProfile, words: readonly string[]): Frame {
  const footer = [...words, ...(profile.footerText === '' ? [] : [profile.footerText]), profile.labels.page].join(
    ' · ',
  );
  return {
    style: profile.style,
    layout: layoutOf(profile.style),
    coatOfArms: profile.coatOfArms && {
      data: profile.coatOfArms.data,
      mimeType: profile.coatOfArms.mimeType,
      raster: profile.coatOfArms.raster,
    },
    footer,
  };
}
