/** What people call a file: its kind and its size. Pure. */
import type { Attachment } from '../../../src-main/contract/attachment/shapes.ts';
import { attachments as texts } from '../../texts/attachments.ts';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * 1024;

export function kindOf(file: Pick<Attachment, 'mimeType' | 'fileName'>): string {
  const known = Object.entries(texts.kinds).find(([type]) => type === file.mimeType)?.[1];
  return known ?? texts.otherKind((/\.([A-Za-z0-9]{1,5})$/.exec(file.fileName)?.[1] ?? '').toUpperCase());
}

/** "512 KB", "4,2 MB": one decimal from one megabyte on. */
export function sizeOf(bytes: number): string {
  if (bytes < KILOBYTE) return texts.size.bytes(bytes.toLocaleString('de-DE'));
  if (bytes < MEGABYTE) return texts.size.kilobytes(Math.round(bytes / KILOBYTE).toLocaleString('de-DE'));
  return texts.size.megabytes((bytes / MEGABYTE).toLocaleString('de-DE', { maximumFractionDigits: 1 }));
}
