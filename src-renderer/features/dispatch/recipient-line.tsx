/** One recipient in one line: who, which copy, what became of it, and the two things done most. */
import { Button as AriaButton } from 'react-aria-components/Button';
import type { DistributionEntry, PlannedCopy } from '../../../src-main/contract/distribution/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { formatGermanTime, officeDay } from '../../../src-main/base/german-time.ts';
import { t } from '../../texts/de.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { nameOf } from '../../../src-main/base/name-of.ts';

const words = t.dispatch.distribution;

export interface CopyLineProps {
  readonly copy: PlannedCopy;
  readonly isShown: boolean;
  readonly isBusy: boolean;
  readonly onShow: (() => void) | null;
  readonly onPrint: (() => void) | null;
}

/** An e-mail or a hand-over may do without, an envelope not. */
function NoAddress({ copy }: { readonly copy: PlannedCopy }) {
  const leavesTheHouse = copy.copyKind === 'original' || copy.copyKind === 'copy';
  if (copy.hasAddress || !leavesTheHouse) return null;
  return (
    <span className="status-item warn small">
      <Icon name="warning" small />
      {words.noAddress}
    </span>
  );
}

function CopyEnd({ copy, isBusy, onShow, onPrint }: CopyLineProps) {
  const { recipient, sent } = copy;
  return (
    <>
      {onShow === null ? (
        <span />
      ) : sent === null ? (
        <span className="status-item soft">
          <Icon name="circle" small />
          {words.openCopy}
        </span>
      ) : (
        <span className="status-item ok" title={formatGermanTime(sent.at)}>
          <Icon name="checkmark" small />
          <span className="ellipsis">
            {words.sent(nameOf(t.dispatch.channels, sent.channel), formatGermanDate(officeDay(sent.at)))}
          </span>
        </span>
      )}
      <span className="recipient-actions">
        {onShow && <IconButton icon="eye" size="row" label={words.show(recipient.name)} onPress={onShow} />}
        {onPrint && (
          <IconButton
            icon="print"
            size="row"
            isDisabled={isBusy}
            label={t.printing.one(recipient.name)}
            onPress={onPrint}
          />
        )}
      </span>
    </>
  );
}

/** One of a group: whom it means today is decided by the memberships, so there is nothing to change here. */
export function CopyLine(props: CopyLineProps) {
  return (
    <div className="recipient-line" data-shown={props.isShown || undefined}>
      <span className="recipient-name">
        <span className="ellipsis">{props.copy.recipient.name}</span>
        <NoAddress copy={props.copy} />
      </span>
      <span />
      <CopyEnd {...props} />
    </div>
  );
}

interface EntryLineProps {
  readonly name: string;
  readonly entry: DistributionEntry;
  readonly copies: readonly PlannedCopy[];
  /** The only copy of the entry; absent for a group, which sums its members up. */
  readonly line?: CopyLineProps;
  readonly isOpen: boolean;
  readonly isUnresolved: boolean;
  readonly onToggle: () => void;
}

export function EntryLine({ name, entry, copies, line, isOpen, isUnresolved, onToggle }: EntryLineProps) {
  const { copyKind, followUp, copies: count } = entry;
  const shownName = name === '' ? words.newRecipient : name;
  return (
    <div className="recipient-line" data-shown={line?.isShown ? true : undefined}>
      <span className="recipient-name">
        <AriaButton
          className="button quiet recipient-trigger"
          aria-expanded={isOpen}
          aria-label={words.detailsOf(shownName)}
          onPress={onToggle}
        >
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} small />
          <span className="ellipsis">{shownName}</span>
        </AriaButton>
        {followUp !== null && <span className="soft small">{words.followUpOn(formatGermanDate(followUp))}</span>}
        {line && <NoAddress copy={line.copy} />}
        {isUnresolved && (
          <span className="status-item bad small" title={words.nobody}>
            <Icon name="error" small />
            {words.nobodyShort}
          </span>
        )}
      </span>
      <span className="soft ellipsis">{`${count === 1 ? '' : `${count} × `}${t.dispatch.kinds[copyKind]}`}</span>
      {line ? (
        <CopyEnd {...line} />
      ) : (
        <span className="soft">
          {copies.length > 0 && words.sentOf(copies.filter(({ sent }) => sent !== null).length, copies.length)}
        </span>
      )}
    </div>
  );
}
