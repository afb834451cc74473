import type { DocumentFormat } from '../../../src-main/contract/document/format.ts';
import { t } from '../../texts/de.ts';
import { MenuButton } from '../../ui/menu-button.tsx';

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
    <MenuButton
      label={t.letters.export}
      kind="primary"
      entries={(Object.keys(TEXTS) as Key[]).map((id) => ({ id, text: TEXTS[id], icon: 'documentText' }))}
      onChoose={(id) => onExport(FORMATS[id])}
      isDisabled={isDisabled}
      help="brief-ausgeben"
    />
  );
}
