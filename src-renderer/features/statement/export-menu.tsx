import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { DocumentFormat } from '../../../src-main/contract/procedures.ts';
import { t } from '../../texts/de.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

export interface ExportChoice {
  readonly kind: 'form-sheet' | 'distribution-list';
  readonly formats: DocumentFormat[];
  readonly withAttachments?: boolean;
}

const { distribution, ...formSheets } = t.statement.exportMenu;
const TEXTS = { ...formSheets, withAttachments: t.attachments.exportEntry, distribution };

type Key = keyof typeof TEXTS;

const ICONS: Record<Key, IconName> = {
  both: 'documentText',
  pdf: 'documentText',
  docx: 'documentText',
  withAttachments: 'attach',
  distribution: 'peopleList',
};

const CHOICES: Record<Key, ExportChoice> = {
  both: { kind: 'form-sheet', formats: ['pdf', 'docx'] },
  pdf: { kind: 'form-sheet', formats: ['pdf'] },
  docx: { kind: 'form-sheet', formats: ['docx'] },
  withAttachments: { kind: 'form-sheet', formats: ['pdf'], withAttachments: true },
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
      <Popover className="popover" placement="bottom end" data-help="dokumente-ausgeben">
        <Menu className="menu" aria-label={t.statement.export} onAction={(key) => onExport(CHOICES[key as Key])}>
          {(Object.keys(CHOICES) as Key[]).map((key) => (
            <MenuItem key={key} id={key} className="menu-item">
              <Icon name={ICONS[key]} />
              {TEXTS[key]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
