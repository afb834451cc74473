/** Names of copies' files by the office's pattern, each different from the others. Pure. */
import { copyKindNames } from '../../contract/distribution/texts-de.ts';
import { fileNamePart } from '../../base/file-name.ts';
import type { CopyOf } from './copy-document.ts';

/** A name that is taken gets " 2". Whether letters are large or small makes no difference to Windows. */
export function distinctFileNames(names: readonly string[], ending: string): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean = fileNamePart(name);
    let free = clean;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${clean} ${n}`;
    taken.add(free.toLowerCase());
    return `${free}${ending}`;
  });
}

/** "S0021-26-Abdruck-Stadtrat.pdf" */
export function copyFileNames(stem: string, pattern: string, copies: readonly CopyOf[]): string[] {
  const names = copies.map(({ copyKind, recipient }) => {
    const values: Readonly<Record<string, string>> = {
      reference: stem,
      kind: copyKindNames[copyKind],
      recipient: recipient.name,
    };
    return pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
  });
  return distinctFileNames(names, '.pdf');
}
