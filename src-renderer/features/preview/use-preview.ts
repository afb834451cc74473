/** The layout of the statement that is being written. */
import type { StatementContent } from '../../../src-main/contract/statement.ts';
import { useCore } from '../../data/core.ts';
import { useLaidOut, type PreviewState } from './use-laid-out.ts';

export type { PreviewState };

/** `version` changes when something else than the content changes the print, such as a given number. */
export function usePreview(id: string, content: StatementContent, version: string): PreviewState {
  const { client } = useCore();
  return useLaidOut(content, `${id}\n${version}`, (wanted) => client.statements.preview({ id, content: wanted }));
}
