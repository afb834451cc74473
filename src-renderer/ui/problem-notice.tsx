import type { ReactNode } from 'react';
import { t } from '../texts/de.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';

/** What went wrong and what to do, where it happened. */
export function ProblemNotice({
  sentence,
  onClose,
  children,
}: {
  readonly sentence: string;
  readonly onClose?: () => void;
  /** What can be done about it at once. */
  readonly children?: ReactNode;
}) {
  return (
    <div className="notice bad" role="alert" data-help="fehler-und-was-zu-tun-ist">
      <Icon name="error" />
      <span className="notice-body">{sentence}</span>
      {children}
      {onClose && <IconButton icon="dismiss" size="row" label={t.common.close} onPress={onClose} />}
    </div>
  );
}
