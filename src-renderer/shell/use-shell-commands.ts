/** What menus, shortcuts and the system ask of the window, done by the same actions as in the command palette. */
import { useEffect, useEffectEvent } from 'react';
import type { ShellAction, ShellCommand } from '../../src-main/contract/shell/procedures.ts';
import { watchCommands } from '../data/commands.ts';
import { useCore } from '../data/core.ts';
import { openFile, type OpenedFile } from '../features/register/opened-file.ts';

export interface ShellCommandHandlers {
  readonly actions: Readonly<Record<ShellAction, () => void>>;
  /** The register takes files over. */
  readonly showRegister: () => void;
  readonly say: (sentence: string) => void;
}

export function useShellCommands({ actions, showRegister, say }: ShellCommandHandlers): void {
  const core = useCore();
  const take = useEffectEvent((file: OpenedFile): void => {
    showRegister();
    openFile(file);
  });
  const run = useEffectEvent((command: ShellCommand): void => {
    switch (command.kind) {
      case 'action':
        actions[command.action]();
        return;
      case 'open-file':
        take(command);
        return;
      case 'notice':
        say(command.sentence);
        return;
    }
  });
  const press = useEffectEvent((action: ShellAction): void => actions[action]());

  useEffect(() => {
    const leave = new AbortController();
    void watchCommands(core, leave.signal, (command) => run(command));
    return () => leave.abort();
  }, [core]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const action = ({ k: 'find', p: 'print' } as const)[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      press(action);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
