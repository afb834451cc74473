/**
 * What the log keeps of an error: class, code and stack. Messages are left out because they may quote what a person typed, and of every
 * path only the part inside the program stays, because the rest may be named after a person.
 */

/** The innermost package, else the innermost folder of the program: what stands before may be named after a person. */
const INSIDE = [/^.*\/(?=node_modules\/)/, /^.*\/(?=(?:dist|src-main)\/)/];
const PLACE = /^(.*?)(:\d+(?::\d+)?)?$/;
const SAFE_NAME = /[^\w.$<> [\]#*/-]/g;

/** "C:\Users\erika\…\dist\chunks\a.mjs:1:2" → "dist/chunks/a.mjs:1:2"; outside the program only the file's name stays. */
export function placeInProgram(place: string): string {
  if (/^(node:|native$|<anonymous>$)/.test(place)) return place;
  const [, path = '', position = ''] = PLACE.exec(place.replaceAll('\\', '/')) ?? [];
  const absolute = `/${path}`;
  const prefix = INSIDE.find((pattern) => pattern.test(absolute));
  return `${prefix ? absolute.replace(prefix, '') : (path.split('/').at(-1) ?? '')}${position}`;
}

/** One line of a stack, or null for lines that are none (they belong to the message). */
export function safeFrame(line: string): string | null {
  const frame = /^\s+at (?:(.*) \((.*)\)|(.*))$/.exec(line);
  if (!frame) return null;
  const [, name, place, bare] = frame;
  if (place === undefined) return `    at ${placeInProgram((bare ?? '').replace(/^async /, ''))}`;
  return `    at ${(name ?? '').replace(SAFE_NAME, '')} (${placeInProgram(place)})`;
}

const CODE = /^[A-Za-z0-9_-]{1,60}$/;
const CLASS = /^\w{1,60}$/;
const MOST_CAUSES = 4;

function headOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const name = error.constructor.name;
  const code = 'code' in error ? String(error.code) : '';
  return [CLASS.test(name) ? name : 'Error', CODE.test(code) ? code : ''].filter(Boolean).join(' ');
}

function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? '')
    .split('\n')
    .map(safeFrame)
    .filter((line) => line !== null);
}

/** One entry of the log: its head, the frames, and the same of what caused it. Ends in a line break. */
export function errorEntry(error: unknown, at: string, logId: string): string {
  const lines = [`${at} ${logId} ${headOf(error)}`, ...framesOf(error)];
  let cause: unknown = error instanceof Error ? error.cause : undefined;
  for (let depth = 0; cause !== undefined && depth < MOST_CAUSES; depth += 1) {
    lines.push(`  cause: ${headOf(cause)}`, ...framesOf(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return `${lines.join('\n')}\n`;
}

const ENTRY_HEAD = /^\d{4}-\d\d-\d\dT\S+ [0-9a-f]{8} /;

/** The newest entries of a log, oldest first. Whatever stands before the first head is the rest of a cut entry. */
export function lastEntries(log: string, most: number): readonly string[] {
  const entries: string[] = [];
  for (const line of log.split('\n')) {
    if (ENTRY_HEAD.test(line)) entries.push(line);
    else if (entries.length > 0 && line !== '') entries.push(`${entries.pop() ?? ''}\n${line}`);
  }
  return entries.slice(-most);
}
