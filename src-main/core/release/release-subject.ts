/** What the rules of the release check look at: everything gathered beforehand, so that a rule only computes. */
import type { EmptyHeading } from '../../contract/point/answered-passages.ts';
import type { Position } from '../../contract/point/shapes.ts';
import type { DraftPublicity } from '../../record/basics.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import type { UnprintableCharacter } from '../ports/ports.ts';
import type { ClockFault } from '../clock/clock-fault.ts';
import type { AttachmentAudit } from '../reading/attachment-audit.ts';

export interface CheckedAttachment {
  readonly id: string;
  readonly name: string;
  readonly publicity: DraftPublicity;
  readonly hasFile: boolean;
  readonly fileName: string;
  /** Told by its content. */
  readonly mimeType: string;
  /** What lies hidden in the file; null where nobody has looked. */
  readonly audit: AttachmentAudit | null;
}

/** A point that was taken over, of a paper the statement answers. */
export interface CheckedPoint {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Number or name of its paper. */
  readonly paper: string;
  readonly isOpen: boolean;
  readonly isStale: boolean;
  /** Of a demand. */
  readonly position: Position | null;
  readonly sameAs: string | null;
}

export interface ReleaseSubject {
  readonly reference: string | null;
  readonly content: StatementContent;
  readonly attachments: readonly CheckedAttachment[];
  /** Headings over others are none. */
  readonly points: readonly CheckedPoint[];
  /** Headings of points in the reply with nothing below them. */
  readonly emptyHeadings: readonly EmptyHeading[];
  readonly profile: OfficeProfile;
  readonly unprintable: readonly UnprintableCharacter[];
  /** Numbers of papers in the text that the register does not know, as they are written. */
  readonly unknownReferences: readonly string[];
  /** Words of the office's own texts that no dictionary knows; null: the dictionary could not be read. */
  readonly misspelled: ReadonlySet<string> | null;
  /** Public holidays in the years of the consultations. */
  readonly holidays: ReadonlyMap<IsoDate, string>;
  /** Names of everybody the office knows, as they are shown. */
  readonly personNames: readonly string[];
  readonly today: IsoDate;
  /** Why the clock of this computer cannot be right. */
  readonly clockFault: ClockFault | null;
}
