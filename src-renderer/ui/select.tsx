import { Button as AriaButton } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Icon } from './icon.tsx';

export interface Choice<T extends string> {
  readonly id: T;
  readonly text: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly compact?: boolean;
  readonly isDisabled?: boolean;
}

export function Select<T extends string>({
  label,
  hideLabel = false,
  value,
  choices,
  onChange,
  compact = false,
  isDisabled = false,
}: Props<T>) {
  return (
    <AriaSelect
      className="field"
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen) onChange(chosen.id);
      }}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label>{label}</Label>}
      <AriaButton className={compact ? 'select-button tool' : 'select-button'}>
        <SelectValue className="ellipsis" />
        <Icon name="chevronDown" small />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="menu" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} className="menu-item">
              {choice.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
