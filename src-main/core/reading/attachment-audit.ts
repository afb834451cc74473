/** What an attachment carries beside its visible pages: found by an adapter, judged by the rules. */
export interface AttachmentAudit {
  /** `failed`: not read to its end (damaged, locked, too large, too slow). `unknown`: a kind of file nobody looks into, as pictures. */
  readonly examined: 'whole' | 'failed' | 'unknown';
  readonly trackedChanges: number;
  readonly comments: number;
  /** Beginnings of texts that nobody sees. */
  readonly hiddenTexts: readonly string[];
  /** Names in the file's properties and change marks. */
  readonly userNames: readonly string[];
}
