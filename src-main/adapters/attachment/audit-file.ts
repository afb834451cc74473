/** What one file carries beside its visible pages, whatever it is. Runs in the worker thread. */
import type { AttachmentAudit } from '../../core/reading/attachment-audit.ts';
import { auditOdf } from './audit-odf.ts';
import { auditOoxml } from './audit-ooxml.ts';
import { auditPdf } from './audit-pdf.ts';
import { NOT_READ, NOTHING_FOUND } from './file-audit.ts';
import { sniffMimeType } from './sniff-mime-type.ts';

async function look(fileName: string, bytes: Uint8Array, isLate: () => boolean): Promise<AttachmentAudit> {
  const type = sniffMimeType(bytes, fileName);
  if (type === 'application/pdf') return auditPdf(bytes, isLate);
  if (type.startsWith('application/vnd.openxmlformats-officedocument.')) return auditOoxml(bytes);
  if (type.startsWith('application/vnd.oasis.opendocument.')) return auditOdf(bytes);
  return type.startsWith('text/') ? NOTHING_FOUND : { ...NOTHING_FOUND, examined: 'unknown' };
}

/** Throws nothing for any bytes, short of what ends the thread. */
export async function auditFile(
  fileName: string,
  bytes: Uint8Array,
  isLate: () => boolean = () => false,
): Promise<AttachmentAudit> {
  try {
    return await look(fileName, bytes, isLate);
  } catch {
    return NOT_READ;
  }
}
