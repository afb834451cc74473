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
import { formatGermanDate, readTypedDate } from '../../src-main/base/german-date.ts';
import { t } from '../texts/de.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string | null;
  /** What was typed and is no date; the value beside it is null. */
  readonly unread: string;
  readonly onChange: (value: string | null, unread: string) => void;
  /** What holds as long as the typed text is no date. */
  readonly hint?: string;
  readonly isReadOnly?: boolean;
}

interface Reading {
  readonly value: string | null;
  readonly unread: string;
  /** Why it is none. */
  readonly problem?: string;
}

function read(text: string): Reading {
  if (text.trim() === '') return { value: null, unread: '' };
  const found = readTypedDate(text, new Date().toLocaleDateString('sv-SE'));
  if (found.kind === 'day') return { value: found.date, unread: '' };
  const problem = found.kind === 'no-such-day' ? t.date.noSuchDay(found.day) : t.date.wrong;
  return { value: null, unread: text, problem };
}

const isSame = (a: Reading, b: Reading): boolean => a.value === b.value && a.unread.trim() === b.unread.trim();

export function DateField({ label, hideLabel = false, value, unread, onChange, hint, isReadOnly = false }: Props) {
  // As it was typed, until one leaves the field: nothing is tidied under the fingers.
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const shown = typed ?? (unread || (value === null ? '' : formatGermanDate(value)));
  const { problem } = read(shown);
  const isWrong = problem !== undefined;
  const [seen, setSeen] = useState<Reading>({ value, unread });
  if (!isSame(seen, { value, unread })) {
    setSeen({ value, unread });
    if (typed !== null && !isSame(read(typed), { value, unread })) setTyped(null);
  }

  const type = (text: string): void => {
    setTyped(text);
    const reading = read(text);
    onChange(reading.value, reading.unread);
  };

  return (
    <AriaTextField
      className="field"
      value={shown}
      onChange={type}
      onBlur={() => setTyped(null)}
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
                    onChange(date.toString(), '');
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
      <FieldError className="field-error">{isWrong ? [problem, hint].filter(Boolean).join('. ') : ''}</FieldError>
    </AriaTextField>
  );
}
