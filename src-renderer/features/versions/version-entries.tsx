/** The versions at the left: when, by whom, under which name. */
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { Version } from '../../../src-main/contract/version/shapes.ts';
import { formatGermanTime } from '../../../src-main/base/german-time.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = t.versions;

interface Props {
  readonly versions: readonly Version[];
  readonly chosen: Version;
  readonly onChoose: (revision: number) => void;
  readonly onRename: (name: string) => void;
}

const spoken = ({ revision, at, actor, name, isCurrent }: Version): string =>
  [formatGermanTime(at), name ?? words.version(revision), actor, ...(isCurrent ? [words.current] : [])]
    .filter(Boolean)
    .join(', ');

export function VersionEntries({ versions, chosen, onChoose, onRename }: Props) {
  return (
    <section className="version-list" aria-label={words.list}>
      <ListBox
        className="menu version-entries"
        aria-label={words.list}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen.revision]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (typeof key === 'number') onChoose(key);
        }}
        items={versions.map((version) => ({ ...version, id: version.revision }))}
      >
        {(version) => (
          <ListBoxItem id={version.revision} className="menu-item version-entry" textValue={spoken(version)}>
            <span className="version-when">
              {formatGermanTime(version.at)}
              {version.isCurrent && <span className="tag">{words.current}</span>}
            </span>
            <span className={version.name === null ? 'soft ellipsis' : 'version-name ellipsis'}>
              {version.name ?? words.version(version.revision)}
            </span>
            <span className="soft ellipsis">{version.actor}</span>
          </ListBoxItem>
        )}
      </ListBox>
      <Naming key={chosen.revision} given={chosen.name ?? ''} onRename={onRename} />
      <p className="soft small version-explanation">{words.explanation}</p>
    </section>
  );
}

function Naming({ given, onRename }: { readonly given: string; readonly onRename: (name: string) => void }) {
  const [name, setName] = useState(given);
  return (
    <form
      className="version-naming"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(name.trim());
      }}
    >
      <TextField label={words.name} value={name} onChange={setName} maxLength={200} />
      <Button type="submit" isDisabled={name.trim() === given}>
        {words.keepName}
      </Button>
    </form>
  );
}
