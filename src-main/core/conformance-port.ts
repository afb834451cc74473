/** What a produced PDF says about itself, looked up in the file; the judges of PDF/A and PDF/UA are other programs. */
export interface PdfFinding {
  readonly check:
    | 'header'
    | 'claims'
    | 'title'
    | 'language'
    | 'tagged'
    | 'structure'
    | 'fonts'
    | 'tab-order'
    | 'attachments'
    | 'alternative-texts';
  readonly ok: boolean;
  /** Plain facts, numbers and names: `Table 3, TR 12`. */
  readonly detail: string;
}

export interface PdfExaminer {
  /** Every check once, in the order above. Refuses with `document-damaged`. */
  examine(pdf: Uint8Array): Promise<readonly PdfFinding[]>;
}
