import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';

interface Props extends Omit<TextFieldProps, 'children' | 'className' | 'onChange' | 'value'> {
  readonly label: string;
  /** The label is spoken only; for cells whose column head shows it. */
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lines?: number;
  readonly error?: string | null;
  readonly placeholder?: string;
}

export function TextField({ label, hideLabel = false, lines = 1, error, placeholder, ...props }: Props) {
  return (
    // Errors are ours: the browser's own check would keep a form from being sent again after one.
    <AriaTextField
      {...props}
      className="field"
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label>{label}</Label>}
      {lines > 1 ? <TextArea rows={lines} /> : <Input className="input" placeholder={placeholder} />}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
