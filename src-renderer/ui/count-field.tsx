/** A small whole number, typed or counted by the arrow keys; what is left out of its bounds becomes the nearest one in them. */
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly least?: number;
  readonly onChange: (value: number) => void;
  readonly autoFocus?: boolean;
}

export function CountField({ label, value, most, least = 1, onChange, autoFocus = false }: Props) {
  return (
    <NumberField
      className="field count-field"
      value={value}
      minValue={least}
      maxValue={most}
      step={1}
      autoFocus={autoFocus}
      onChange={(next) => onChange(Number.isNaN(next) ? least : next)}
    >
      <Label>{label}</Label>
      <Input className="input" />
    </NumberField>
  );
}
