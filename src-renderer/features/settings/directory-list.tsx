/** The entries at the left of a directory: filtered while typing, chosen by arrow keys. */
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { fold } from '../../../src-main/base/fold.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface ListEntry {
  readonly id: string;
  readonly title: string;
  readonly aside: string;
  readonly isOver: boolean;
}

/** What the list calls its things. */
interface ListWords {
  readonly add: string;
  readonly take: string;
  readonly filter: string;
  readonly empty: string;
  readonly count: (n: number) => string;
}
const { add, filter, empty, count } = t.settings.organizations;
const USUAL: ListWords = { add, filter, empty, count, take: t.settings.contacts.open };

interface Props {
  readonly label: string;
  readonly entries: readonly ListEntry[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
  readonly words?: ListWords;
}

export function DirectoryList({ label, entries, selected, onSelect, onNew, onImport, words = USUAL }: Props) {
  const [text, setText] = useState('');
  const wanted = fold(text.trim());
  const shown = entries.filter((entry) => fold(`${entry.title} ${entry.aside}`).includes(wanted));
  return (
    <div className="directory-list">
      <div className="directory-tools">
        <Button icon="add" onPress={onNew}>
          {words.add}
        </Button>
        <Button kind="quiet" icon="arrowImport" onPress={onImport}>
          {words.take}
        </Button>
      </div>
      <TextField
        label={words.filter}
        hideLabel
        type="search"
        placeholder={words.filter}
        value={text}
        onChange={setText}
      />
      <ListBox
        className="menu directory-entries"
        aria-label={label}
        items={shown}
        selectionMode="single"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (typeof key === 'string') onSelect(key);
        }}
        renderEmptyState={() => <p className="soft empty">{words.empty}</p>}
      >
        {(entry) => (
          <ListBoxItem
            id={entry.id}
            className={entry.isOver ? 'menu-item directory-entry over' : 'menu-item directory-entry'}
            textValue={entry.title}
          >
            <span className="ellipsis">{entry.title}</span>
            <span className="trailing ellipsis">{entry.aside}</span>
          </ListBoxItem>
        )}
      </ListBox>
      <p className="soft small" role="status">
        {words.count(shown.length)}
      </p>
    </div>
  );
}
