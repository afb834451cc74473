/** Why XML is not read. */
export type XmlReason =
  /** Brings a document type: entities could mean one thing here and another elsewhere. */
  | 'doctype'
  /** Not well-formed. */
  | 'broken'
  /** Its bytes are not of the encoding it must have. */
  | 'encoding'
  /** Nests deeper than anything that people write. */
  | 'depth'
  /** Larger than the caller takes. */
  | 'large';

export class XmlProblem extends Error {
  readonly reason: XmlReason;

  constructor(reason: XmlReason, options?: { cause?: unknown }) {
    super(`XML: ${reason}`, options);
    this.name = 'XmlProblem';
    this.reason = reason;
  }
}
