/** Settings as a file, everything for another PC, and the way between the example and one's own office. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { SettingsPlan } from '../../../src-main/contract/settings/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { saveDelivery } from '../../data/save-delivery.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { fieldId } from '../../parts/settings/profile-field.tsx';
import { showOtherData } from '../../parts/settings/show-other-data.ts';
import { useChangeText } from './use-change-text.ts';
import { SettingsStatus, type SavedState } from '../../parts/settings/settings-status.tsx';

const words = t.settings.move;
const MOST_FIELDS = 12;

function Plan({ plan }: { readonly plan: SettingsPlan }) {
  const changeText = useChangeText();
  const { organizations, persons, profileChanges } = plan;
  const isNothing =
    profileChanges.length + organizations.created + organizations.changed + persons.created + persons.changed === 0;
  return (
    <div className="plan">
      <strong>{words.plan(plan.bodyName)}</strong>
      {isNothing ? (
        <p>{words.nothing}</p>
      ) : (
        <ul>
          <li>{words.officeChanges(profileChanges.length)}</li>
          {profileChanges.slice(0, MOST_FIELDS).map((field) => (
            <li key={field.field} className="soft small">
              {changeText(field)}
            </li>
          ))}
          <li>{words.organizations(organizations.created, organizations.changed)}</li>
          <li>{words.persons(persons.created, persons.changed)}</li>
        </ul>
      )}
    </div>
  );
}

export function MoveArea() {
  const { client, connection, queries } = useCore();
  const queryClient = useQueryClient();
  const { data: status } = useQuery(queries.system.status.queryOptions());
  const [file, setFile] = useState<File | null>(null);
  const [state, setState] = useState<SavedState>({ kind: 'idle' });
  const [undoSeq, setUndoSeq] = useState<number | null>(null);
  const refreshAll = (): Promise<void> => queryClient.invalidateQueries();
  const deliver = useMutation({
    mutationFn: async (what: 'settings' | 'everything') =>
      saveDelivery(
        what === 'settings' ? await client.settings.exportFile() : await client.backup.deliver(),
        connection,
      ),
  });
  const plan = useMutation({
    mutationFn: async (chosen: File) => {
      setFile(chosen);
      const handle = await connection.handOver(chosen);
      return client.setupImports.planSettings({ handle, fileName: chosen.name });
    },
  });
  const apply = useMutation({
    mutationFn: async (chosen: File) => {
      const handle = await connection.handOver(chosen);
      return client.setupImports.applySettings({ handle, fileName: chosen.name });
    },
    onSuccess: async (result) => {
      setUndoSeq(result.undo);
      setState({ kind: 'done', sentence: words.applied });
      plan.reset();
      await refreshAll();
    },
  });
  const undo = useMutation({
    mutationFn: (seq: number) => client.settings.undo({ seq }),
    onSuccess: async () => {
      setUndoSeq(null);
      setState({ kind: 'undone' });
      await refreshAll();
    },
  });
  const open = useMutation({
    mutationFn: (kind: 'own' | 'example') => client.system.open({ kind }),
    onSuccess: () => showOtherData(queryClient),
  });
  const problem = deliver.error ?? plan.error ?? apply.error ?? undo.error ?? open.error;
  const isExample = status?.office?.kind === 'example';
  return (
    <div className="settings-single">
      <div className="settings-form">
        {problem && <ProblemNotice sentence={problemOf(problem).sentence} />}
        <section className="setting-group" id={fieldId('move.exportTitle')}>
          <h2>{words.exportTitle}</h2>
          <p className="soft">{words.exportHint}</p>
          <Button icon="arrowDownload" onPress={() => deliver.mutate('settings')} isDisabled={deliver.isPending}>
            {words.exportButton}
          </Button>
        </section>
        <section className="setting-group" id={fieldId('move.importTitle')}>
          <h2>{words.importTitle}</h2>
          <p className="soft">{words.importHint}</p>
          <FileTrigger
            acceptedFileTypes={['.json', 'application/json']}
            onSelect={(files) => {
              const chosen = files?.[0];
              if (chosen) plan.mutate(chosen);
            }}
          >
            <Button icon="arrowImport">{words.importButton}</Button>
          </FileTrigger>
          {plan.data && file && (
            <>
              <Plan plan={plan.data} />
              <div className="button-row">
                <Button kind="primary" onPress={() => apply.mutate(file)} isDisabled={apply.isPending}>
                  {words.apply}
                </Button>
                <Button kind="quiet" onPress={() => plan.reset()}>
                  {words.cancel}
                </Button>
              </div>
            </>
          )}
        </section>
        <section className="setting-group" id={fieldId('move.pcTitle')}>
          <h2>{words.pcTitle}</h2>
          <p className="soft">{words.pcHint}</p>
          <Button icon="arrowDownload" onPress={() => deliver.mutate('everything')} isDisabled={deliver.isPending}>
            {words.pcButton}
          </Button>
        </section>
        <section className="setting-group">
          <h2>{isExample ? words.ownTitle : words.exampleTitle}</h2>
          <p className="soft">{isExample ? words.ownHint : words.exampleHint}</p>
          <Button onPress={() => open.mutate(isExample ? 'own' : 'example')} isDisabled={open.isPending}>
            {isExample ? words.ownButton : words.exampleButton}
          </Button>
        </section>
      </div>
      <SettingsStatus state={state} {...(undoSeq !== null && { onUndo: () => undo.mutate(undoSeq) })} />
    </div>
  );
}
