/** Cuts a statement given as text into the parts of the form sheet. Labels come from the office profile; no line is dropped. */
import type { OfficeProfile } from '../../contract/office-profile.ts';
import { builtInProfile } from '../office/office-service.ts';
import { consultationHeader } from './consultation-rows.ts';
import { saidBy } from './publicity-words.ts';

interface Identity {
  readonly leadUnit: string;
  readonly reference: string;
  readonly date: string;
  /** Cells that no label stands above. */
  readonly more: readonly string[];
}

export interface Sections {
  /** Lines before the title: the name of the body. */
  readonly before: readonly string[];
  /** Text after the title on its line ("öffentlich"), null when there is no title line. */
  readonly titleRest: string | null;
  /** Cells under Stadtamt | Nr. | Datum by label, null when the row is missing. */
  readonly identity: Identity | null;
  readonly answers: readonly string[];
  readonly name: readonly string[];
  /** Rows under Verteiler | Tag as cells; null when the table is missing. */
  readonly rows: readonly (readonly string[])[] | null;
  /** The table has a column that says of each row whether it is public. */
  readonly rowsHavePublicity: boolean;
  /** Lines after the recognised head, as `paragraphs` hold them. */
  readonly following: readonly string[];
  /** Everything after the head, in paragraphs. */
  readonly paragraphs: readonly string[];
}

const cellsOf = (line: string): string[] =>
  line
    .split(/\t+|\s{3,}/)
    .map((cell) => cell.trim())
    .filter(Boolean);

type LabelName = 'leadUnit' | 'reference' | 'date' | 'answers' | 'name' | 'distribution' | 'day';

/** Does the line hold exactly these labels? The office's own words count, and the usual ones, for papers from elsewhere. */
function labelMatcher(profile: OfficeProfile): (line: string | undefined, ...names: readonly LabelName[]) => boolean {
  const usual = builtInProfile().labels;
  return (line, ...names) => {
    const found = cellsOf(line ?? '').map((cell) => cell.replace(/:$/, '').toLowerCase());
    return (
      found.length === names.length &&
      names.every((name, index) =>
        [profile.labels[name], usual[name]].some((label) => label.toLowerCase() === found[index]),
      )
    );
  };
}

/** Paragraphs are separated by empty lines; lines inside a paragraph stay lines. */
export function paragraphsOf(lines: readonly string[]): string[] {
  return lines
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

function titleRestOf(line: string, titleOf: (line: string) => string | undefined): string {
  return line
    .trim()
    .slice(titleOf(line)?.length ?? 0)
    .trim();
}

export function cutSections(text: string, profile: OfficeProfile): Sections {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const isLabel = labelMatcher(profile);
  const titles = [profile.labels.statementTitle, builtInProfile().labels.statementTitle].map((text) =>
    text.toLowerCase(),
  );
  const titleOf = (line: string): string | undefined =>
    titles.find((title) => line.trim().toLowerCase().startsWith(title));
  const titleAt = lines.findIndex((line) => titleOf(line) !== undefined);
  const identityAt = lines.findIndex((line) => isLabel(line, 'leadUnit', 'reference', 'date'));
  if (titleAt === -1 && identityAt === -1) {
    return {
      before: [],
      titleRest: null,
      identity: null,
      answers: [],
      name: [],
      rows: null,
      rowsHavePublicity: false,
      following: lines,
      paragraphs: paragraphsOf(lines),
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
  const isHeadLabel = (line: string | undefined): boolean =>
    isLabel(line, 'answers') || isLabel(line, 'name') || isRowsLabel(line);

  let identity: Sections['identity'] = null;
  let answers: string[] = [];
  let name: string[] = [];
  let rows: string[][] | null = null;
  let rowsHavePublicity = false;
  /** Lines under a label up to the next label; an empty line ends them too, once something was read. */
  const valueLines = (): string[] => {
    const values: string[] = [];
    at += 1;
    while (at < lines.length && !isHeadLabel(lines[at])) {
      const line = lines[at]?.trim() ?? '';
      if (line === '' && values.length > 0) break;
      if (line !== '') values.push(line.replace(/\t+/g, ' '));
      at += 1;
    }
    return values;
  };

  for (;;) {
    skipEmpty();
    const line = lines[at];
    if (identity === null && isLabel(line, 'leadUnit', 'reference', 'date')) {
      at += 1;
      skipEmpty();
      const cells = (lines[at] ?? '').split(/\t|\s{3,}/).map((cell) => cell.trim());
      identity = {
        leadUnit: cells[0] ?? '',
        reference: cells[1] ?? '',
        date: cells[2] ?? '',
        more: cells.slice(3).filter(Boolean),
      };
      at += 1;
    } else if (answers.length === 0 && isLabel(line, 'answers')) answers = valueLines();
    else if (name.length === 0 && isLabel(line, 'name')) name = valueLines();
    else if (rows === null && isRowsLabel(line)) {
      rows = [];
      rowsHavePublicity = headerOf(line)?.hasPublicity ?? false;
      at += 1;
      while (at < lines.length && lines[at]?.trim() !== '') {
        rows.push(cellsOf(lines[at] ?? ''));
        at += 1;
      }
    } else break;
  }
  const following = lines.slice(at);
  const paragraphs = paragraphsOf(following);
  return { before, titleRest, identity, answers, name, rows, rowsHavePublicity, following, paragraphs };
}
