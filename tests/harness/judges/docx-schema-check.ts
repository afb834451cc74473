import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireFiles, runTool, toolFailure } from './run-tool.ts';

export interface DocxSchemaVerdict {
  /** The path as the caller gave it. */
  readonly file: string;
  readonly valid: boolean;
  /** For each part that is not valid a line naming it, followed by xmllint's first complaints. */
  readonly problems: readonly string[];
}

const projectRoot = join(import.meta.dirname, '..', '..', '..');
const once = join(import.meta.dirname, 'docx-schema-once.py');

/** The validator kept beside the project with the schemas it needs; undefined when that folder is missing. */
export function docxValidatorScript(): string | undefined {
  const script = join(projectRoot, '..', 'shared', 'tools', 'docx-validate.py');
  return existsSync(script) ? script : undefined;
}

/**
 * Validates the parts of DOCX files against the ECMA-376 transitional schemas (all but `docProps/core.xml`, for which
 * there is `coreXmlCheck`). Undefined when the schemas are not beside the project. Needs Python and xmllint.
 */
export async function docxSchemaCheck(files: readonly string[]): Promise<readonly DocxSchemaVerdict[] | undefined> {
  const script = docxValidatorScript();
  if (script === undefined) return undefined;
  if (files.length === 0) return [];
  await requireFiles(files);
  const paths = files.map((file) => resolve(file));
  const result = await runTool('python3', [once, script, ...paths], 600_000 + 10_000 * files.length);
  // xmllint says this of a schema, not of a document: then nothing has been judged.
  const noVerdict = /Traceback|failed to compile|Schemas parser error/.test(result.stdout + result.stderr);
  if (noVerdict || result.exitCode > 1) throw toolFailure('The DOCX validator', result);
  const sections = sectionsByFile(result.stdout, paths);
  return files.map((file, index) => verdictOf(file, sections.get(paths[index] ?? '')));
}

/** The script prints `FILE PART valid`, or `FILE PART INVALID` followed by indented complaints. */
function sectionsByFile(output: string, paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  const longestFirst = [...paths].sort((left, right) => right.length - left.length);
  let current: string[] | undefined;
  for (const line of output.split('\n').filter((text) => text.trim() !== '')) {
    const path = longestFirst.find((candidate) => line.startsWith(`${candidate} `));
    if (path === undefined) {
      current?.push(line);
      continue;
    }
    current = sections.get(path) ?? [];
    current.push(line.slice(path.length + 1));
    sections.set(path, current);
  }
  return sections;
}

function verdictOf(file: string, lines: readonly string[] | undefined): DocxSchemaVerdict {
  if (lines === undefined) throw new Error(`The DOCX validator gave no verdict on ${file}`);
  const problems = lines.filter((line) => !/^\S+ valid$/.test(line));
  return { file, valid: problems.length === 0, problems };
}
