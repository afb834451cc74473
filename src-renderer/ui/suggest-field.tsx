/** A text field that suggests what the office knows; anything else may be typed, too. */
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { fold } from '../../src-main/base/fold.ts';
import { t } from '../texts/de.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly onChange: (value: string) => void;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
}

const MOST_SHOWN = 60;

export function SuggestField({
  label,
  hideLabel = false,
  value,
  suggestions,
  onChange,
  isReadOnly = false,
  autoFocus = false,
}: Props) {
  const wanted = fold(value);
  const isKnown = suggestions.includes(value);
  const items = suggestions
    .filter((text) => isKnown || fold(text).includes(wanted))
    .slice(0, MOST_SHOWN)
    .map((text) => ({ id: text, text }));
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      allowsEmptyCollection={false}
      isReadOnly={isReadOnly}
      autoFocus={autoFocus}
      inputValue={value}
      onInputChange={(text) => {
        if (text !== value) onChange(text);
      }}
      value={isKnown ? value : null}
      onChange={(key) => {
        if (typeof key === 'string' && key !== value) onChange(key);
      }}
      items={items}
      defaultFilter={() => true}
      menuTrigger="input"
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label>{label}</Label>}
      <div className="with-button">
        <Input className="input" />
        {suggestions.length > 0 && !isReadOnly && (
          <AriaButton className="button quiet row" aria-label={t.suggestions.open(label)}>
            <Icon name="chevronDown" small />
          </AriaButton>
        )}
      </div>
      <Popover className="popover">
        <ListBox className="menu">
          {(item: { id: string; text: string }) => (
            <ListBoxItem id={item.id} className="menu-item" textValue={item.text}>
              {item.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
