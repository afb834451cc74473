/** Papers as the stores keep them. */
import type { DraftPublicity, Originator, PaperType } from '../../record/basics.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import type { DraftConsultation } from '../../contract/statement/shapes.ts';

export interface Paper {
  readonly id: string;
  readonly paperType: PaperType;
  /** Class of the number ("S", "DS"); empty for drafts without a number and for references of foreign form. */
  readonly class: string;
  readonly reference: string | null;
  /** The reference as it was written where that differs from the normal form. */
  readonly originalReference: string | null;
  readonly year: number | null;
  readonly name: string;
  readonly date: IsoDate | null;
  /** What was typed where the date belongs and is none. */
  readonly unreadDate?: string | undefined;
  /** Day on which it came in; null or absent where nobody noted it. */
  readonly receivedOn?: IsoDate | null | undefined;
  readonly unreadReceivedOn?: string | undefined;
  readonly publicity: DraftPublicity;
  readonly leadUnit: string;
  readonly originators: readonly Originator[];
  readonly printedOriginators: string;
  readonly consultations: readonly DraftConsultation[];
  /** Text of a motion or inquiry; null for statements, whose texts live in the statement. */
  readonly text: RichText | null;
  readonly revision: number;
  readonly updatedAt: string;
}
