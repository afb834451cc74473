/** The guide after the first page: a few questions, each may be skipped, and at the end the first statement on screen. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SamplePane } from '../../parts/settings/sample-pane.tsx';
import { SettingsStatus } from '../../parts/settings/settings-status.tsx';
import { useOfficeEditor } from '../../parts/settings/use-office-settings.ts';
import { usePreferences } from '../../parts/settings/use-preferences.ts';
import { STEPS, VIEWS, type Step } from './guide-steps.tsx';
import type { OfficeSettings } from '../../../src-main/contract/settings/shapes.ts';

const words = t.guide;
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
    // Otherwise nothing of the later steps would be saved.
    if (!office.isSound) {
      setProblem(t.settings.notSaved);
      return;
    }
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
      <SettingsStatus state={office.saved} onUndo={office.undo} />
    </div>
  );
}

export function GuidePage() {
  const { queries } = useCore();
  const { data } = useQuery(queries.settings.office.queryOptions());
  return data ? <Guide stored={data} /> : null;
}
