/** Words that the check of spelling was taught: seen, added, taken away and brought back. */
import { useState } from 'react';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useLearnedWords } from '../../parts/settings/use-learned-words.ts';

const words = t.settings.dictionary;
const LONGEST = 100;
/** As the check of spelling sees a word: letters, joined by hyphens or gender signs. */
const ONE_WORD = /^\p{L}[\p{L}\p{M}]*(?:[*:_·’'–/-]\p{L}[\p{L}\p{M}]*)*$/u;

export function DictionaryArea() {
  const { learned: known, teach } = useLearnedWords();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  if (!known) return null;
  const learned = known.toSorted((a, b) => a.localeCompare(b, 'de'));
  const learn = (word: string): void => {
    teach(word, true);
    setRemoved(null);
  };
  const add = (): void => {
    const word = typed.trim().slice(0, LONGEST);
    if (word === '') return;
    if (!ONE_WORD.test(word)) {
      setProblem(words.oneWord);
      return;
    }
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
          <TextField
            label={words.add}
            value={typed}
            maxLength={LONGEST}
            error={problem}
            onChange={(text) => {
              setTyped(text);
              setProblem(null);
            }}
          />
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
                    teach(word, false);
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
