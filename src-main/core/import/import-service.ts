/** Import: a statement from text, or the record out of our own files. Identical things stay unchanged, different ones are never overwritten. */
import { decidePublicity } from '../../contract/statement/decide-publicity.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { newerRefusal } from '../../contract/shared/read-kept.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { readForm } from '../../record/kept-form.ts';
import { STATEMENT_FORM, type StatementRecord } from '../../record/statement-record.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import type { ImportNote, ImportResult, ReadText } from '../../contract/import/shapes.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { takeNumber } from '../number/give-number.ts';
import { currentOffice } from '../office/office-service.ts';
import { parseReference } from '../paper/paper-reference.ts';
import type { FileReading, Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import { plainEmphasis } from '../../base/emphasis.ts';
import type { StoppableFile } from '../../contract/document/delivery.ts';
import { requireGoingOn } from '../reading/stoppable-file.ts';
import { writeStatement } from '../statement/save-statement.ts';
import { cleanContent } from '../statement/statement-content.ts';
import { draftOf, loadStatement } from '../statement/statement-draft.ts';
import { fromRecord, printedSheet, sameSheet, type NamedAttachment } from '../statement/statement-record.ts';
import { schemaProblem } from '../../contract/shared/schema-problem-de.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { normaliseRichText } from '../../record/rich-text/normalise-rich-text.ts';
import { isFinished } from './is-finished.ts';
import { importedText, plainParts } from './body-text.ts';
import { noteParts } from './document-notes.ts';
import { readingNotes, sourceOf, statementSource } from './reading-source.ts';
import { recogniseStatement, type Recognition } from './recognise-statement.ts';
import { bodyParts } from './source-lines.ts';
import { importUnits } from '../../contract/import/texts-de.ts';
import { problems } from '../../contract/shared/problems-de.ts';

export interface ImportService {
  importFile(file: StoppableFile): Promise<ImportResult>;
  /** The words of a file with their form, and what to look at; stores nothing. */
  readText(file: StoppableFile): Promise<ReadText>;
}

/** Refuses with `record-incomplete`, `kept-newer`. */
function parseRecord(json: string, fileName: string): StatementRecord {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new Refusal('record-incomplete', { file: fileName, problem: problems.noJson }, { cause });
  }
  const reading = readForm(STATEMENT_FORM, value);
  if (reading.kind === 'read') return reading.value;
  if (reading.kind === 'newer') throw newerRefusal(keptThings.record(fileName), reading.places);
  const problem = schemaProblem(reading.error, reading.value, 'Datensatz');
  throw new Refusal('record-incomplete', { file: fileName, problem });
}

function fromRecordJson(json: string, fileName: string, profile: OfficeProfile, newId: () => string): Recognition {
  const record = parseRecord(json, fileName);
  const parsed = record.reference === null ? undefined : parseReference(record.reference, profile.numberPatterns);
  return {
    reference: record.reference,
    originalReference: record.reference !== null && !parsed ? record.reference : null,
    content: fromRecord(record, newId),
    edition: record.edition,
    attachments: record.attachments,
    notes: [],
  };
}

/** Two thousand pages; a paper of more is no paper, and would hold hundreds of megabytes of memory. */
const MOST_LINES = 100_000;
const MOST_CHARACTERS = 5_000_000;
/** Each becomes a piece of text with a mark of its own; a register of a whole year names some thousand. */
const MOST_REFERENCES = 30_000;
/** Whatever an office writes its numbers like, number and year are set apart in each. */
const REFERENCE_LIKE = /\d[/-]\d/g;

/** Counted before anything is recognised: what is made of the text lives in the process that answers the window. */
function tooMuch(lines: readonly string[]): { readonly found: string; readonly limit: string } | null {
  const shown = (count: number): string => count.toLocaleString('de-DE');
  const beyond = (count: number, most: number, unit: string) => ({
    found: `${shown(count)} ${unit}`,
    limit: shown(most),
  });
  if (lines.length > MOST_LINES) return beyond(lines.length, MOST_LINES, importUnits.lines);
  const characters = lines.reduce((sum, { length }) => sum + length, 0);
  if (characters > MOST_CHARACTERS) return beyond(characters, MOST_CHARACTERS, importUnits.characters);
  const references = lines.reduce((sum, line) => sum + (line.match(REFERENCE_LIKE)?.length ?? 0), 0);
  return references > MOST_REFERENCES ? beyond(references, MOST_REFERENCES, importUnits.references) : null;
}

/** A file that holds neither record nor a recognised statement needs at least words, and not more than a paper has. */
function requireWords(reading: FileReading, fileName: string): void {
  if (reading.kind === 'record') return;
  const source = sourceOf(reading);
  const hasNotes = reading.kind === 'document' && reading.document.notes.length > 0;
  if (!hasNotes && source.lines.every((line) => line.trim() === ''))
    throw new Refusal('file-empty', { file: fileName });
  const beyond = tooMuch(source.lines);
  if (beyond) throw new Refusal('text-too-long', { file: fileName, ...beyond });
}

/** What a person has decided since, the file cannot contradict: it says nothing about it. */
const asDecided = (imported: StatementContent, stored: StatementContent): StatementContent =>
  imported.publicity === 'unknown' ? { ...imported, ...decidePublicity(imported, stored.publicity) } : imported;

