/** The words to be blackened: chosen or not, with the reason that stays in the office. */
import { t } from '../../texts/de.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { MarkedWords } from './marked-words.ts';

interface Props {
  readonly list: readonly MarkedWords[];
  readonly onChange: (words: string, part: Partial<Pick<MarkedWords, 'isOn' | 'reason'>>) => void;
}

export function MarkedList({ list, onChange }: Props) {
  if (list.length === 0) return <p className="soft redaction-empty">{t.redaction.empty}</p>;
  return (
    <ul className="marked-words" aria-label={t.redaction.marks}>
      {list.map(({ words, reason, isOn, marks }) => (
        <li key={words}>
          <label className="marked-choice">
            <input
              type="checkbox"
              checked={isOn}
              aria-label={t.redaction.toggle(words)}
              onChange={(event) => onChange(words, { isOn: event.target.checked })}
            />
            <span className="ellipsis" title={words}>
              {words}
            </span>
            <span className="soft">{t.redaction.places(marks.length)}</span>
          </label>
          <TextField
            label={t.redaction.reasonOf(words)}
            hideLabel
            value={reason}
            placeholder={t.redaction.reason}
            isDisabled={!isOn}
            maxLength={200}
            onChange={(value) => onChange(words, { reason: value })}
          />
        </li>
      ))}
    </ul>
  );
}
