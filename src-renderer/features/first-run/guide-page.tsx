/** The guide after the first page: a few questions, each may be skipped, and at the end the first statement on screen. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Letterhead } from '../settings/office-areas.tsx';
import { SamplePane } from '../settings/sample-pane.tsx';
import { useOfficeEditor, type OfficeEditor } from '../settings/use-office-settings.ts';
import { usePreferences } from '../settings/use-preferences.ts';
import { readLines } from './guide-lines.ts';
import type { OfficeSettings } from '../../../src-main/contract/settings.ts';

const STEPS = ['name', 'letterhead', 'units', 'bodies', 'signatory', 'statement'] as const;
type Step = (typeof STEPS)[number];
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
    client.settings.applyContacts({
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
          publicity: 'public',
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

const VIEWS: Record<Step, (props: StepProps) => ReactNode> = {
  name: NameStep,
  letterhead: LetterheadStep,
  units: (props) => <ListStep {...props} target="unit" label={words.units} example={words.unitsExample} />,
  bodies: (props) => <ListStep {...props} target="committee" label={words.bodies} example={words.bodiesExample} />,
  signatory: SignatoryStep,
  statement: StatementStep,
};

function Guide({ stored }: { readonly stored: OfficeSettings }) {
  const office = useOfficeEditor(stored);
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { change } = usePreferences();
  // The name was asked on the first page.
  const [at, setAt] = useState(1);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const step = STEPS[at] ?? 'statement';
  const View = VIEWS[step];
  const hint = (words.hints as Readonly<Partial<Record<Step, string>>>)[step];

  useEffect(() => {
    document.title = `${words.title} – ${t.productName}`;
  }, []);

  const next = (work?: () => Promise<unknown>): void => {
    setBusy(true);
    setProblem(null);
    Promise.resolve(work?.())
      .then(async () => {
        if (at === STEPS.length - 1) change({ guideDone: true });
        else setAt(at + 1);
        await queryClient.invalidateQueries({ queryKey: queries.system.key() });
      })
      .catch((error: unknown) => setProblem(problemOf(error).sentence))
      .finally(() => setBusy(false));
  };

  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <span className="soft" role="status">
          {words.step(at + 1, STEPS.length)}
        </span>
        <span className="page-head-space" />
        <Button
          kind="quiet"
          onPress={() => {
            office.commit();
            void navigate({ to: '/register' });
          }}
        >
          {words.later}
        </Button>
      </header>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <div className="settings-split guide">
        <div className="settings-form">
          <ol className="guide-steps" aria-label={words.title}>
            {STEPS.map((key, index) => (
              <li key={key} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
                {words.steps[key]}
              </li>
            ))}
          </ol>
          <h2>{words.steps[step]}</h2>
          {hint !== undefined && <p className="soft">{hint}</p>}
          <View key={step} office={office} onNext={next} onBack={() => setAt(at - 1)} isBusy={isBusy} />
        </div>
        <SamplePane profile={office.profile} />
      </div>
    </div>
  );
}

export function GuidePage() {
  const { queries } = useCore();
  const { data } = useQuery(queries.settings.office.queryOptions());
  return data ? <Guide stored={data} /> : null;
}
