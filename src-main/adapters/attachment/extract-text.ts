/** Text of one file, whatever it is. Runs in the worker thread. */
import { AttachmentRefusal, type AttachmentReason, type ExtractedText, LARGEST_TEXT } from './attachment-text.ts';
import { docxText } from './docx-text.ts';
import { odtText } from './odt-text.ts';
import { pdfText } from './pdf-text.ts';
import { plainText } from './plain-text.ts';
import { sniffMimeType } from './sniff-mime-type.ts';
import { cutText, tidyText } from './tidy-text.ts';

/** Four bytes a sign at most, and as much again for what tidying removes. */
const LARGEST_PLAIN_BYTES = LARGEST_TEXT * 8;

interface Reading {
  readonly text: string;
  readonly complete: boolean;
}

/** Undefined for kinds whose text is not read. */
async function read(fileName: string, bytes: Uint8Array, isLate: () => boolean): Promise<Reading | undefined> {
  switch (sniffMimeType(bytes, fileName)) {
    case 'application/pdf':
      return pdfText(bytes, isLate);
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return { text: docxText(bytes), complete: true };
    case 'application/vnd.oasis.opendocument.text':
      return { text: odtText(bytes), complete: true };
    case 'text/plain':
    case 'text/csv':
    case 'text/markdown':
      return {
        text: plainText(bytes.subarray(0, LARGEST_PLAIN_BYTES)),
        complete: bytes.length <= LARGEST_PLAIN_BYTES,
      };
    default:
      return undefined;
  }
}

/** A call stack that is full proves no damage. Libraries wrap what their own code threw. */
function reasonOf(error: unknown): AttachmentReason {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof RangeError) return 'depth';
  return error instanceof AttachmentRefusal ? error.reason : 'damaged';
}

/** Throws nothing for any bytes, short of what ends the thread. `isLate`: whether a long text should come to its end. */
export async function extractText(
  fileName: string,
  bytes: Uint8Array,
  isLate: () => boolean = () => false,
): Promise<ExtractedText> {
  try {
    const reading = await read(fileName, bytes, isLate);
    if (!reading) return { status: 'none', text: '', reason: 'kind' };
    const { text, cut } = cutText(tidyText(reading.text));
    if (text === '') return { status: 'none', text, reason: reading.complete ? 'no-text' : 'cut' };
    return { status: 'text', text, reason: cut || !reading.complete ? 'cut' : null };
  } catch (error) {
    return { status: 'refused', text: '', reason: reasonOf(error) };
  }
}