/** What was given out for editing comes back as proposals; read as a paper it would become a second one. */
async function requireNoCopy(stores: ReadStores, fileName: string, id: string | undefined): Promise<void> {
  const given = id === undefined ? undefined : await stores.papers.get(id);
  if (!given) return;
  const reference = given.reference ?? (given.name || given.id);
  throw new Refusal('copy-returned', { file: fileName, reference });
}

export function importService(ports: Ports): ImportService {
  const { database, newId, clock } = ports;
  /** A record names its attachments; their files come later. */
  const nameAttachments = async (
    stores: WriteStores,
    paperId: string,
    named: readonly NamedAttachment[],
  ): Promise<void> => {
    for (const [position, { name, publicity }] of named.entries()) {
      await stores.attachments.put({
        id: newId(),
        paperId,
        position,
        name,
        fileName: '',
        mimeType: 'application/octet-stream',
        size: 0,
        sha512: null,
        publicity,
        removedAt: null,
        text: 'none',
      });
    }
  };
  return {
    readText: async (file) => {
      const reading = await ports.files.read(file);
      requireWords(reading, file.fileName);
      const { profile } = await database.read((stores) => currentOffice(stores.office, ports.dataFolder));
      const { numberPatterns } = profile;
      if (reading.kind === 'record') {
        const record = parseRecord(reading.json, file.fileName);
        const paragraphs = [...record.quotation, plainEmphasis(record.hinge), ...record.replyText].filter(Boolean);
        return { text: normaliseRichText(importedText(plainParts(paragraphs), numberPatterns)), notes: [] };
      }
      const footnotes = reading.kind === 'document' ? reading.document.notes : [];
      const parts = [...bodyParts(sourceOf(reading), 0), ...noteParts(footnotes)];
      return { text: normaliseRichText(importedText(parts, numberPatterns)), notes: readingNotes(reading) };
    },
    importFile: async (file) => {
      const reading = await ports.files.read(file);
      requireWords(reading, file.fileName);
      requireGoingOn(file);
      return database.write(async (stores): Promise<ImportResult> => {
        if (reading.kind === 'document') await requireNoCopy(stores, file.fileName, reading.copyOf?.id);
        const { profile } = await currentOffice(stores.office, ports.dataFolder);
        const recognition: Recognition =
          reading.kind === 'record'
            ? fromRecordJson(reading.json, file.fileName, profile, newId)
            : recogniseStatement(statementSource(reading, clock.today()), profile, newId);
        const content = cleanContent(recognition.content, newId);
        const notes: ImportNote[] = [
          ...(reading.source === 'docx-edited' ? [{ code: 'edited-document' as const, text: '' }] : []),
          ...readingNotes(reading),
          ...recognition.notes,
        ];
        const { reference } = recognition;
        const named = recognition.attachments.map(({ name }) => ({
          name: normaliseLine(name),
          publicity: content.publicity,
        }));
        const name = { source: 'file', externalId: ports.sha256(file.bytes), entity: 'paper' } as const;
        const cameFrom = await stores.externalRefs.find(name);
        const existing = reference === null ? undefined : await stores.papers.findByReference(reference);
        if (existing) {
          const loaded = existing.paperType === 'statement' ? draftOf(await loadStatement(stores, existing)) : null;
          const same =
            loaded &&
            sameSheet(
              printedSheet(
                loaded.reference,
                loaded.content,
                profile,
                await attachmentsOf(stores, existing.id),
                loaded.edition,
              ),
              printedSheet(
                reference,
                // The day of receipt is the answered paper's own.
                { ...asDecided(content, loaded.content), receivedOn: loaded.content.receivedOn },
                profile,
                named,
                recognition.edition,
              ),
            );
          // The very file it came from: what was changed since stays.
          if (!same && cameFrom === existing.id)
            return { id: existing.id, reference, status: 'known', source: reading.source, notes };
          if (!same) throw new Refusal('reference-taken', { reference, id: existing.id });
          return { id: existing.id, reference, status: 'unchanged', source: reading.source, notes };
        }
        const known = cameFrom === undefined ? undefined : await stores.papers.get(cameFrom);
        if (known) return { id: known.id, reference: known.reference, status: 'known', source: reading.source, notes };
        const id = newId();
        const parsed = reference === null ? undefined : parseReference(reference, profile.numberPatterns);
        if (parsed) await takeNumber(stores, parsed, id, profile.numberPatterns, 'elsewhere');
        const hasQuotation = content.quotation.content.length > 0;
        await writeStatement(
          stores,
          {
            id,
            reference,
            originalReference: recognition.originalReference,
            revision: 1,
            content,
            state: isFinished(reading.source, recognition, content) ? 'imported' : 'draft',
            edition: recognition.edition,
            quotationSource: hasQuotation
              ? `${file.fileName} (SHA-256 ${ports.sha256(file.bytes).slice(0, 16)})`
              : null,
            quotationLocked: hasQuotation,
            action: 'statement-imported',
            answeredText: content.quotation,
          },
          { now: clock.now(), newId, patterns: profile.numberPatterns },
        );
        await nameAttachments(stores, id, named);
        await stores.externalRefs.put(name, id);
        return { id, reference, status: 'imported', source: reading.source, notes };
      });
    },
  };
}
