/** Letters around a paper: drafted from what is known, shown as they will print, written as PDF and DOCX. What goes out is kept. */
import { Documents, documents } from '../../contract/document/delivery.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import {
  LETTER_FORM,
  type LetterContent,
  type LetterDraft,
  type LetterRecipientChoice,
  type LetterRequest,
  type WrittenLetter,
} from '../../contract/letter/shapes.ts';
import type { DocumentFormat } from '../../contract/document/format.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { readKept } from '../../contract/shared/read-kept.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { letterFileNames, letterWords } from '../../contract/letter/texts-de.ts';
import { storedFile } from '../attachment/stored-file.ts';
import { assertNever } from '../../base/assert-never.ts';
import { requirePrintable } from '../print/printable.ts';
import { DOCX_TYPE, PDF_TYPE } from '../print/statement-files.ts';
import { letterDocument } from '../print/letter.ts';
import { previewDocument } from '../print/preview-document.ts';
import { currentOffice } from '../office/office-service.ts';
import { findPaper } from '../paper/find-paper.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import type { Paper } from '../paper/paper.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { WrittenLetterEntry } from '../ports/distribution-ports.ts';
import { storeLetter } from './store-letter.ts';
import type { FileContent, Ports, ReadStores, UnprintableCharacter } from '../ports/ports.ts';
import { loadStatement } from '../statement/statement-draft.ts';
import {
  choiceOfName,
  chosenRecipient,
  defaultRecipient,
  readDirectory,
  recipientSuggestions,
  withoutMayor,
  type Directory,
} from './choose-recipient.ts';
import { cleanLetter, openInLetter } from './letter-content.ts';
import { paperMatter, statementMatter, type LetterMatter } from './letter-matter.ts';
import { newLetter } from './new-letter.ts';

export interface LetterFiles {
  readonly ref: string;
  readonly content: LetterContent;
  readonly formats: readonly DocumentFormat[];
}

export interface LetterService {
  draft(request: LetterRequest): Promise<LetterDraft>;
  /** Somebody of the directory by name, else lines separated by semicolons. */
  recipientByName(text: string): Promise<LetterRecipientChoice>;
  preview(content: LetterContent): Promise<{ handle: string; unprintable: UnprintableCharacter[]; open: string[] }>;
  /** Refuses with `publicity-unknown`. Kept with the paper unless the person cancels; the PDF is always among what is kept. */
  deliver(request: LetterFiles): Promise<Documents>;
  written(ref: string): Promise<WrittenLetter[]>;
  contentOf(letterId: string): Promise<LetterContent>;
  /** Files of a letter that was kept, byte for byte; PDF first. */
  deliverWritten(letterId: string): Promise<Documents>;
}

/** A statement with what it answers; a motion or inquiry with the one statement that answers it, if there is just one. */
export async function matterOf(stores: ReadStores, paper: Paper, directory: Directory): Promise<LetterMatter> {
  const statement = await statementFor(stores, paper);
  const matter = statement ? statementMatter(await loadStatement(stores, statement)) : paperMatter(paper);
  return withoutMayor(matter, directory);
}

async function statementFor(
  stores: Pick<ReadStores, 'papers' | 'statements'>,
  paper: Paper,
): Promise<Paper | undefined> {
  if (paper.paperType === 'statement') return paper;
  const [id, ...more] = await stores.statements.answeredBy(paper.id);
  return id === undefined || more.length > 0 ? undefined : stores.papers.get(id);
}

/** A letter names its paper and the statement on it. Refuses with `publicity-unknown`. */
export async function requireDecidedMatter(
  stores: Pick<ReadStores, 'papers' | 'statements'>,
  paper: Paper,
): Promise<void> {
  requireDecided(paper);
  const statement = await statementFor(stores, paper);
  if (statement) requireDecided(statement);
}

/** A name and the house it belongs to. */
const RECIPIENT_LINES = 2;

interface ProducedFile extends FileContent {
  readonly format: DocumentFormat;
}
interface ProducedLetter {
  readonly paperId: string;
  readonly content: LetterContent;
  /** PDF first. */
  readonly files: readonly ProducedFile[];
}

