/** A date as text with a calendar beside it: it can be copied, pasted and typed in any usual form; what is no date stays visible. */
import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { FieldError } from 'react-aria-components/FieldError';
import { Heading } from 'react-aria-components/Heading';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { formatGermanDate, parseGermanDate } from '../../src-main/contract/text/german-date.ts';
import { t } from '../texts/de.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly isReadOnly?: boolean;
}

export function DateField({ label, hideLabel = false, value, onChange, isReadOnly = false }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const shown = typed ?? (value === null ? '' : formatGermanDate(value));
  const isWrong = typed !== null && typed.trim() !== '' && parseGermanDate(typed) === undefined;
  const [seenValue, setSeenValue] = useState(value);
  if (seenValue !== value) {
    setSeenValue(value);
    if (typed !== null && (parseGermanDate(typed) ?? null) !== value) setTyped(null);
  }

  const type = (text: string): void => {
    setTyped(text);
    if (text.trim() === '') onChange(null);
    else {
      const date = parseGermanDate(text);
      if (date !== undefined) onChange(date);
    }
  };
  // Tidied only when one leaves the field: nothing jumps while typing.
  const leave = (): void => {
    if (!isWrong) setTyped(null);
  };

  return (
    <AriaTextField
      className="field"
      value={shown}
      onChange={type}
      onBlur={leave}
      isInvalid={isWrong}
      isReadOnly={isReadOnly}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label>{label}</Label>}
      <div className="with-button">
        <Input className="input" inputMode="numeric" autoComplete="off" />
        {!isReadOnly && (
          <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
            <AriaButton className="button quiet row" aria-label={t.date.open(label)} slot={null}>
              <Icon name="calendar" small />
            </AriaButton>
            <Popover className="popover">
              <Dialog className="dialog calendar" aria-label={t.date.choose}>
                <Calendar
                  aria-label={t.date.choose}
                  value={value === null ? null : parseDate(value)}
                  onChange={(date) => {
                    setTyped(null);
                    onChange(date.toString());
                    setOpen(false);
                  }}
                >
                  <header>
                    <AriaButton slot="previous" className="button quiet square">
                      <Icon name="chevronLeft" />
                    </AriaButton>
                    <Heading />
                    <AriaButton slot="next" className="button quiet square">
                      <Icon name="chevronRight" />
                    </AriaButton>
                  </header>
                  <CalendarGrid>{(date) => <CalendarCell date={date} className="calendar-cell" />}</CalendarGrid>
                </Calendar>
              </Dialog>
            </Popover>
          </DialogTrigger>
        )}
      </div>
      <FieldError className="field-error">{isWrong ? t.date.wrong : ''}</FieldError>
    </AriaTextField>
  );
}
