/** Letters around a paper: drafted from what is known, shown as they will print, written as PDF and DOCX. Nothing is stored yet. */
import type { Delivery } from '../../contract/delivery.ts';
import type { LetterContent, LetterDraft, LetterRecipientChoice, LetterRequest } from '../../contract/letter.ts';
import type { DocumentFormat } from '../../contract/procedures.ts';
import type { OfficeProfile } from '../../contract/office-profile.ts';
import { letterFileNames, letterWords } from '../../contract/texts/letter-de.ts';
import { assertNever } from '../assert-never.ts';
import { requirePrintable } from '../document/printable.ts';
import { DOCX_TYPE, PDF_TYPE } from '../document/statement-files.ts';
import { letterDocument } from '../document/letter.ts';
import { previewDocument } from '../document/preview-document.ts';
import { currentOffice } from '../office/office-service.ts';
import { findPaper } from '../paper/find-paper.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import type { Paper } from '../paper/paper.ts';
import type { DeliveryPort, FileContent, Ports, ReadStores, UnprintableCharacter } from '../ports.ts';
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
  files(request: LetterFiles): Promise<readonly FileContent[]>;
  deliver(request: LetterFiles, to?: DeliveryPort): Promise<Delivery>;
}

/** A statement with what it answers; a motion or inquiry with the one statement that answers it, if there is just one. */
export async function matterOf(stores: ReadStores, paper: Paper, directory: Directory): Promise<LetterMatter> {
  const whole = async (): Promise<LetterMatter> => {
    if (paper.paperType === 'statement') return statementMatter(await loadStatement(stores, paper));
    const [id, ...more] = await stores.statements.answeredBy(paper.id);
    const statement = id === undefined || more.length > 0 ? undefined : await stores.papers.get(id);
    return statement ? statementMatter(await loadStatement(stores, statement)) : paperMatter(paper);
  };
  return withoutMayor(await whole(), directory);
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
        ? await chosenRecipient(stores, directory, request.recipient, date, kind === 'internal')
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

  const files: LetterService['files'] = async ({ ref, content, formats }) => {
    const { office, paper } = await database.read(async (stores) => {
      const found = await profileOf(stores);
      return { office: found, paper: await findPaper(stores.papers, ref, found.numberPatterns) };
    });
    const document = letterDocument(cleanLetter(content), office);
    requirePrintable(ports.characters, document);
    const stem = [
      referenceFileName(paper.reference ?? `${office.labels.draft}-${paper.id.slice(0, 8)}`),
      letterFileNames[content.kind],
    ].join('-');
    return Promise.all(
      [...new Set(formats)].map(async (format): Promise<FileContent> => {
        switch (format) {
          case 'docx':
            return { fileName: `${stem}.docx`, mimeType: DOCX_TYPE, bytes: await ports.docx.write(document, null) };
          case 'pdf':
            return {
              fileName: `${stem}.pdf`,
              mimeType: PDF_TYPE,
              bytes: await ports.pdf.write(document, Promise.resolve([])),
            };
          default:
            return assertNever(format);
        }
      }),
    );
  };

  return {
    draft,
    recipientByName: (text) => database.read(async (stores) => choiceOfName(await readDirectory(stores), text)),
    preview: async (content) => {
      const clean = cleanLetter(content);
      const shown = await previewDocument(ports, letterDocument(clean, await profile()));
      return { ...shown, open: openInLetter(clean) };
    },
    files,
    deliver: async (request, to = ports.delivery) => to.deliver(await files(request)),
  };
}
