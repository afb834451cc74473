/** How finished files reach the person, and how files of the person reach the core. */
import * as z from 'zod';

/** A file that waits for the person: fetched once by its handle from the shell that offered it. */
export const offeredFileSchema = z.object({
  fileName: z.string(),
  mimeType: z.string(),
  size: z.number().int(),
  handle: z.string(),
});

export const deliverySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('saved'),
    paths: z.array(z.string()),
    /** Other files that lay there under these names. */
    replaced: z.array(z.object({ path: z.string(), isSigned: z.boolean() })).optional(),
  }),
  z.object({ kind: z.literal('offered'), files: z.array(offeredFileSchema) }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type Delivery = z.infer<typeof deliverySchema>;

/** A finished file on its way to a person. */
export interface FileContent {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** All data, all settings or a key are in it: written for nobody but its owner. */
  readonly isPrivate?: boolean;
  /** Such as a key: never written over another file without a question. */
  readonly isIrreplaceable?: boolean;
}

/**
 * What a service answers instead of a delivery: the files, and what is to be said once they were handed over. Who saves, offers, prints
 * or mails them is decided where the call is served, not by the service.
 */
export class Documents<Answer = Delivery> {
  readonly files: readonly FileContent[];
  /** Notes what depends on the hand-over, and answers the call; a cancelled one keeps nothing. */
  readonly answer: (delivery: Delivery) => Promise<Answer>;
  /** The folder they belong into, whoever calls; null: where the person wants them. */
  readonly folder: string | null;

  constructor(files: readonly FileContent[], answer: (delivery: Delivery) => Promise<Answer>, folder?: string) {
    this.files = files;
    this.answer = answer;
    this.folder = folder ?? null;
  }
}

/** Files about whose hand-over nothing is noted. */
export const documents = (files: readonly FileContent[]): Documents =>
  new Documents(files, (delivery) => Promise.resolve(delivery));

export interface StrangersFile {
  /** Named in every refusal. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** An AbortSignal, as far as it is used: the core knows no such thing. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(event: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(event: 'abort', listener: () => void): void;
}

/** A file that somebody waits for: reading it can be ended. */
export interface StoppableFile extends StrangersFile {
  readonly signal?: StopSignal;
}

/** A file the window handed over: its handle and the name the person knows. Its service is given the bytes. */
export const handedFileSchema = z.object({ handle: z.string().max(200), fileName: z.string().max(500) });

export const documentKindSchema = z.enum(['form-sheet', 'distribution-list']);
