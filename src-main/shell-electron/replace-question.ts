/** The question to the person before files are replaced. */
import { basename } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import type { ExistingFile } from '../adapters/files/existing-files.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';

const MOST_NAMED = 12;

const CHOICES = ['otherFolder', 'replace', 'cancel'] as const;
type Choice = (typeof CHOICES)[number];

/** Another folder is proposed: nothing is replaced by the Enter key. */
export function replaceQuestion(existing: readonly ExistingFile[]): {
  readonly box: MessageBoxOptions;
  readonly choiceAt: (button: number) => Choice;
} {
  const { replace: t } = shellTexts;
  const shown = existing.slice(0, MOST_NAMED).map(({ path, isSigned }) => t.name(basename(path), isSigned));
  const left = existing.length - shown.length;
  return {
    box: {
      type: 'warning',
      title: t.title,
      message: t.message(existing.length),
      detail: [...shown, ...(left > 0 ? [t.more(left)] : [])].join('\n'),
      buttons: CHOICES.map((choice) => t[choice]),
      defaultId: CHOICES.indexOf('otherFolder'),
      cancelId: CHOICES.indexOf('cancel'),
      noLink: true,
    },
    choiceAt: (button) => CHOICES[button] ?? 'cancel',
  };
}
