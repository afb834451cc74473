/** A step that needs a reason: the field and the two ways out, where the step was asked for. */
import { useState } from 'react';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  readonly label: string;
  readonly go: string;
  /** What the step writes for good. */
  readonly lead: string;
  readonly isWorking: boolean;
  readonly onGo: (reason: string) => void;
  readonly onCancel: () => void;
}

export function ReasonForm({ label, go, lead, isWorking, onGo, onCancel }: Props) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      className="reason-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setMissing(true);
        else onGo(reason.trim());
      }}
    >
      <p className="reason-lead soft">{lead}</p>
      <TextField
        label={`${label}: ${t.issue.reason}`}
        autoFocus
        value={reason}
        error={isMissing && reason.trim() === '' ? t.issue.reasonMissing : null}
        onChange={setReason}
      />
      <Button type="submit" kind="primary" isDisabled={isWorking}>
        {go}
      </Button>
      <Button onPress={onCancel}>{t.common.cancel}</Button>
    </form>
  );
}
