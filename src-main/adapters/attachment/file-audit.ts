/** Gathers what a file carries beside its visible pages, within bounds: a file from a stranger must not fill a page of findings. */
import { shorten } from '../../base/shorten.ts';
import type { AttachmentAudit } from '../../core/reading/attachment-audit.ts';

const MOST_ENTRIES = 20;
const LONGEST_ENTRY = 80;

export const NOTHING_FOUND: AttachmentAudit = {
  examined: 'whole',
  trackedChanges: 0,
  comments: 0,
  hiddenTexts: [],
  userNames: [],
};
export const NOT_READ: AttachmentAudit = { ...NOTHING_FOUND, examined: 'failed' };

const tidy = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();

export class FileAudit {
  examined: AttachmentAudit['examined'] = 'whole';
  trackedChanges = 0;
  comments = 0;
  readonly #hiddenTexts = new Set<string>();
  readonly #userNames = new Set<string>();

  #add(to: Set<string>, text: string): void {
    const entry = shorten(tidy(text), LONGEST_ENTRY);
    if (entry !== '' && to.size < MOST_ENTRIES) to.add(entry);
  }

  addHiddenText(text: string): void {
    this.#add(this.#hiddenTexts, text);
  }

  addUserName(name: string | null | undefined): void {
    this.#add(this.#userNames, name ?? '');
  }

  get result(): AttachmentAudit {
    return {
      examined: this.examined,
      trackedChanges: this.trackedChanges,
      comments: this.comments,
      hiddenTexts: [...this.#hiddenTexts],
      userNames: [...this.#userNames],
    };
  }
}
