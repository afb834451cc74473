/** Starts a letter around a paper: the kinds to choose from. */
import { useNavigate } from '@tanstack/react-router';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { letterKindSchema } from '../../../src-main/contract/letter.ts';
import { LETTER_KINDS } from '../../../src-main/contract/letter-kinds.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

/** `onLeave` brings what was typed to safety, because the letter reads the stored paper. */
export function LetterMenu({
  paperId,
  onLeave,
}: {
  readonly paperId: string;
  readonly onLeave: () => Promise<unknown>;
}) {
  const navigate = useNavigate();
  const write = async (key: string): Promise<void> => {
    await onLeave();
    await navigate({ to: '/brief/$ref', params: { ref: paperId }, search: { art: letterKindSchema.parse(key) } });
  };
  return (
    <MenuTrigger>
      <AriaButton className="button plain">
        {t.letters.menu}
        <Icon name="chevronDown" small />
      </AriaButton>
      <Popover className="popover" placement="bottom end" data-help="briefe-schreiben">
        <Menu className="menu" aria-label={t.letters.menu} onAction={(key) => void write(String(key))}>
          {LETTER_KINDS.map((kind) => (
            <MenuItem key={kind} id={kind} className="menu-item">
              <Icon name="mail" />
              {t.letters.kinds[kind]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
