/** Public or non-public; as long as nobody has decided, the field says so, and there is no way back to that but Strg+Z. */
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { t } from '../../texts/de.ts';
import { Select, type Choice } from '../../ui/select.tsx';

const DECIDED: readonly Choice<DraftPublicity>[] = [
  { id: 'public', text: t.publicity.public },
  { id: 'non-public', text: t.publicity['non-public'] },
];
const UNDECIDED: readonly Choice<DraftPublicity>[] = [{ id: 'unknown', text: t.publicity.unknown }, ...DECIDED];

interface Props {
  readonly label: string;
  readonly value: DraftPublicity;
  readonly onChange: (publicity: DraftPublicity) => void;
  readonly isDisabled?: boolean;
  /** In a table, whose column says what it is. */
  readonly isCell?: boolean;
}

export function PublicityField({ label, value, onChange, isDisabled = false, isCell = false }: Props) {
  return (
    <Select
      hideLabel={isCell}
      compact={isCell}
      label={label}
      value={value}
      choices={value === 'unknown' ? UNDECIDED : DECIDED}
      isDisabled={isDisabled}
      onChange={onChange}
    />
  );
}
