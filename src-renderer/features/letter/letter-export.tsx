import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { DocumentFormat } from '../../../src-main/contract/procedures.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

const TEXTS = t.letters.exportMenu;
type Key = keyof typeof TEXTS;
const FORMATS: Record<Key, DocumentFormat[]> = { both: ['pdf', 'docx'], pdf: ['pdf'], docx: ['docx'] };

export function LetterExport({
  onExport,
  isDisabled,
}: {
  readonly onExport: (formats: DocumentFormat[]) => void;
  readonly isDisabled: boolean;
}) {
  return (
    <MenuTrigger>
      <AriaButton className="button primary" isDisabled={isDisabled}>
        {t.letters.export}
        <Icon name="chevronDown" small />
      </AriaButton>
      <Popover className="popover" placement="bottom end" data-help="brief-ausgeben">
        <Menu className="menu" aria-label={t.letters.export} onAction={(key) => onExport(FORMATS[key as Key])}>
          {(Object.keys(TEXTS) as Key[]).map((key) => (
            <MenuItem key={key} id={key} className="menu-item">
              <Icon name="documentText" />
              {TEXTS[key]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
