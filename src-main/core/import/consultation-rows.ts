/** Rows of the order of consultations as they are printed: body, day and, where the paper says so, role and publicity of each. Pure. */
import type { DraftPublicity } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { DraftConsultation } from '../../contract/statement/shapes.ts';
import type { ImportNote } from '../../contract/import/shapes.ts';
import { parseGermanDate, type IsoDate } from '../../base/german-date.ts';
import { builtInProfile } from '../office/office-service.ts';
import { compact, saidBy, type Said } from './publicity-words.ts';

const BODY =
  /(?:ausschu(?:ss|ß)(?:es)?|rat(?:es)?|versammlung|vertretung|beirat|kommission|bürgermeister(?:in)?|fraktion|vorstand|kreistag|senat|magistrat|präsidium|stadtverordnete\p{L}*)(?=$|[^\p{L}])/iu;
const DAY = /\d{1,2}\.\s?(?:\d{1,2}\.?|\p{L}{3,9}\.?)\s?\d{2,4}/u;
const START =
  /^(?:(?:vorgesehene |geplante )?beratungsfolge|sitzungsfolge|verteiler|gremi(?:um|en)|beratungsgremi(?:um|en))(?=$|[\s:])/iu;

/** A label or the heads of a table: what follows are its rows. */
export const isConsultationStart = (line: string): boolean => START.test(line.trim()) && line.trim().length <= 200;

/** A body beside its day or other cells. */
export function isConsultationLine(line: string): boolean {
  const parts = line.split(/\t+|\s{3,}|\s\|\s|[,;]\s+/u).map((part) => part.trim());
  return parts.length > 1 && parts.some((part) => BODY.test(part)) && (DAY.test(line) || line.includes('\t'));
}

const compacted = (...words: readonly string[]): readonly string[] => words.map(compact);
const USUAL = builtInProfile().labels;
const BODY_COLUMNS = compacted(USUAL.distribution, 'Beratungsfolge', 'Gremium', 'Ausschuss');
const OTHER_COLUMNS = compacted(
  ...[USUAL.day, 'Datum', 'Termin', 'Sitzungstermin', 'Sitzungstag', 'Rolle', 'Zuständigkeit', 'Beratung', 'TOP'],
);
const PUBLICITY_COLUMNS = compacted(
  ...[
    'Ö/N',
    'Ö/NÖ',
    'N/Ö',
    'öffentlich/nichtöffentlich',
    'Öffentlichkeit',
    'Öffentlichkeitsstatus',
    'Sitzungsart',
    'Status',
  ],
);

/** Do these cells head the table? Whether each row says whether it is public is told by a column for it. */
export function consultationHeader(
  cells: readonly string[],
  { labels }: Pick<OfficeProfile, 'labels'>,
): { readonly hasPublicity: boolean } | null {
  const body = [...BODY_COLUMNS, compact(labels.distribution)];
  const other = [...OTHER_COLUMNS, compact(labels.day)];
  const [first = '', ...rest] = cells.map((cell) => compact(cell));
  if (!body.includes(first) || rest.length === 0) return null;
  if (!rest.every((cell) => other.includes(cell) || PUBLICITY_COLUMNS.includes(cell))) return null;
  return { hasPublicity: rest.some((cell) => PUBLICITY_COLUMNS.includes(cell)) };
}

/** Roles as offices print them; import never infers one. */
const ROLES = [
  'Beschlussfassung',
  'Kenntnisnahme',
  'Beratung',
  'Vorberatung',
  'Stellungnahme',
  'Anhörung',
  'Entscheidung',
  'Empfehlung',
  'Genehmigung OB',
  'Vorbehaltsbeschluss',
];

interface ReadRow {
  readonly organization: string;
  readonly date: string | null;
  readonly role: string | null;
  readonly said: Said;
  readonly isClear: boolean;
}

/** "12.11.2026 N", "Hauptausschuss (nichtöffentlich)", "N 7.1": the mark beside other words of its cell, which stay. */
function saidBeside(cell: string, profile: OfficeProfile): Said {
  const agenda = /^(Ö|N|NÖ)\s?\d+(?:\.\d+)*$/u.exec(cell)?.[1];
  const marked = /^(.+?)\s*(?:\(([^()]+)\)|\s[–—-]\s([^–—]+)|\s(N|NÖ|Ö))$/u.exec(cell);
  const mark = agenda ?? marked?.[2] ?? marked?.[3] ?? marked?.[4];
  return mark === undefined ? null : saidBy(mark, profile, true);
}

const withoutMark = (cell: string): string => cell.replace(/\s*\(?(?:N|NÖ|Ö)\)?$/u, '').trim();

function readRow(cells: readonly string[], profile: OfficeProfile, today: IsoDate): ReadRow {
  const [only = ''] = cells;
  const inline =
    cells.length === 1 ? /^(.+?)\s+(\d{1,2}\.\s?(?:\d{1,2}\.?|\p{L}{3,9}\.?)\s?\d{2,4})$/u.exec(only) : null;
  const listed = cells.length === 1 && !inline && isConsultationLine(only) ? only.split(/[,;]\s+/u) : cells;
  const parts = inline ? [inline[1] ?? '', inline[2] ?? ''] : listed.map((part) => part.trim());
  const day = parts.findIndex((part) => parseGermanDate(withoutMark(part), today) !== undefined);
  const rest: string[] = [];
  const said = new Set<Said>();
  let role: string | null = null;
  for (const [index, part] of parts.entries()) {
    const alone = parts.length > 1 ? saidBy(part, profile, true) : null;
    said.add(alone ?? saidBeside(part, profile));
    if (index === day || alone !== null) continue;
    if (parts.length > 2 && role === null && ROLES.includes(part)) role = part;
    else rest.push(part);
  }
  said.delete(null);
  const [one = null] = said;
  const joined = rest.join(listed === cells ? ' ' : ', ');
  return {
    organization: joined,
    date: day === -1 ? null : (parseGermanDate(withoutMark(parts[day] ?? ''), today) ?? null),
    role,
    said: said.size > 1 ? 'unclear' : one,
    isClear: day !== -1 || rest.length <= 1,
  };
}

export interface RowsContext {
  readonly profile: OfficeProfile;
  readonly newId: () => string;
  readonly notes: ImportNote[];
  readonly today: IsoDate;
}

/** A row that says nothing is as its paper, unless the table has a place for it: then nobody knows. */
export function readRows(
  rows: readonly (readonly string[])[],
  paper: DraftPublicity,
  hasPublicity: boolean,
  { profile, newId, notes, today }: RowsContext,
): DraftConsultation[] {
  const read = rows.map((cells) => readRow(cells, profile, today));
  const isMarked = hasPublicity || read.some(({ said }) => said !== null);
  return read.map(({ organization, date, role, said, isClear }, index) => {
    const text = (rows[index] ?? []).join(' ');
    if (!isClear) notes.push({ code: 'row-unclear', text });
    const isKnown = said === 'public' || said === 'non-public';
    if (isMarked && !isKnown) notes.push({ code: 'row-publicity-unclear', text });
    const publicity = isKnown ? said : isMarked ? 'unknown' : paper;
    return { id: newId(), organization, date, role, publicity };
  });
}
