/** Before something is issued for good: that it cannot be taken back, and the two ways on. */
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

interface Props {
  readonly isWorking: boolean;
  readonly onGo: () => void;
  readonly onCancel: () => void;
}

export function IssueConfirm({ isWorking, onGo, onCancel }: Props) {
  return (
    <div className="notice warn" role="group" aria-label={t.issue.issueNow}>
      <Icon name="warning" />
      <span className="notice-body">{t.issue.confirm}</span>
      <Button kind="primary" autoFocus isDisabled={isWorking} onPress={onGo}>
        {t.issue.confirmed}
      </Button>
      <Button onPress={onCancel}>{t.common.cancel}</Button>
    </div>
  );
}
