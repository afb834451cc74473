/** The ways a copy goes out. None of them does anything before it has said what it will write for good. */
import type { DispatchChannel } from '../../../src-main/contract/copies.ts';
import { t } from '../../texts/de.ts';
import type { IconName } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';

const words = t.dispatch.send;
type Choice = DispatchChannel | 'printer';

const ICONS: Record<Choice, IconName> = {
  printer: 'print',
  print: 'documentCheck',
  hand: 'person',
  folder: 'arrowDownload',
  email: 'mail',
};
/** These two are about what is still open; a folder or an e-mail may follow what went out on paper. */
const OPEN_ONLY: readonly Choice[] = ['printer', 'print', 'hand'];

interface Props {
  readonly kind: 'primary' | 'plain';
  readonly isDisabled: boolean;
  readonly hasOpenCopies: boolean;
  /** Given where this program itself brings copies to a printer. */
  readonly onPrintAll?: () => void;
  readonly onChoose: (channel: DispatchChannel) => void;
}

export function SendMenu({ kind, isDisabled, hasOpenCopies, onPrintAll, onChoose }: Props) {
  const isWhole = kind === 'primary';
  const texts: Record<Choice, string> = { ...(isWhole ? words.ways : words.waysOfOne), printer: t.printing.all };
  const ids: readonly Choice[] = [...(onPrintAll ? (['printer'] as const) : []), 'print', 'hand', 'folder', 'email'];
  return (
    <MenuButton
      label={isWhole ? words.title : words.titleOfOne}
      kind={kind}
      isDisabled={isDisabled}
      help="versenden"
      disabled={hasOpenCopies ? [] : OPEN_ONLY}
      entries={ids.map((id) => ({ id, text: texts[id], icon: ICONS[id] }))}
      onChoose={(id) => (id === 'printer' ? onPrintAll?.() : onChoose(id))}
    />
  );
}
