import { t } from '../../texts/de.ts';
import type { IconName } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';

export interface MoreEntry {
  readonly id: string;
  readonly text: string;
  readonly icon: IconName;
  readonly onChoose: () => void;
}

const entry = (id: string, text: string, icon: IconName, onChoose: (() => void) | undefined): MoreEntry[] =>
  onChoose ? [{ id, text, icon, onChoose }] : [];

/** What is seldom wanted on a paper's page. */
export function MoreMenu({
  others = [],
  onVersions,
  onDiscard,
  onAnother,
}: {
  /** What only this page has. */
  readonly others?: readonly MoreEntry[];
  /** To the earlier states of the paper; absent on one that is not stored yet. */
  readonly onVersions?: (() => void) | undefined;
  /** Absent where the paper cannot be discarded. */
  readonly onDiscard?: (() => void) | undefined;
  /** Present on a paper that has an answer already. */
  readonly onAnother?: (() => void) | undefined;
}) {
  const entries = [
    ...entry('versions', t.versions.open, 'history', onVersions),
    ...others,
    ...entry('another', t.answers.another, 'documentAdd', onAnother),
    ...entry('discard', t.bin.discard, 'remove', onDiscard),
  ];
  if (entries.length === 0) return null;
  return (
    <MenuButton
      label={t.bin.more}
      kind="plain"
      entries={entries}
      onChoose={(id) => entries.find((one) => one.id === id)?.onChoose()}
      help="papierkorb"
    />
  );
}
