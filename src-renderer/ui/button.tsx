import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { ToggleButton as AriaToggleButton, type ToggleButtonProps } from 'react-aria-components/ToggleButton';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Icon, type IconName } from './icon.tsx';

type Kind = 'plain' | 'primary' | 'quiet' | 'link';

export function Button({
  kind = 'plain',
  icon,
  children,
  ...props
}: Omit<ButtonProps, 'children' | 'className'> & {
  readonly kind?: Kind;
  readonly icon?: IconName;
  readonly children: string;
}) {
  return (
    <AriaButton {...props} className={`button ${kind}`}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'aria-label'> {
  readonly icon: IconName;
  readonly label: string;
  readonly size?: 'square' | 'row';
}

/** A button with an icon only: its name is spoken and shown on hover and focus. */
export function IconButton({ icon, label, size = 'square', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...props} aria-label={label} className={`button quiet ${size}`}>
        <Icon name={icon} small={size === 'row'} />
      </AriaButton>
      <Tooltip className="popover tooltip">{label}</Tooltip>
    </TooltipTrigger>
  );
}

export function ToggleIconButton({
  icon,
  label,
  ...props
}: Omit<ToggleButtonProps, 'children' | 'className'> & {
  readonly icon: IconName;
  readonly label: string;
}) {
  return (
    <TooltipTrigger delay={500}>
      <AriaToggleButton {...props} aria-label={label} className="button quiet square">
        <Icon name={icon} />
      </AriaToggleButton>
      <Tooltip className="popover tooltip">{label}</Tooltip>
    </TooltipTrigger>
  );
}
