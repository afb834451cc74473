/** The head of the form: everything above the text. */
import { memo, type ReactNode } from 'react';
import { CHOICES, choiceName, FURTHER_KEYS, valueAt, withValueAt } from '../../../src-main/record/statement-fields.ts';
import { decidePublicity } from '../../../src-main/contract/statement/decide-publicity.ts';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { t } from '../../texts/de.ts';
import { DateField } from '../../ui/date-field.tsx';
import { dateOf } from '../../ui/date-of.ts';
import { Section } from '../../ui/section.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { FieldPlace } from './field-place.tsx';
import { useFoundField } from './found-place.ts';
import { ConsultationTable } from './consultation-table.tsx';
import { PublicityField } from './publicity-field.tsx';
import type { Names } from './use-names.ts';

const shownDate = ({ date, unreadDate }: Pick<StatementContent, 'date' | 'unreadDate'>): string =>
  date === null ? (unreadDate ?? '') : formatGermanDate(date);

export interface FormProps {
  readonly content: StatementContent;
  readonly onChange: (part: Partial<StatementContent>) => void;
  readonly names: Names;
  readonly isReadOnly: boolean;
}

const HEAD_FIELDS: readonly (keyof StatementContent)[] = [
  'name',
  'date',
  'unreadDate',
  'publicity',
  'bodyName',
  'leadUnit',
  'answers',
  'contact',
  ...FURTHER_KEYS,
  'receivedOn',
  // Rows of an undecided paper are decided with it.
  'consultations',
  // A number that is linked brings its quotation along where there is none yet.
  'quotation',
];

/** The part of the content that a field lies in, with its new value. */
function partWith(content: StatementContent, key: string, value: unknown): Partial<StatementContent> {
  const part = key.split('.')[0] as keyof StatementContent;
  return { [part]: withValueAt(content, key, value)[part] };
}

/** Typing in the text must not draw the whole form again: only what it shows counts. */
const unlessChanged =
  (fields: readonly (keyof StatementContent)[]) =>
  (before: FormProps, after: FormProps): boolean =>
    before.onChange === after.onChange &&
    before.names === after.names &&
    before.isReadOnly === after.isReadOnly &&
    fields.every((field) => before.content[field] === after.content[field]);

/** Fields of this section that findings point at. */
const HEAD_PLACES: ReadonlySet<string> = new Set([
  'reference',
  ...HEAD_FIELDS.filter((field) => field !== 'quotation' && field !== 'consultations'),
]);

interface HeadProps extends FormProps {
  /** The field of the number, which is stored in its own way. */
  readonly number: ReactNode;
  readonly hasNumber: boolean;
}

const sameHead = unlessChanged(HEAD_FIELDS);

export const HeadForm = memo(
  function HeadForm(props: HeadProps) {
    const { content, onChange, names, isReadOnly, number, hasNumber } = props;
    const found = useFoundField();
    const answered = content.answers
      .map((answer) => answer.reference)
      .filter(Boolean)
      .join(', ');
    const summary = [content.leadUnit, shownDate(content), t.publicity[content.publicity], answered]
      .filter(Boolean)
      .join(' · ');
    return (
      <Section
        title={t.statement.head}
        help="kopf"
        summary={summary}
        startsOpen={
          !hasNumber ||
          content.leadUnit === '' ||
          content.date === null ||
          content.publicity === 'unknown' ||
          HEAD_PLACES.has(found)
        }
      >
        <FieldPlace field="reference">{number}</FieldPlace>
        <div className="grid-3">
          <FieldPlace field="leadUnit">
            <SuggestField
              label={t.statement.leadUnit}
              value={content.leadUnit}
              suggestions={names.units}
              isReadOnly={isReadOnly}
              onChange={(leadUnit) => onChange({ leadUnit })}
            />
          </FieldPlace>
          <FieldPlace field="date">
            <DateField label={t.statement.date} isReadOnly={isReadOnly} {...dateOf(content, onChange)} />
          </FieldPlace>
          <FieldPlace field="publicity">
            <PublicityField
              label={t.statement.publicity}
              value={content.publicity}
              isDisabled={isReadOnly}
              onChange={(publicity) => onChange(decidePublicity(content, publicity))}
            />
          </FieldPlace>
        </div>
        <FieldPlace field="answers">
          <AnswerFields
            content={content}
            onChange={onChange}
            organizations={names.originators}
            persons={names.persons}
            isReadOnly={isReadOnly}
          />
        </FieldPlace>
        <FieldPlace field="name">
          <TextField
            label={t.statement.name}
            value={content.name}
            isReadOnly={isReadOnly}
            onChange={(name) => onChange({ name })}
          />
        </FieldPlace>
        <FieldPlace field="bodyName">
          <TextField
            label={t.statement.bodyName}
            value={content.bodyName}
            isReadOnly={isReadOnly}
            onChange={(bodyName) => onChange({ bodyName })}
          />
        </FieldPlace>
        <h3 className="label soft">{t.statement.contact}</h3>
        <div className="grid-3">
          {CHOICES.filter((field) => !('isGiven' in field)).map((field) => (
            <FieldPlace key={field.key} field={field.key}>
              <TextField
                label={t.statement.contactFields[choiceName(field)]}
                value={(valueAt(content, field.key) as string | null) ?? ''}
                isReadOnly={isReadOnly}
                onChange={(value) => onChange(partWith(content, field.key, value === '' ? null : value))}
              />
            </FieldPlace>
          ))}
        </div>
      </Section>
    );
  },
  (before: HeadProps, after: HeadProps) => before.number === after.number && sameHead(before, after),
);

