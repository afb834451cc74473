/** Cuts a statement given as text into the parts of the form sheet. Labels come from the office profile; no line is dropped. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { FIELDS, type StatementField } from '../../record/statement-fields.ts';
import { labelOf } from '../print/field-labels.ts';
import { builtInProfile } from '../office/office-service.ts';
import { consultationHeader } from './consultation-rows.ts';
import { saidBy } from './publicity-words.ts';

export interface Sections {
  /** Lines before the title: the name of the body. */
  readonly before: readonly string[];
  /** Text after the title on its line ("öffentlich"), null when there is no title line. */
  readonly titleRest: string | null;
  /** Lines that stand under the label of a field, by its key; a label that is missing has none. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** The row that names the paper was found. */
  readonly hasIdentity: boolean;
  /** Cells of that row that no label stands above. */
  readonly more: readonly string[];
  /** Labels that no field of ours has, with what stands under them: "Ansprechpartner: Frau Muster". */
  readonly unclaimed: readonly string[];
  /** Lines of the head that became fields or labels, as they stand there, without the rows of the distribution. */
  readonly headLines: readonly string[];
  /** Rows under Verteiler | Tag as cells; null when the table is missing. */
  readonly rows: readonly (readonly string[])[] | null;
  /** The table has a column that says of each row whether it is public. */
  readonly rowsHavePublicity: boolean;
  /** Lines after the recognised head. */
  readonly following: readonly string[];
  /** The first of them. */
  readonly bodyFrom: number;
}

const cellsOf = (line: string): string[] =>
  line
    .split(/\t+|\s{3,}/)
    .map((cell) => cell.trim())
    .filter(Boolean);

type LabelName = 'distribution' | 'day';

const plainLabel = (text: string): string => text.replace(/:$/, '').trim().toLowerCase();

/** Does the line hold exactly these labels? The office's own words count, and the usual ones, for papers from elsewhere. */
function labelMatcher(profile: OfficeProfile): (line: string | undefined, ...names: readonly LabelName[]) => boolean {
  const usual = builtInProfile().labels;
  return (line, ...names) => {
    const found = cellsOf(line ?? '').map(plainLabel);
    return (
      found.length === names.length &&
      names.every((name, index) =>
        [profile.labels[name], usual[name]].some((label) => label.toLowerCase() === found[index]),
      )
    );
  };
}

const LISTED: readonly StatementField[] = FIELDS;

/** Fields of the head by what prints above them: the office's own words first, then the usual ones. */
function fieldsByLabel(profile: OfficeProfile): ReadonlyMap<string, StatementField> {
  const found = new Map<string, StatementField>();
  for (const words of [profile, builtInProfile()]) {
    for (const field of LISTED.filter(({ row }) => row !== undefined)) {
      const label = plainLabel(labelOf(field, words) ?? '');
      if (label !== '' && !found.has(label)) found.set(label, field);
    }
  }
  return found;
}

/** A row of labels: the field under each, null for a label that is none of ours. */
type LabelRow = readonly { readonly label: string; readonly field: StatementField | null }[];

function titleRestOf(line: string, titleOf: (line: string) => string | undefined): string {
  return line
    .trim()
    .slice(titleOf(line)?.length ?? 0)
    .trim();
}

