import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';

/** On or off, at once; the word beside it says what. */
export function Switch({
  label,
  ...props
}: Omit<SwitchFieldProps, 'children' | 'className'> & { readonly label: string }) {
  return (
    <SwitchField {...props} className="switch-field">
      <SwitchButton className="switch">
        <span className="switch-track" aria-hidden="true" />
        {label}
      </SwitchButton>
    </SwitchField>
  );
}
