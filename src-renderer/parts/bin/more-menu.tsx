import { t } from '../../texts/de.ts';
import { MenuButton } from '../../ui/menu-button.tsx';

/** What is seldom wanted on a paper's page. */
export function MoreMenu({
  onVersions,
  onDiscard,
  onAnother,
}: {
  /** To the earlier states of the paper; absent on one that is not stored yet. */
  readonly onVersions?: (() => void) | undefined;
  /** Absent where the paper cannot be discarded. */
  readonly onDiscard?: (() => void) | undefined;
  /** Present on a paper that has an answer already. */
  readonly onAnother?: (() => void) | undefined;
}) {
  const entries = [
    ...(onVersions ? [{ id: 'versions' as const, text: t.versions.open, icon: 'history' as const }] : []),
    ...(onAnother ? [{ id: 'another' as const, text: t.answers.another, icon: 'documentAdd' as const }] : []),
    ...(onDiscard ? [{ id: 'discard' as const, text: t.bin.discard, icon: 'remove' as const }] : []),
  ];
  if (entries.length === 0) return null;
  return (
    <MenuButton
      label={t.bin.more}
      kind="plain"
      entries={entries}
      onChoose={(id) => ({ versions: onVersions, another: onAnother, discard: onDiscard })[id]?.()}
      help="papierkorb"
    />
  );
}
