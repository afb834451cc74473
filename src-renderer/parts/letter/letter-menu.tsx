/** Starts a letter around a paper: the kinds to choose from. */
import { useNavigate } from '@tanstack/react-router';
import type { LetterKind } from '../../../src-main/contract/letter/shapes.ts';
import { LETTER_KINDS } from '../../../src-main/contract/letter/kinds.ts';
import { t } from '../../texts/de.ts';
import { MenuButton } from '../../ui/menu-button.tsx';

/** `onLeave` brings what was typed to safety, because the letter reads the stored paper. */
export function LetterMenu({
  paperId,
  onLeave,
}: {
  readonly paperId: string;
  readonly onLeave: () => Promise<unknown>;
}) {
  const navigate = useNavigate();
  const write = async (art: LetterKind): Promise<void> => {
    await onLeave();
    await navigate({ to: '/brief/$ref', params: { ref: paperId }, search: { art } });
  };
  return (
    <MenuButton
      label={t.letters.menu}
      kind="plain"
      entries={LETTER_KINDS.map((id) => ({ id, text: t.letters.kinds[id], icon: 'mail' }))}
      onChoose={(kind) => void write(kind)}
      help="briefe-schreiben"
    />
  );
}
