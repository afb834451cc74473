/** What can be done about a word that no dictionary knows: a word in its place, or the word is taught. Asked for only when the menu opens. */
import { useQuery } from '@tanstack/react-query';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { useCore } from '../../../data/core.ts';
import { t } from '../../../texts/de.ts';
import { Icon } from '../../../ui/icon.tsx';

const words = t.findings.spelling;
const LEARN = 'learn:';
const PUT = 'put:';

interface Props {
  readonly word: string;
  readonly canReplace: boolean;
  readonly onReplace: (wanted: string) => void;
  readonly onLearn: (word: string) => void;
}

export function WordChoices({ word, canReplace, onReplace, onLearn }: Props) {
  const { queries } = useCore();
  const { data, error } = useQuery(queries.releases.suggest.queryOptions({ input: { word }, staleTime: Infinity }));
  const found = canReplace ? (data ?? []) : [];
  // Nothing to choose from before the words are there: a key that is pressed in between would mean another entry.
  if (data === undefined && !error)
    return (
      <p className="menu-item soft" role="status">
        {words.searching}
      </p>
    );
  const instead = error ? words.failed : words.none;
  return (
    <Menu
      className="menu"
      aria-label={words.menu(word)}
      autoFocus="first"
      onAction={(key) => {
        const chosen = String(key);
        if (chosen.startsWith(PUT)) onReplace(chosen.slice(PUT.length));
        else onLearn(word);
      }}
    >
      <MenuSection aria-label={words.suggestions}>
        {found.map((wanted) => (
          <MenuItem key={wanted} id={`${PUT}${wanted}`} className="menu-item" textValue={wanted}>
            <strong>{wanted}</strong>
          </MenuItem>
        ))}
        {found.length === 0 && (
          <MenuItem id="nothing" isDisabled className="menu-item" textValue={instead}>
            {instead}
          </MenuItem>
        )}
      </MenuSection>
      <MenuSection aria-label={words.dictionary}>
        <MenuItem id={LEARN} className="menu-item" textValue={words.learn(word)}>
          <Icon name="add" />
          <span className="ellipsis">{words.learn(word)}</span>
        </MenuItem>
      </MenuSection>
    </Menu>
  );
}
