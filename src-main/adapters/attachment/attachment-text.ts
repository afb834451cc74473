/** Text of attachments for the search: what is promised, and the limits for files from strangers. */
export type AttachmentReason =
  /** Only the beginning was read: longer than `LARGEST_TEXT`, or a PDF that took most of the time. None when no text stood there. */
  | 'cut'
  /** None: a kind of file whose text is not read. */
  | 'kind'
  /** None: a readable file without text, such as a scanned PDF. */
  | 'no-text'
  /** Refused: the archive has too many entries or unpacks to too much. */
  | 'archive'
  /** Refused: the XML brings a document type, which no office program writes. */
  | 'doctype'
  /** Refused: a password is needed. */
  | 'encrypted'
  /** Refused: packed in a way that is not known here. */
  | 'method'
  /** Refused: not readable as what it claims to be. */
  | 'damaged'
  /** Refused: nests deeper than can be followed. */
  | 'depth';

export interface ExtractedText {
  readonly status: 'text' | 'none' | 'refused';
  /** NFC, lines parted by "\n", pages by an empty line; empty unless the status is "text". */
  readonly text: string;
  /** Null for a text that is complete. */
  readonly reason: AttachmentReason | null;
}

/** Why a file is refused, on its way up through the readers. */
export class AttachmentRefusal extends Error {
  readonly reason: AttachmentReason;

  constructor(reason: AttachmentReason, options?: { cause?: unknown }) {
    super(reason, options);
    this.name = 'AttachmentRefusal';
    this.reason = reason;
  }
}

/** In UTF-16 units. */
export const LARGEST_TEXT = 2_000_000;