export function cutSections(source: readonly string[], profile: OfficeProfile): Sections {
  const lines = source.map((line) => line.trimEnd());
  const isLabel = labelMatcher(profile);
  const titles = [profile.labels.statementTitle, builtInProfile().labels.statementTitle].map((text) =>
    text.toLowerCase(),
  );
  const titleOf = (line: string): string | undefined =>
    titles.find((title) => line.trim().toLowerCase().startsWith(title));
  const titleAt = lines.findIndex((line) => titleOf(line) !== undefined);
  const byLabel = fieldsByLabel(profile);
  const valuesOf = (line: string): string[] => line.split(/\t|\s{3,}/).map((cell) => cell.trim());
  /** Each label is a field of ours, or at least half of them, with as many values below as there are labels. */
  const labelRow = (index: number): LabelRow | null => {
    const row = cellsOf(lines[index] ?? '').map((label) => ({ label, field: byLabel.get(plainLabel(label)) ?? null }));
    const known = row.filter(({ field }) => field !== null).length;
    if (known === 0 || known * 2 < row.length) return null;
    if (known === row.length) return row;
    let below = index + 1;
    while (below < lines.length && lines[below]?.trim() === '') below += 1;
    return valuesOf(lines[below] ?? '').length === row.length ? row : null;
  };
  const namesThePaper = (row: LabelRow | null): boolean =>
    row?.some(({ field }) => field?.key === 'reference') ?? false;
  const identityAt = lines.findIndex((_, index) => namesThePaper(labelRow(index)));
  if (titleAt === -1 && identityAt === -1) {
    return {
      before: [],
      titleRest: null,
      fields: new Map(),
      hasIdentity: false,
      more: [],
      unclaimed: [],
      headLines: [],
      rows: null,
      rowsHavePublicity: false,
      following: lines,
      bodyFrom: 0,
    };
  }

  let at = titleAt === -1 ? identityAt : titleAt;
  const before = lines
    .slice(0, at)
    .map((line) => line.trim())
    .filter(Boolean);
  let titleRest = titleAt === -1 ? null : titleRestOf(lines[titleAt] ?? '', titleOf);
  if (titleAt !== -1) at += 1;

  const skipEmpty = (): void => {
    while (at < lines.length && lines[at]?.trim() === '') at += 1;
  };
  // What stands at the right of the title comes on a line of its own out of some programs.
  if (titleRest === '') {
    skipEmpty();
    if (saidBy(lines[at] ?? '', profile) !== null) titleRest = lines[at++]?.trim() ?? '';
  }
  const headerOf = (line: string | undefined) => consultationHeader(cellsOf(line ?? ''), profile);
  const isRowsLabel = (line: string | undefined): boolean =>
    isLabel(line, 'distribution') || /^Beratungsfolge:?$/iu.test(line?.trim() ?? '') || headerOf(line) !== null;
  const isHeadLabel = (index: number): boolean => isRowsLabel(lines[index]) || labelRow(index) !== null;

  const fields = new Map<string, readonly string[]>();
  const more: string[] = [];
  const unclaimed: string[] = [];
  let rows: string[][] | null = null;
  let rowsHavePublicity = false;
  const headFrom = at;
  const inRows = new Set<number>();
  /** Lines under a label up to the next label; an empty line ends them too, once something was read. */
  const valueLines = (): string[] => {
    const values: string[] = [];
    while (at < lines.length && !isHeadLabel(at)) {
      const line = lines[at]?.trim() ?? '';
      if (line === '' && values.length > 0) break;
      if (line !== '') values.push(line.replace(/\t+/g, ' '));
      at += 1;
    }
    return values;
  };
  const readRow = (row: LabelRow): void => {
    at += 1;
    const [only] = row;
    if (row.length === 1 && only?.field) {
      fields.set(only.field.key, valueLines());
      return;
    }
    skipEmpty();
    // Labels right under labels: nothing was filled in.
    const cells = isHeadLabel(at) ? [] : valuesOf(lines[at++] ?? '');
    for (const [index, { label, field }] of row.entries()) {
      const value = cells[index] ?? '';
      if (field) fields.set(field.key, value === '' ? [] : [value]);
      else if (value !== '') unclaimed.push(`${label.replace(/:$/, '')}: ${value}`);
    }
    more.push(...cells.slice(row.length).filter(Boolean));
  };
  const isNew = (row: LabelRow): boolean => row.every(({ field }) => field === null || !fields.has(field.key));

  for (;;) {
    skipEmpty();
    const line = lines[at];
    const row = labelRow(at);
    if (rows === null && isRowsLabel(line)) {
      rows = [];
      rowsHavePublicity = headerOf(line)?.hasPublicity ?? false;
      at += 1;
      while (at < lines.length && lines[at]?.trim() !== '') {
        const cells = cellsOf(lines[at] ?? '');
        rows.push(cells);
        // A line with nothing but a word is no body with a day: it may speak of the paper.
        if (cells.length > 1) inRows.add(at);
        at += 1;
      }
    } else if (row !== null && isNew(row)) readRow(row);
    else break;
  }
  const following = lines.slice(at);
  return {
    before,
    titleRest,
    fields,
    hasIdentity: fields.has('reference'),
    more,
    unclaimed,
    headLines: lines.slice(headFrom, at).filter((line, index) => line !== '' && !inRows.has(headFrom + index)),
    rows,
    rowsHavePublicity,
    following,
    bodyFrom: at,
  };
}
