/** Strg+K: finds papers while typing and knows the commands. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import type { ShellAction } from '../../src-main/contract/shell/procedures.ts';
import { useCore } from '../data/core.ts';
import { fold } from '../../src-main/base/fold.ts';
import { t } from '../texts/de.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

interface Command {
  readonly id: string;
  readonly text: string;
  readonly icon: IconName;
  readonly run: () => void;
}

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly actions: Readonly<Record<ShellAction, () => void>>;
}

const MOST_PAPERS = 7;

export function CommandPalette({ isOpen, onOpenChange, actions }: Props) {
  const { queries } = useCore();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const { data } = useQuery({
    ...queries.papers.list.queryOptions({ input: { text: wanted, limit: MOST_PAPERS } }),
    enabled: isOpen,
    placeholderData: (previous) => previous,
  });

  const commands: readonly Command[] = [
    { id: 'register', text: t.palette.openRegister, icon: 'grid', run: actions.register },
    { id: 'new', text: t.palette.newPaper, icon: 'documentAdd', run: actions['new-paper'] },
    { id: 'meetings', text: t.meetings.open, icon: 'calendar', run: () => void navigate({ to: '/sitzungen' }) },
    { id: 'bin', text: t.palette.openBin, icon: 'remove', run: () => void navigate({ to: '/papierkorb' }) },
    { id: 'settings', text: t.palette.settings, icon: 'settings', run: actions.settings },
    { id: 'theme', text: t.palette.toggleTheme, icon: 'darkTheme', run: actions['toggle-theme'] },
    { id: 'backup', text: t.palette.backup, icon: 'arrowDownload', run: actions.backup },
    { id: 'print', text: t.palette.print, icon: 'documentText', run: actions.print },
    { id: 'error-report', text: t.palette.errorReport, icon: 'warning', run: actions['error-report'] },
    { id: 'handbook', text: t.handbook.openCommand, icon: 'help', run: actions.handbook },
    { id: 'about', text: t.palette.about, icon: 'info', run: actions.about },
  ];
  const fitting = commands.filter((command) => fold(command.text).includes(fold(wanted)));
  const papers = data?.items ?? [];

  const open = (key: string): void => {
    onOpenChange(false);
    setText('');
    const command = commands.find((candidate) => candidate.id === key);
    if (command) return command.run();
    const paper = papers.find((candidate) => candidate.id === key);
    if (paper) {
      void navigate({
        to: paper.paperType === 'statement' ? '/stellungnahme/$id' : '/eingang/$id',
        params: { id: paper.id },
      });
    }
  };

  return (
    <ModalOverlay className="modal-overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="modal palette" data-help="suchen-oder-befehl">
        <Dialog className="dialog" aria-label={t.palette.title}>
          {/* The core has filtered already, with its own folding. */}
          <Autocomplete inputValue={text} onInputChange={setText} filter={() => true}>
            <TextField className="palette-field" aria-label={t.palette.title} autoFocus>
              <Icon name="search" />
              <Input className="palette-input" placeholder={t.palette.placeholder} />
            </TextField>
            <Menu
              className="menu palette-menu"
              aria-label={t.palette.title}
              onAction={(key) => open(String(key))}
              renderEmptyState={() => <p className="soft empty">{t.palette.nothing}</p>}
            >
              {papers.length > 0 && (
                <MenuSection aria-label={t.palette.papers}>
                  <Header className="menu-header soft small">{t.palette.papers}</Header>
                  {papers.map((paper) => (
                    <MenuItem
                      key={paper.id}
                      id={paper.id}
                      className="menu-item"
                      textValue={`${paper.reference ?? ''} ${paper.name}`}
                    >
                      <Icon name={paper.paperType === 'statement' ? 'documentText' : 'mail'} />
                      <span className="palette-reference">{paper.reference ?? t.register.noNumber}</span>
                      <span className="ellipsis">{paper.name}</span>
                      <span className="trailing">{t.paperTypes[paper.paperType]}</span>
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
              {fitting.length > 0 && (
                <MenuSection aria-label={t.palette.commands}>
                  <Header className="menu-header soft small">{t.palette.commands}</Header>
                  {fitting.map((command) => (
                    <MenuItem key={command.id} id={command.id} className="menu-item" textValue={command.text}>
                      <Icon name={command.icon} />
                      {command.text}
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
