/** A part of a form that folds away, with a summary while it is folded. */
import { type ReactNode, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { Icon } from './icon.tsx';

interface Props {
  readonly title: string;
  readonly summary: string;
  readonly startsOpen?: boolean;
  /** Given together with `onOpenChange` where something else opens the section, too. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly aside?: ReactNode;
  /** Its place in the handbook. */
  readonly help?: string;
  readonly children: ReactNode;
}

export function Section({ title, summary, startsOpen = false, aside, help, children, ...controlled }: Props) {
  const [isOpenHere, setOpenHere] = useState(startsOpen);
  const isOpen = controlled.isOpen ?? isOpenHere;
  const setOpen = controlled.onOpenChange ?? setOpenHere;
  return (
    <Disclosure className="section" data-help={help} isExpanded={isOpen} onExpandedChange={setOpen}>
      <div className="section-head">
        <Heading level={2}>
          <AriaButton slot="trigger" className="button quiet section-trigger">
            <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
            <span className="section-title">{title}</span>
            {!isOpen && <span className="soft ellipsis section-summary">{summary}</span>}
          </AriaButton>
        </Heading>
        {aside}
      </div>
      <DisclosurePanel className="section-panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
