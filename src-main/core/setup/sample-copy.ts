/** The sample of a copy beside the settings. No real paper, no real recipients. */
import type { CopyKind } from '../../contract/distribution/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { PrintDocument } from '../print/model.ts';
import { printedSample } from '../settings/printed-sample.ts';
import { copyDocument, type CopyOf } from '../distribution/copy-document.ts';

const RECIPIENTS: Readonly<Record<CopyKind, string>> = {
  original: 'Stadtrat',
  copy: 'Fraktion Beispiel',
  draft: 'Fachbereich Beispiel',
  'follow-up': 'Fachbereich Beispiel',
};

export function sampleCopy(kind: Exclude<CopyKind, 'original'>, profile: OfficeProfile): PrintDocument {
  const copy = (copyKind: CopyKind): CopyOf => ({
    copyKind,
    copies: 1,
    followUp: copyKind === 'follow-up' ? '2026-05-04' : null,
    recipient: { kind: 'external', name: RECIPIENTS[copyKind], lines: [], email: '' },
  });
  return copyDocument(printedSample(profile), profile, copy(kind), [copy('original'), copy('copy'), copy('draft')]);
}
