/** A button that opens a menu of choices. */
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Icon, type IconName } from './icon.tsx';

interface Entry<K extends string> {
  readonly id: K;
  readonly text: string;
  readonly icon: IconName;
}

interface Props<K extends string> {
  /** On the button, and the menu's name. */
  readonly label: string;
  readonly entries: readonly Entry<K>[];
  readonly onChoose: (id: K) => void;
  readonly kind?: 'primary' | 'plain' | 'link';
  /** Shown instead of the label, which is spoken then. */
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  /** Entries that have nothing to do now. */
  readonly disabled?: readonly K[];
  /** Place in the handbook that F1 opens. */
  readonly help?: string;
}

export function MenuButton<K extends string>({
  label,
  entries,
  onChoose,
  kind,
  icon,
  isDisabled = false,
  disabled = [],
  help,
}: Props<K>) {
  return (
    <MenuTrigger>
      {icon === undefined ? (
        <AriaButton className={kind === undefined ? 'button' : `button ${kind}`} isDisabled={isDisabled}>
          {label}
          <Icon name="chevronDown" small />
        </AriaButton>
      ) : (
        <TooltipTrigger delay={500}>
          <AriaButton className="button quiet square" aria-label={label} isDisabled={isDisabled}>
            <Icon name={icon} />
          </AriaButton>
          <Tooltip className="popover tooltip">{label}</Tooltip>
        </TooltipTrigger>
      )}
      <Popover className="popover" placement="bottom end" {...(help !== undefined && { 'data-help': help })}>
        <Menu className="menu" aria-label={label} disabledKeys={disabled} onAction={(key) => onChoose(key as K)}>
          {entries.map(({ id, text, icon }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={text}>
              <Icon name={icon} />
              <span className="ellipsis">{text}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
