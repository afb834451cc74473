/** A date that is taken over at once. What is none stays visible in its place and changes nothing; the field says which day holds until then. */
import { formatGermanDate } from '../../src-main/base/german-date.ts';
import { t } from '../texts/de.ts';
import { DateField } from './date-field.tsx';
import { useUnreadText } from './unread-text.ts';

interface Props {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Names the field among all of the program. */
  readonly place: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

export function KeptDateField({ place, value, onChange, ...rest }: Props) {
  const [unread, keep] = useUnreadText(place, value);
  return (
    <DateField
      {...rest}
      value={unread === '' ? value : null}
      unread={unread}
      hint={value === null ? t.date.noneUntilThen : t.date.untilThen(formatGermanDate(value))}
      onChange={(date, text) => {
        keep(text);
        if (text === '') onChange(date);
      }}
    />
  );
}
