/** The kinds of work a process is killed at. */
import { issuePhase } from './kill-phase-issue.ts';
import { attachPhase, importPhase, savePhase, settingsPhase } from './kill-phases-inside.ts';
import { backupPhase, exportPhase, migrationPhase, restorePhase } from './kill-phases-outside.ts';
import type { Phase } from './kill-rounds.ts';

export const PHASES: readonly Phase[] = [
  savePhase,
  importPhase,
  exportPhase,
  attachPhase,
  settingsPhase,
  migrationPhase,
  backupPhase,
  restorePhase,
  issuePhase,
];
