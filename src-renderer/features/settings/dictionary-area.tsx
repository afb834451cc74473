/** Words that the check of spelling was taught: seen, added, taken away and brought back. */
import { useState } from 'react';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePreferences } from '../../parts/settings/use-preferences.ts';

const words = t.settings.dictionary;
const LONGEST = 100;

export function DictionaryArea() {
  const { preferences, change } = usePreferences();
  const [typed, setTyped] = useState('');
  const [removed, setRemoved] = useState<string | null>(null);
  if (!preferences) return null;
  const learned = preferences.learnedWords.toSorted((a, b) => a.localeCompare(b, 'de'));
  const learn = (word: string): void => {
    change((last) => ({ learnedWords: [...new Set([...last.learnedWords, word])] }));
    setRemoved(null);
  };
  const add = (): void => {
    const word = typed.trim().slice(0, LONGEST);
    if (word === '') return;
    learn(word);
    setTyped('');
  };
  return (
    <div className="settings-single">
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <p className="soft">{t.settings.areaHints.woerterbuch}</p>
        <div className="learned-add">
          <TextField label={words.add} value={typed} maxLength={LONGEST} onChange={setTyped} />
          <Button type="submit" isDisabled={typed.trim() === ''}>
            {words.learn}
          </Button>
        </div>
        <p role="status" className="soft">
          {removed !== null && (
            <>
              {words.bringBack(removed)}{' '}
              <Button kind="link" icon="undo" onPress={() => learn(removed)}>
                {words.undo}
              </Button>
            </>
          )}
        </p>
        {learned.length === 0 ? (
          <p className="soft">{words.none}</p>
        ) : (
          <ul className="learned-words" aria-label={words.list}>
            {learned.map((word) => (
              <li key={word}>
                {word}
                <IconButton
                  icon="dismiss"
                  size="row"
                  label={words.remove(word)}
                  onPress={() => {
                    change((last) => ({ learnedWords: last.learnedWords.filter((other) => other !== word) }));
                    setRemoved(word);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </form>
    </div>
  );
}
