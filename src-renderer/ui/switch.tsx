import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components/Switch';

/** On or off, at once; the word beside it says what. */
export function Switch({ label, ...props }: Omit<SwitchProps, 'children' | 'className'> & { readonly label: string }) {
  return (
    <AriaSwitch {...props} className="switch">
      <span className="switch-track" aria-hidden="true" />
      {label}
    </AriaSwitch>
  );
}
