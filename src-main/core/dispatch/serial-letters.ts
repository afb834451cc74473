/**
 * One letter to many (Serienbrief). Each is written, stored and promised by itself: a run that was stopped or killed goes on with the same
 * id and leaves out whoever has their letter.
 */
import type { Call } from '../../contract/shared/served.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import { LETTER_RUN_FORM, type LetterRun, type SerialLettersInput } from '../../contract/letter/serial-letters.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { LetterContent } from '../../contract/letter/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { copyTexts } from '../../contract/distribution/texts-de.ts';
import { sentenceFor } from '../../contract/shared/errors-de.ts';
import { letterFileNames, letterWords } from '../../contract/letter/texts-de.ts';
import { storedFile } from '../attachment/stored-file.ts';
import { distinctFileNames } from '../distribution/copy-file-name.ts';
import { directoryOn } from '../distribution/directory-on.ts';
import { findRecipients, recipientKey, type Found } from '../distribution/resolve-recipients.ts';
import { letterDocument } from '../print/letter.ts';
import { storeLetter } from '../letter/store-letter.ts';
import { requirePrintable } from '../print/printable.ts';
import { PDF_TYPE } from '../print/statement-files.ts';
import { cleanLetter, openInLetter } from '../letter/letter-content.ts';
import type { LetterMatter } from '../letter/letter-matter.ts';
import { matterOf, requireDecidedMatter } from '../letter/letter-service.ts';
import { readDirectory } from '../letter/choose-recipient.ts';
import { newLetter } from '../letter/new-letter.ts';
import { currentOffice } from '../office/office-service.ts';
import type { LetterRunEntry } from '../ports/distribution-ports.ts';
import { findPaper } from '../paper/find-paper.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import type { Paper } from '../paper/paper.ts';
import type { FileContent, Ports, ReadStores } from '../ports/ports.ts';
import { readKept } from '../../contract/shared/read-kept.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';

export interface LetterProgress {
  readonly done: number;
  readonly total: number;
  readonly recipient: string;
  /** Sentence of the refusal, null when there is a letter. */
  readonly problem: string | null;
  readonly wasThere: boolean;
}

export interface SerialLetterService {
  run(input: SerialLettersInput, call?: Call): AsyncGenerator<LetterProgress, void>;
  /** Goes on with a run as it was asked for. Refuses with `not-found`. */
  goOn(input: { readonly ref: string; readonly runId: string }, call?: Call): AsyncGenerator<LetterProgress, void>;
  /** Of a paper, newest first. */
  runs(ref: string): Promise<LetterRun[]>;
  deliver(input: { readonly ref: string; readonly runId: string }): Promise<Documents>;
}

interface Prepared {
  readonly paper: Paper;
  readonly paperId: string;
  readonly profile: OfficeProfile;
  readonly matter: LetterMatter;
  readonly date: IsoDate;
  readonly letters: readonly { readonly key: string; readonly found: Found; readonly fileName: string }[];
  readonly there: ReadonlySet<string>;
}
interface Made {
  readonly content: LetterContent;
  readonly bytes: Uint8Array;
}

