import type { DocumentFormat } from '../../../src-main/contract/document/format.ts';
import { t } from '../../texts/de.ts';
import type { IconName } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';

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
  kind,
}: {
  readonly onExport: (choice: ExportChoice) => void;
  readonly isDisabled: boolean;
  /** Not the main button where something else comes next. */
  readonly kind: 'primary' | 'plain';
}) {
  return (
    <MenuButton
      label={t.statement.export}
      kind={kind}
      entries={(Object.keys(CHOICES) as Key[]).map((id) => ({ id, text: TEXTS[id], icon: ICONS[id] }))}
      onChoose={(id) => onExport(CHOICES[id])}
      isDisabled={isDisabled}
      help="dokumente-ausgeben"
    />
  );
}
