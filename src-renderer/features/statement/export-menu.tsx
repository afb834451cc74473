import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { DocumentFormat } from '../../../src-main/contract/procedures.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

export interface ExportChoice {
  readonly kind: 'form-sheet' | 'distribution-list';
  readonly formats: DocumentFormat[];
}

type Key = keyof typeof t.statement.exportMenu;

const CHOICES: Record<Key, ExportChoice> = {
  both: { kind: 'form-sheet', formats: ['pdf', 'docx'] },
  pdf: { kind: 'form-sheet', formats: ['pdf'] },
  docx: { kind: 'form-sheet', formats: ['docx'] },
  distribution: { kind: 'distribution-list', formats: ['pdf', 'docx'] },
};

export function ExportMenu({
  onExport,
  isDisabled,
}: {
  readonly onExport: (choice: ExportChoice) => void;
  readonly isDisabled: boolean;
}) {
  return (
    <MenuTrigger>
      <AriaButton className="button primary" isDisabled={isDisabled}>
        {t.statement.export}
        <Icon name="chevronDown" small />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t.statement.export} onAction={(key) => onExport(CHOICES[key as Key])}>
          {(Object.keys(CHOICES) as Key[]).map((key) => (
            <MenuItem key={key} id={key} className="menu-item">
              <Icon name={key === 'distribution' ? 'peopleList' : 'documentText'} />
              {t.statement.exportMenu[key]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
