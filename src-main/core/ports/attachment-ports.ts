/** What the core keeps of attachments. */
import type { DraftPublicity } from '../../record/basics.ts';

export interface AttachmentEntry {
  readonly id: string;
  readonly paperId: string;
  /** Order among the attachments of the paper, from 0. */
  readonly position: number;
  readonly name: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
  /** Null as long as only its name is known. */
  readonly sha512: string | null;
  readonly publicity: DraftPublicity;
  readonly removedAt: string | null;
  readonly text: 'waiting' | 'text' | 'none' | 'refused';
}
export interface ReadText {
  readonly status: 'text' | 'none' | 'refused';
  readonly text: string;
  readonly reason: string | null;
}
export interface AttachmentReader {
  get(id: string): Promise<AttachmentEntry | undefined>;
  /** All of a paper in order, removed ones among them. */
  of(paperId: string): Promise<readonly AttachmentEntry[]>;
  /** Read only by `storedFile`. Refuses with `stored-file-altered` when they are not what the digest says, `stored-file-missing`. */
  bytes(sha512: string, fileName: string): Promise<Uint8Array>;
  /** A file whose words nobody has read yet. */
  nextWithoutText(): Promise<
    { readonly sha512: string; readonly fileName: string; readonly mimeType: string } | undefined
  >;
}
export interface AttachmentWriter extends AttachmentReader {
  put(entry: AttachmentEntry): Promise<void>;
  /** The same bytes are kept once. */
  keepBytes(sha512: string, bytes: Uint8Array): Promise<void>;
  keepText(sha512: string, text: ReadText): Promise<void>;
  /** Forgets attachments that were removed before this instant, and bytes that nothing refers to; answers the papers of the forgotten. */
  forgetRemovedBefore(instant: string): Promise<readonly string[]>;
}
