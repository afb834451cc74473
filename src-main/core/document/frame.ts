/** What every document of the office shares: letterhead, title line, footer, style. */
import type { Publicity } from '../../contract/basics.ts';
import type { OfficeProfile } from '../../contract/office-profile.ts';
import type { StatementRecord } from '../../contract/statement-record.ts';
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
export function correctionSuffix({ edition }: Pick<StatementRecord, 'edition'>, { labels }: OfficeProfile): string {
  return edition === 1 ? '' : ` – ${labels.correction.replace('{n}', String(edition - 1))}`;
}

export function titleBlock(text: string, publicity: Publicity, profile: OfficeProfile): PrintBlock {
  const isPublic = publicity === 'public';
  return {
    kind: 'title',
    text,
    aside: isPublic ? profile.labels.public : profile.labels.nonPublic,
    asideMarked: !isPublic,
  };
}

type Frame = Pick<PrintDocument, 'style' | 'layout' | 'coatOfArms' | 'footer'>;

/** "S0386/22 · Seite 1 von 2"; a non-public paper says so on every page. */
export function documentFrame(record: StatementRecord, profile: OfficeProfile, remarks: readonly string[] = []): Frame {
  const { labels } = profile;
  return pageFrame(profile, [
    record.reference ?? labels.draft,
    ...(record.publicity === 'non-public' ? [labels.nonPublic] : []),
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
