/** The foot of the side bar: the handbook for those who do not know F1. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly isWide: boolean;
  readonly onPress: () => void;
}

export function HelpButton({ isOpen, isWide, onPress }: Props) {
  return (
    <ToggleButton className="nav-link nav-help" aria-label={t.handbook.open} isSelected={isOpen} onChange={onPress}>
      <Icon name="help" />
      {isWide && <span>{t.handbook.open}</span>}
    </ToggleButton>
  );
}
