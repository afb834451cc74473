/** Form of the letters and the texts of each kind, with the placeholders that may stand in them. */
import type { LetterKind } from '../../../src-main/contract/letter/kinds.ts';
import type { LetterForm } from '../../../src-main/contract/letter/letter-texts.ts';
import { LETTER_KINDS, LETTER_PLACEHOLDERS } from '../../../src-main/contract/letter/kinds.ts';
import { t } from '../../texts/de.ts';
import { placeholderNames } from '../../texts/placeholders.ts';
import { Select, type Choice } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { PatternField } from './pattern-field.tsx';
import { fieldId } from './profile-field.tsx';
import type { OfficeEditor } from './use-office-settings.ts';

const words = t.letters.settings;
const FORMS: readonly Choice<LetterForm>[] = [
  { id: 'A', text: words.forms.A },
  { id: 'B', text: words.forms.B },
];
const KINDS: readonly Choice<LetterKind>[] = LETTER_KINDS.map((id) => ({ id, text: t.letters.kinds[id] }));

interface Props {
  readonly office: OfficeEditor;
  readonly kind: LetterKind;
  readonly onKind: (kind: LetterKind) => void;
}

export function LetterTexts({ office, kind, onKind }: Props) {
  const { letterForm, letterMarks, letters } = office.profile;
  const texts = letters[kind];
  const names = placeholderNames('letters.');
  const path = (part: string): string => `letters.${kind}.${part}`;
  const paragraphsError = texts.paragraphs
    .map((_, index) => office.errorAt(path(`paragraphs.${index}`)))
    .find((problem) => problem !== null);
  return (
    <>
      <div className="setting" id={fieldId('letterForm')}>
        <Select
          label={words.form}
          value={letterForm}
          choices={FORMS}
          onChange={(form) => office.setNow('letterForm', form)}
        />
      </div>
      <div className="setting" id={fieldId('letterMarks')}>
        <Switch label={words.marks} isSelected={letterMarks} onChange={(on) => office.setNow('letterMarks', on)} />
      </div>
      <fieldset className="setting-group" id={fieldId('letters')}>
        <legend>{words.texts}</legend>
        <Select label={t.letters.kind} value={kind} choices={KINDS} onChange={onKind} />
        <PatternField
          key={path('subject')}
          label={t.letters.subject}
          names={names}
          value={[texts.subject]}
          error={office.errorAt(path('subject'))}
          onChange={([line = '']) => office.set(path('subject'), line)}
          onBlur={office.commit}
        />
        <div className="setting">
          <PatternField
            key={path('paragraphs')}
            label={words.paragraphs}
            names={names}
            value={texts.paragraphs}
            lines={9}
            error={paragraphsError ?? office.errorAt(path('paragraphs'))}
            onChange={(lines) => office.set(path('paragraphs'), lines)}
            onBlur={() => {
              // Empty lines are no paragraphs; they go when one leaves the field, so that nothing jumps while typing.
              const written = texts.paragraphs.filter((line) => line.trim() !== '');
              if (written.length < texts.paragraphs.length) office.set(path('paragraphs'), written);
              office.commit();
            }}
          />
          <p className="soft small">{words.paragraphsHint}</p>
        </div>
        {kind !== 'internal' && (
          <PatternField
            key={path('closing')}
            label={t.letters.closing}
            names={names}
            value={[texts.closing]}
            error={office.errorAt(path('closing'))}
            onChange={([line = '']) => office.set(path('closing'), line)}
            onBlur={office.commit}
          />
        )}
      </fieldset>
      <section className="setting-group" aria-label={words.placeholders}>
        <h2 className="small">{words.placeholders}</h2>
        <p className="soft small">{words.placeholdersHint}</p>
        <dl className="placeholder-list small">
          {LETTER_PLACEHOLDERS.map((name) => (
            <div key={name}>
              <dt>
                <span className="chip">{names[name]}</span>
              </dt>
              <dd>{words.meanings[name]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
