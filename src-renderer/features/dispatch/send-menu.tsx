/** The ways a copy goes out. None of them does anything before it has said what it will write for good. */
import type { DispatchChannel } from '../../../src-main/contract/dispatch/shapes.ts';
import { t } from '../../texts/de.ts';
import type { IconName } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';

const words = t.dispatch.send;
/** A printer proves for itself what it has taken; the other ways are noted. */
export type SendWay = DispatchChannel | 'printer';

const ICONS: Record<SendWay, IconName> = {
  printer: 'print',
  print: 'documentCheck',
  hand: 'person',
  folder: 'arrowDownload',
  email: 'mail',
};
/** These two are about what is still open; a folder or an e-mail may follow what went out on paper. */
const OPEN_ONLY: readonly SendWay[] = ['printer', 'print', 'hand'];

interface Props {
  readonly kind: 'primary' | 'plain';
  readonly isDisabled: boolean;
  readonly hasOpenCopies: boolean;
  /** Given where this program itself brings copies to a printer. */
  readonly hasPrinter?: boolean;
  readonly onChoose: (way: SendWay) => void;
}

export function SendMenu({ kind, isDisabled, hasOpenCopies, hasPrinter = false, onChoose }: Props) {
  const isWhole = kind === 'primary';
  const texts: Record<SendWay, string> = { ...(isWhole ? words.ways : words.waysOfOne), printer: t.printing.all };
  const ids: readonly SendWay[] = [...(hasPrinter ? (['printer'] as const) : []), 'print', 'hand', 'folder', 'email'];
  return (
    <MenuButton
      label={isWhole ? words.title : words.titleOfOne}
      kind={kind}
      isDisabled={isDisabled}
      help="versenden"
      disabled={hasOpenCopies ? [] : OPEN_ONLY}
      entries={ids.map((id) => ({ id, text: texts[id], icon: ICONS[id] }))}
      onChoose={onChoose}
    />
  );
}