export function letterService(ports: Ports): LetterService {
  const { database, clock } = ports;
  const profileOf = async (stores: Pick<ReadStores, 'office'>): Promise<OfficeProfile> =>
    (await currentOffice(stores.office, ports.dataFolder)).profile;
  const profile = (): Promise<OfficeProfile> => database.read(profileOf);

  const draft: LetterService['draft'] = (request) =>
    database.read(async (stores) => {
      const office = await profileOf(stores);
      const paper = await findPaper(stores.papers, request.ref, office.numberPatterns);
      const directory = await readDirectory(stores);
      const matter = await matterOf(stores, paper, directory);
      const date = request.date ?? clock.today();
      const { kind } = request;
      const { recipient, name, isComplete } = request.recipient
        ? await chosenRecipient(stores, directory, request.recipient, matter, date, kind === 'internal')
        : await defaultRecipient(stores, directory, kind, matter, date);
      const content = newLetter(
        {
          kind,
          matter,
          recipient,
          recipientName: name,
          date,
          deadline: request.deadline ?? null,
          newDeadline: request.newDeadline ?? null,
        },
        office,
      );
      const lacksPlace = recipient.lines.length > 0 && !isComplete && kind !== 'internal';
      return {
        reference: paper.reference,
        paperId: paper.id,
        paperType: paper.paperType,
        content,
        suggestions: recipientSuggestions(directory, matter, date, kind === 'internal'),
        open: [...openInLetter(content), ...(lacksPlace ? [letterWords.missingAddress] : [])],
      };
    });

  const produce = async ({ ref, content, formats }: LetterFiles): Promise<ProducedLetter> => {
    // A letter with something else than a date in its date's place goes out neither with it nor without.
    if (content.unreadDate) throw new Refusal('date-invalid', { value: content.unreadDate });
    const { office, paper } = await database.read(async (stores) => {
      const found = await profileOf(stores);
      const named = await findPaper(stores.papers, ref, found.numberPatterns);
      await requireDecidedMatter(stores, named);
      return { office: found, paper: named };
    });
    // What the letter says of itself is a decision as well.
    requireDecided({ ...paper, publicity: content.publicity });
    const clean = cleanLetter(content);
    const document = letterDocument(clean, office);
    requirePrintable(ports.characters, document);
    const stem = [
      referenceFileName(paper.reference ?? `${office.labels.draft}-${paper.id.slice(0, 8)}`),
      letterFileNames[content.kind],
    ].join('-');
    const files = await Promise.all(
      [...new Set<DocumentFormat>(['pdf', ...formats])].map(async (format): Promise<ProducedFile> => {
        const fileName = `${stem}.${format}`;
        switch (format) {
          case 'docx':
            return { format, fileName, mimeType: DOCX_TYPE, bytes: await ports.docx.write(document, null) };
          case 'pdf':
            return {
              format,
              fileName,
              mimeType: PDF_TYPE,
              bytes: await ports.pdf.write(document, Promise.resolve([])),
            };
          default:
            return assertNever(format);
        }
      }),
    );
    return { paperId: paper.id, content: clean, files };
  };

  /** The same letter given out twice is one letter. */
  const keep = ({ paperId, content, files }: ProducedLetter): Promise<void> =>
    database.write(async (stores) => {
      const [last] = await stores.letters.written(paperId);
      const kept = new Set(last?.files.map(({ sha512 }) => sha512));
      if (files.every(({ bytes }) => kept.has(ports.sha512(bytes)))) return;
      const kinds = files.map(({ format: kind, fileName, bytes }) => ({ kind, fileName, bytes }));
      await storeLetter(stores, ports, { paperId, content, run: null, files: kinds });
    });

  const load = async (stores: ReadStores, letterId: string): Promise<WrittenLetterEntry> => {
    const found = await stores.letters.get(letterId);
    if (!found) throw new Refusal('not-found', { reference: letterId });
    return found;
  };
  const contentIn = (entry: WrittenLetterEntry): LetterContent =>
    readKept(LETTER_FORM, entry.content, keptThings.letter);
  const filesOf = (letterId: string): Promise<FileContent[]> =>
    database.read(async (stores) => {
      const { files } = await load(stores, letterId);
      return Promise.all(
        files.map(({ kind, fileName, sha512 }) =>
          storedFile(stores, { fileName, sha512, mimeType: kind === 'pdf' ? PDF_TYPE : DOCX_TYPE }),
        ),
      );
    });

  return {
    draft,
    recipientByName: (text) => database.read(async (stores) => choiceOfName(await readDirectory(stores), text)),
    preview: async (content) => {
      const clean = cleanLetter(content);
      const shown = await previewDocument(ports, letterDocument(clean, await profile()));
      return { ...shown, open: openInLetter(clean) };
    },
    deliver: async (request) => {
      const produced = await produce(request);
      const wanted = produced.files.filter(({ format }) => request.formats.includes(format));
      return new Documents(wanted, async (delivery) => {
        if (delivery.kind !== 'cancelled') await keep(produced);
        return delivery;
      });
    },
    written: (ref) =>
      database.read(async (stores) => {
        const paper = await findPaper(stores.papers, ref, (await profileOf(stores)).numberPatterns);
        return (await stores.letters.written(paper.id)).map((entry) => {
          const { kind, recipient, subject } = contentIn(entry);
          return {
            id: entry.id,
            kind,
            recipient: recipient.lines.slice(0, RECIPIENT_LINES).join(', '),
            subject,
            at: entry.at,
            actor: entry.actor,
            formats: entry.files.map((file) => file.kind),
          };
        });
      }),
    contentOf: (letterId) => database.read(async (stores) => contentIn(await load(stores, letterId))),
    deliverWritten: async (letterId) => documents(await filesOf(letterId)),
  };
}