export function serialLetterService(ports: Ports): SerialLetterService {
  const { database, clock } = ports;

  const prepareIn = async (stores: ReadStores, input: SerialLettersInput): Promise<Prepared> => {
    const { profile } = await currentOffice(stores.office, ports.dataFolder);
    const paper = await findPaper(stores.papers, input.ref, profile.numberPatterns);
    const date = input.date ?? clock.today();
    const directory = await directoryOn(stores, date);
    const matter = await matterOf(stores, paper, await readDirectory(stores));
    const originators = matter.answered.flatMap((answered) => answered.originators);
    const found = input.recipients.flatMap((recipient) => findRecipients(recipient, directory, date, originators));
    const byKey = new Map(found.map((each) => [recipientKey(each.recipient), each]));
    const stem = referenceFileName(paper.reference ?? `${profile.labels.draft}-${paper.id.slice(0, 8)}`);
    const names = distinctFileNames(
      [...byKey.values()].map(({ recipient }) => `${stem}-${letterFileNames[input.kind]}-${recipient.name}`),
      '.pdf',
    );
    const written = await stores.letters.ofRun(input.runId);
    return {
      paper,
      paperId: paper.id,
      profile,
      matter,
      date,
      letters: [...byKey].map(([key, each], index) => ({ key, found: each, fileName: names[index] ?? '' })),
      there: new Set(written.flatMap(({ recipientKey: key }) => key ?? [])),
    };
  };

  /** Kept before the first letter, so that it can go on when nobody remembers what was asked for. */
  const begin = (input: SerialLettersInput, paperId: string): Promise<void> =>
    database.write(async (stores) => {
      if (await stores.letters.run(input.runId)) return;
      await stores.letters.addRun({ id: input.runId, paperId, input: JSON.stringify(input) });
      await stores.log.append({
        action: 'letter-run-begun',
        entity: 'letter-run',
        entityId: input.runId,
        revision: null,
      });
    });
  const paperIdOf = async (stores: ReadStores, ref: string): Promise<string> => {
    const { profile } = await currentOffice(stores.office, ports.dataFolder);
    return (await findPaper(stores.papers, ref, profile.numberPatterns)).id;
  };
  const askedIn = (run: LetterRunEntry): SerialLettersInput =>
    readKept(LETTER_RUN_FORM, run.input, keptThings.letterRun);

  /** Refuses what would go out with a hole in it. */
  const make = async (
    input: SerialLettersInput,
    { matter, profile, date }: Prepared,
    { letter, recipient, hasAddress }: Found,
  ): Promise<Made> => {
    const content = cleanLetter(
      newLetter(
        {
          kind: input.kind,
          matter,
          recipient: letter,
          recipientName: recipient.name,
          date,
          deadline: input.deadline ?? null,
          newDeadline: input.newDeadline ?? null,
        },
        profile,
      ),
    );
    const missing = [
      ...openInLetter(content),
      ...(hasAddress || input.kind === 'internal' ? [] : [letterWords.missingAddress]),
    ];
    if (missing.length > 0)
      throw new Refusal('input-invalid', { problem: copyTexts.missingPlaceholders(missing.join(', ')) });
    const document = letterDocument(content, profile);
    requirePrintable(ports.characters, document);
    return { content, bytes: await ports.pdf.write(document, Promise.resolve([])) };
  };

  /** One letter, one transaction. False when another start of the run was quicker. */
  const keep = (
    input: SerialLettersInput,
    paperId: string,
    { key, fileName }: Prepared['letters'][number],
    { content, bytes }: Made,
  ): Promise<boolean> =>
    database.write(async (stores) => {
      const written = await stores.letters.find(input.runId, key);
      if (written) return false;
      await storeLetter(stores, ports, {
        paperId,
        content,
        run: { id: input.runId, recipientKey: key },
        files: [{ kind: 'pdf', fileName, bytes }],
      });
      return true;
    });

  const filesOf = ({ ref, runId }: { readonly ref: string; readonly runId: string }): Promise<FileContent[]> =>
    database.read(async (stores) => {
      const { profile } = await currentOffice(stores.office, ports.dataFolder);
      const paper = await findPaper(stores.papers, ref, profile.numberPatterns);
      const contents: FileContent[] = [];
      for (const { paperId, files: kept } of await stores.letters.ofRun(runId)) {
        const file = kept.find(({ kind }) => kind === 'pdf');
        if (paperId !== paper.id || !file) continue;
        contents.push(await storedFile(stores, { ...file, mimeType: PDF_TYPE }));
      }
      if (contents.length === 0) throw new Refusal('not-found', { reference: runId });
      return contents;
    });

  async function* run(input: SerialLettersInput, { signal }: Call): AsyncGenerator<LetterProgress, void> {
    const prepared = await database.read((stores) => prepareIn(stores, input));
    const { letters, there, paperId } = prepared;
    await database.read((stores) => requireDecidedMatter(stores, prepared.paper));
    if (letters.length === 0) throw new Refusal('nothing-to-send', { reference: input.ref });
    await begin(input, paperId);
    const next = (at: number): Promise<Made> | null => {
      const letter = letters[at];
      if (!letter || there.has(letter.key)) return null;
      const made = make(input, prepared, letter.found);
      // Awaited in its turn; until then a refusal must not count as unhandled.
      made.catch(() => undefined);
      return made;
    };
    let coming = next(0);
    for (const [index, letter] of letters.entries()) {
      if (signal?.aborted) return;
      const made = coming;
      // The typesetter lays out the next letter while the database flushes this one.
      coming = next(index + 1);
      let problem: string | null = null;
      let isNew = false;
      try {
        isNew = made !== null && (await keep(input, paperId, letter, await made));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problem = sentenceFor(error.code, error.details);
      }
      yield {
        done: index + 1,
        total: letters.length,
        recipient: letter.found.recipient.name,
        problem,
        wasThere: problem === null && !isNew,
      };
    }
  }

  return {
    run: (input, call = {}) => run(input, call),
    async *goOn({ ref, runId }, call = {}) {
      const asked = await database.read(async (stores) => {
        const found = await stores.letters.run(runId);
        if (found?.paperId !== (await paperIdOf(stores, ref))) throw new Refusal('not-found', { reference: runId });
        return askedIn(found);
      });
      yield* run(asked, call);
    },
    runs: (ref) =>
      database.read(async (stores) => {
        const runs: LetterRun[] = [];
        for (const entry of await stores.letters.runs(await paperIdOf(stores, ref))) {
          const asked = askedIn(entry);
          const { letters, there } = await prepareIn(stores, asked);
          const missing = letters.filter(({ key }) => !there.has(key)).length;
          runs.push({
            runId: entry.id,
            kind: asked.kind,
            at: entry.at,
            written: there.size,
            total: there.size + missing,
          });
        }
        return runs;
      }),
    deliver: async (input) => documents(await filesOf(input)),
  };
}
