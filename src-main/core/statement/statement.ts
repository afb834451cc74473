/** What a statement has beyond its paper. */
import type { Contact, Signatory } from '../../record/basics.ts';
import type { Further } from '../../record/statement-fields.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import type { StatementState } from '../../contract/statement/shapes.ts';

export interface Statement {
  readonly bodyName: string;
  readonly state: StatementState;
  /** The edition being worked on, from 1. */
  readonly edition: number;
  readonly quotation: RichText;
  readonly quotationSource: string | null;
  readonly quotationLocked: boolean;
  readonly hinge: string;
  readonly reply: RichText;
  readonly signatory: Signatory | null;
  readonly contact: Contact;
  readonly further: Further;
}
