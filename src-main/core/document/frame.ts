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

export function titleBlock(text: string, publicity: Publicity, profile: OfficeProfile): PrintBlock {
  const isPublic = publicity === 'public';
  return {
    kind: 'title',
    text,
    aside: isPublic ? profile.labels.public : profile.labels.nonPublic,
    asideMarked: !isPublic,
  };
}

/** "S0386/22 · Seite 1 von 2"; a non-public paper says so on every page. */
export function documentFrame(
  record: StatementRecord,
  profile: OfficeProfile,
): Pick<PrintDocument, 'style' | 'layout' | 'coatOfArms' | 'footer'> {
  const { labels } = profile;
  const footer = [
    record.reference ?? labels.draft,
    ...(record.publicity === 'non-public' ? [labels.nonPublic] : []),
    ...(profile.footerText === '' ? [] : [profile.footerText]),
    labels.page,
  ].join(' · ');
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
