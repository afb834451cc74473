/** The steps of the guide: each asks one thing and may be skipped. */
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Letterhead } from '../../parts/settings/office-areas.tsx';
import { PublicityField } from '../../parts/statement/publicity-field.tsx';
import type { OfficeEditor } from '../../parts/settings/use-office-settings.ts';
import { readLines } from './guide-lines.ts';

export const STEPS = ['name', 'letterhead', 'units', 'bodies', 'signatory', 'statement'] as const;
export type Step = (typeof STEPS)[number];
type Answered = 'motion' | 'inquiry';

const words = t.guide;
const TYPES: readonly Choice<Answered>[] = [
  { id: 'motion', text: t.paperTypes.motion },
  { id: 'inquiry', text: t.paperTypes.inquiry },
];
const LONGEST_LINE = 2000;

interface StepProps {
  readonly office: OfficeEditor;
  /** Goes on; a rejected promise stays here with its sentence. */
  readonly onNext: (work?: () => Promise<unknown>) => void;
  readonly onBack: (() => void) | null;
  readonly isBusy: boolean;
}

function StepButtons({
  next,
  onNext,
  onSkip,
  onBack,
  isBusy,
}: {
  readonly next: string;
  readonly onNext: () => void;
  readonly onSkip: (() => void) | null;
  readonly onBack: (() => void) | null;
  readonly isBusy: boolean;
}) {
  return (
    <div className="button-row guide-buttons">
      <Button kind="primary" onPress={onNext} isDisabled={isBusy}>
        {next}
      </Button>
      {onSkip && (
        <Button onPress={onSkip} isDisabled={isBusy}>
          {words.skip}
        </Button>
      )}
      {onBack && (
        <Button kind="quiet" onPress={onBack} isDisabled={isBusy}>
          {words.back}
        </Button>
      )}
    </div>
  );
}

function NameStep({ office, onNext, isBusy }: StepProps) {
  return (
    <>
      <TextField
        label={t.settings.fields.bodyName}
        value={office.profile.bodyName}
        error={office.errorAt('bodyName')}
        onChange={(name) => office.set('bodyName', name)}
        onBlur={office.commit}
        autoFocus
      />
      <p className="soft small">{t.firstRun.bodyNameHint}</p>
      <StepButtons next={words.next} onNext={() => onNext()} onSkip={null} onBack={null} isBusy={isBusy} />
    </>
  );
}

function LetterheadStep({ office, onNext, onBack, isBusy }: StepProps) {
  return (
    <>
      <Letterhead office={office} />
      <StepButtons
        next={words.next}
        onNext={() => {
          office.commit();
          onNext();
        }}
        onSkip={() => onNext()}
        onBack={onBack}
        isBusy={isBusy}
      />
    </>
  );
}

function ListStep({
  target,
  label,
  example,
  onNext,
  onBack,
  isBusy,
}: StepProps & { readonly target: 'unit' | 'committee'; readonly label: string; readonly example: string }) {
  const { client } = useCore();
  const [text, setText] = useState('');
  const lines = readLines(text);
  const isTooLong = lines.some((line) => line.name.length > LONGEST_LINE);
  const save = (): Promise<unknown> =>
    client.setupImports.applyContacts({
      target,
      columns: [t.settings.organizations.shortName, t.settings.organizations.name],
      rows: lines.map((line) => [line.shortName, line.name]),
      mapping: ['shortName', 'name'],
    });
  return (
    <>
      <TextField
        label={label}
        value={text}
        lines={8}
        placeholder={example}
        error={isTooLong ? words.tooLong : null}
        onChange={setText}
        autoFocus
      />
      <StepButtons
        next={words.next}
        onNext={() => {
          if (!isTooLong) onNext(lines.length === 0 ? undefined : save);
        }}
        onSkip={() => onNext()}
        onBack={onBack}
        isBusy={isBusy}
      />
    </>
  );
}

function SignatoryStep({ office, onNext, onBack, isBusy }: StepProps) {
  const [first] = office.profile.signatories;
  const [name, setName] = useState(first?.name ?? '');
  const [role, setRole] = useState(first?.role ?? '');
  const [prefix, setPrefix] = useState(first?.prefix ?? '');
  const keep = (): void => {
    if (name.trim() !== '') {
      const signatory = { name: name.trim(), role: role.trim() || null, prefix: prefix.trim() || null };
      office.setNow('signatories', [signatory, ...office.profile.signatories.slice(1)]);
    }
    onNext();
  };
  return (
    <>
      <div className="grid-signatory">
        <SuggestField
          label={t.settings.signatory.prefix}
          value={prefix}
          suggestions={t.statement.prefixes}
          onChange={setPrefix}
        />
        <TextField label={t.settings.signatory.name} value={name} onChange={setName} />
        <TextField label={t.settings.signatory.role} value={role} onChange={setRole} />
      </div>
      <StepButtons next={words.next} onNext={keep} onSkip={() => onNext()} onBack={onBack} isBusy={isBusy} />
    </>
  );
}

function StatementStep({ office, onNext, onBack, isBusy }: StepProps) {
  const { client } = useCore();
  const navigate = useNavigate();
  const [type, setType] = useState<Answered>('motion');
  const [reference, setReference] = useState('');
  const [name, setName] = useState('');
  const [publicity, setPublicity] = useState<DraftPublicity>('public');
  const isMissing = reference.trim() !== '' && name.trim() === '';
  const [isAsked, setAsked] = useState(false);
  const begin = async (): Promise<void> => {
    let answers: string | null = null;
    if (name.trim() !== '') {
      const paper = await client.papers.register({
        id: newId(),
        content: {
          paperType: type,
          reference: reference.trim(),
          name: name.trim(),
          date: null,
          publicity,
          originators: [],
          consultations: [],
          text: { type: 'doc', content: [] },
        },
      });
      answers = paper.id;
    }
    const draft = await client.statements.create({ id: newId(), answers, name: null, leadUnit: null, number: null });
    const [signatory] = office.profile.signatories;
    if (signatory) {
      await client.statements.save({
        id: draft.id,
        expectedRevision: draft.revision,
        content: { ...draft.content, signatory },
      });
    }
    await navigate({ to: '/stellungnahme/$id', params: { id: draft.id } });
  };
  return (
    <>
      <div className="grid-3">
        <Select label={words.type} value={type} choices={TYPES} onChange={setType} />
        <TextField
          label={words.reference}
          value={reference}
          placeholder={words.referenceHint}
          onChange={setReference}
        />
        <PublicityField label={t.paper.publicity} value={publicity} onChange={setPublicity} />
      </div>
      <TextField
        label={words.name}
        value={name}
        error={isAsked && isMissing ? words.nameMissing : null}
        onChange={setName}
      />
      <StepButtons
        next={words.begin}
        onNext={() => {
          setAsked(true);
          if (!isMissing) onNext(begin);
        }}
        onSkip={null}
        onBack={onBack}
        isBusy={isBusy}
      />
    </>
  );
}

export const VIEWS: Record<Step, (props: StepProps) => ReactNode> = {
  name: NameStep,
  letterhead: LetterheadStep,
  units: (props) => <ListStep {...props} target="unit" label={words.units} example={words.unitsExample} />,
  bodies: (props) => <ListStep {...props} target="committee" label={words.bodies} example={words.bodiesExample} />,
  signatory: SignatoryStep,
  statement: StatementStep,
};
