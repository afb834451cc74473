/** The first page on a new machine: one's own office or the example. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showOtherData } from '../../parts/settings/show-other-data.ts';
import { FromOtherPc } from './from-other-pc.tsx';

export function FirstRunPage() {
  const { client } = useCore();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [bodyName, setBodyName] = useState('');
  const [nameError, setNameError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const begin = async (kind: 'own' | 'example'): Promise<void> => {
    if (kind === 'own' && bodyName.trim() === '') {
      setNameError(t.firstRun.nameMissing);
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await client.system.initialise(kind === 'own' ? { kind, bodyName } : { kind });
      await showOtherData(queryClient);
      if (kind === 'own') await navigate({ to: '/anfang' });
    } catch (error) {
      setProblem(problemOf(error).sentence);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="first-run">
      <h1>{t.firstRun.title}</h1>
      <p className="soft">{t.firstRun.intro}</p>
      {problem !== null && <ProblemNotice sentence={problem} />}
      <div className="first-run-choices">
        <form
          className="choice"
          onSubmit={(event) => {
            event.preventDefault();
            void begin('own');
          }}
        >
          <h2>{t.firstRun.ownTitle}</h2>
          <p className="soft">{t.firstRun.ownText}</p>
          <TextField
            label={t.firstRun.bodyName}
            value={bodyName}
            error={nameError}
            onChange={(name) => {
              setNameError(null);
              setBodyName(name);
            }}
          />
          <p className="soft small">{t.firstRun.bodyNameHint}</p>
          <Button kind="primary" type="submit" isDisabled={isBusy}>
            {t.firstRun.ownButton}
          </Button>
        </form>
        <div className="choice">
          <h2>{t.firstRun.exampleTitle}</h2>
          <p className="soft">{t.firstRun.exampleText}</p>
          <Button onPress={() => void begin('example')} isDisabled={isBusy}>
            {t.firstRun.exampleButton}
          </Button>
        </div>
        <FromOtherPc />
      </div>
    </div>
  );
}
