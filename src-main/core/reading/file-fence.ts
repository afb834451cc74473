/**
 * The one door through which files of strangers are read: behind it stands a process of its own with limits of time and memory. A file
 * that takes too much, or ends that process, is a refusal that names the file; it never ends the program and says nothing about damage.
 */
import type { SettingsFile } from '../../contract/settings/shapes.ts';
import type { CertificateInfo } from '../../contract/signature/shapes.ts';
import type { BackupLook, ContactList, FileReading, ReadText } from '../ports/ports.ts';
import type { ReturnedFile } from '../ports/returned-file.ts';
import type { AttachmentAudit } from './attachment-audit.ts';
import type { ChainPurpose, ChainVerdict, FoundSignatures } from '../ports/signature-ports.ts';
import type { StrangersFile, StopSignal } from '../../contract/document/delivery.ts';

interface PatientlyRead extends StrangersFile {
  /** After this time a long file comes to its end with what was read so far. */
  readonly patienceMs: number;
}
interface StrangersChain {
  readonly fileName: string;
  readonly certificates: readonly Uint8Array[];
  readonly anchors: readonly Uint8Array[];
  readonly at: string;
  readonly purpose: ChainPurpose;
}
/** A database is read where it lies: it may be larger than memory. */
interface StrangersDatabase {
  readonly fileName: string;
  readonly path: string;
}

/** What can be asked about a stranger's file, and what is answered. */
export interface Readings {
  readonly import: { readonly of: StrangersFile; readonly answer: FileReading };
  readonly 'returned-file': { readonly of: StrangersFile; readonly answer: ReturnedFile };
  readonly 'contact-list': { readonly of: StrangersFile; readonly answer: ContactList };
  readonly 'settings-file': { readonly of: StrangersFile; readonly answer: SettingsFile };
  readonly 'attachment-text': { readonly of: PatientlyRead; readonly answer: ReadText };
  readonly 'attachment-audit': { readonly of: PatientlyRead; readonly answer: AttachmentAudit };
  readonly 'pdf-signatures': { readonly of: StrangersFile; readonly answer: FoundSignatures };
  readonly 'docx-signatures': { readonly of: StrangersFile; readonly answer: FoundSignatures };
  /** DER of the certificate in a file. */
  readonly certificate: { readonly of: StrangersFile; readonly answer: Uint8Array };
  readonly 'certificate-info': { readonly of: StrangersFile; readonly answer: CertificateInfo };
  readonly 'certificate-chain': { readonly of: StrangersChain; readonly answer: ChainVerdict };
  readonly 'backup-check': { readonly of: StrangersDatabase; readonly answer: null };
  readonly 'backup-look': { readonly of: StrangersDatabase; readonly answer: BackupLook };
}
export type Reading = keyof Readings;

export interface FileFence {
  /**
   * Refuses as the reader of the file does, and with `reading-too-slow`, `reading-too-large`, `reading-broke-off`; with
   * `reading-stopped` when the signal or closing ended it.
   */
  read<R extends Reading>(reading: R, of: Readings[R]['of'], signal?: StopSignal): Promise<Readings[R]['answer']>;
  close(): Promise<void>;
}