export const ConsultationSection = memo(
  function ConsultationSection({ content, onChange, names, isReadOnly }: FormProps) {
    const found = useFoundField();
    const last = content.consultations.at(-1);
    const summary = [
      t.consultations.count(content.consultations.length),
      last && [last.organization, shownDate(last)].filter(Boolean).join(' '),
    ];
    return (
      <Section
        title={t.consultations.title}
        help="beratungsfolge"
        summary={summary.filter(Boolean).join(' · ')}
        startsOpen={content.consultations.length === 0 || found === 'consultations'}
      >
        <ConsultationTable
          value={content.consultations}
          paper={content.publicity}
          organizations={names.bodies}
          isReadOnly={isReadOnly}
          onChange={(consultations) => onChange({ consultations })}
        />
      </Section>
    );
  },
  unlessChanged(['consultations', 'publicity']),
);

const NO_SIGNATORY = { name: '', role: null, prefix: null };

interface SignatoryProps extends Pick<FormProps, 'names' | 'isReadOnly'> {
  readonly content: Pick<StatementContent, 'signatory'>;
  readonly onChange: (part: Pick<StatementContent, 'signatory'>) => void;
}

export const SignatoryFields = memo(
  function SignatoryFields({ content, onChange, names, isReadOnly }: SignatoryProps) {
    const signatory = content.signatory ?? NO_SIGNATORY;
    const change = (part: Partial<typeof signatory>): void => {
      const next = { ...signatory, ...part };
      const isEmpty = next.name === '' && !next.role && !next.prefix;
      onChange({ signatory: isEmpty ? null : next });
    };
    return (
      <fieldset className="signatory" data-help="wer-unterzeichnet">
        <legend className="label soft">{t.statement.signatory}</legend>
        <div className="grid-signatory">
          <SuggestField
            label={t.statement.signatoryPrefix}
            value={signatory.prefix ?? ''}
            suggestions={t.statement.prefixes}
            isReadOnly={isReadOnly}
            onChange={(prefix) => change({ prefix: prefix === '' ? null : prefix })}
          />
          <FieldPlace field="signatory.name">
            <SuggestField
              label={t.statement.signatoryName}
              value={signatory.name}
              suggestions={[...new Set([...names.signatories.map((known) => known.name), ...names.persons])]}
              isReadOnly={isReadOnly}
              onChange={(name) => {
                // Who stands in the settings brings function and prefix along, unless something else was written.
                const known = names.signatories.find((entry) => entry.name === name);
                const isFree = !signatory.role && !signatory.prefix;
                change(known && isFree ? known : { name });
              }}
            />
          </FieldPlace>
          <TextField
            label={t.statement.signatoryRole}
            value={signatory.role ?? ''}
            isReadOnly={isReadOnly}
            onChange={(role) => change({ role: role === '' ? null : role })}
          />
        </div>
      </fieldset>
    );
  },
  (before, after) =>
    before.onChange === after.onChange &&
    before.names === after.names &&
    before.isReadOnly === after.isReadOnly &&
    before.content.signatory === after.content.signatory,
);
