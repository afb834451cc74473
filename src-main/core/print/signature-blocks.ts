/** The end of a form sheet: for whom somebody signs, the picture of the name, the typed name and the function. Pure. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementSheet } from '../statement/statement-record.ts';
import type { PrintBlock, PrintDocument } from './model.ts';

interface SignatureBlocks {
  readonly blocks: readonly PrintBlock[];
  readonly picture: PrintDocument['signaturePicture'];
}

/** What the office keeps of its signatories is found by the name; "gez." stands in place of a handwritten name. `plain` takes marks out. */
export function signatureBlocks(
  record: StatementSheet,
  profile: OfficeProfile,
  isIssue: boolean,
  plain: (text: string) => string,
): SignatureBlocks {
  if (!record.signatory) return { blocks: [], picture: undefined };
  const { prefix, name, role } = record.signatory;
  const known = profile.signatories.find((entry) => entry.name === name);
  const facsimile = isIssue && !prefix?.startsWith('gez') ? (known?.facsimile ?? null) : null;
  const authority: PrintBlock[] = known?.authority
    ? [{ kind: 'paragraph', content: [{ kind: 'text', text: known.authority }], keepWithNext: true }]
    : [];
  const signature: PrintBlock = {
    kind: 'signature',
    name: plain([prefix, name].filter(Boolean).join(' ')),
    role: role && plain(role),
    ...(facsimile && {
      picture: {
        alternativeText: profile.labels.facsimile.replace('{name}', name),
        heightMm: facsimile.heightMm,
      },
    }),
  };
  if (!facsimile) return { blocks: [...authority, signature], picture: undefined };
  const { data, mimeType, widthPx, heightPx } = facsimile;
  return { blocks: [...authority, signature], picture: { data, mimeType, widthPx, heightPx } };
}
