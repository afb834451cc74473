/** Backups: their state, the folder, what there is, and the way back; below, the examination of the data. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { BackupState } from '../../../../src-main/contract/backup/shapes.ts';
import { logEndLine } from '../../../../src-main/contract/backup/texts-de.ts';
import { problemOf, useCore } from '../../../data/core.ts';
import { putAnswer } from '../../../data/put-answer.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { timeText } from '../history-list.tsx';
import { fieldId } from '../../../parts/settings/profile-field.tsx';
import { SettingsStatus, type SavedState } from '../../../parts/settings/settings-status.tsx';
import { DoctorPanel } from './doctor-panel.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { sizeText } from '../../../ui/size-text.ts';

const words = t.backup;

function StateLine({ state }: { readonly state: BackupState }) {
  const isGood = state.lastGood !== null && !state.isOld && state.problem === null;
  return (
    <div className={isGood ? 'notice' : 'notice warn'} role="status">
      <Icon name={isGood ? 'checkmark' : 'warning'} />
      <span className="notice-body">
        {state.lastGood === null ? words.none : words.lastGood(timeText(state.lastGood.at))}
        {state.lastGood !== null && state.isOld && ` ${words.old}`}
        {state.problem !== null && ` ${state.problem}`}
        {state.lastGood?.logEnd && (
          <span className="soft small" data-log-end>
            {' '}
            {logEndLine(state.lastGood.logEnd)}
          </span>
        )}
      </span>
    </div>
  );
}

function FolderField({
  state,
  onDone,
}: {
  readonly state: BackupState;
  readonly onDone: (state: BackupState) => void;
}) {
  const { client } = useCore();
  const [path, setPath] = useState(state.isOwnFolder ? '' : state.folder);
  const save = useMutation({
    mutationFn: (folder: string) => client.backup.setFolder({ path: folder.trim() === '' ? null : folder.trim() }),
    onSuccess: onDone,
  });
  const isSame = path.trim() === (state.isOwnFolder ? '' : state.folder);
  return (
    <form
      className="setting"
      id={fieldId('backup.folder')}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(path);
      }}
    >
      <div className="folder-row">
        <TextField
          label={words.folder}
          value={path}
          placeholder={words.folderOwn}
          error={save.error ? problemOf(save.error).sentence : null}
          onChange={(text) => {
            save.reset();
            setPath(text);
          }}
        />
        <Button type="submit" isDisabled={isSame || save.isPending}>
          {words.setFolder}
        </Button>
      </div>
      <p className="soft small">{words.folderHint}</p>
    </form>
  );
}

export function BackupArea() {
  const { client, connection, queries } = useCore();
  const queryClient = useQueryClient();
  const key = queries.backup.state.queryKey();
  const { data: state, error } = useQuery(queries.backup.state.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [told, setTold] = useState<SavedState>({ kind: 'idle' });
  const take = (next: BackupState): void => {
    putAnswer(queryClient, key, next);
    if (next.problem === null) setTold({ kind: 'done', sentence: words.done });
  };
  const run = useMutation({ mutationFn: () => client.backup.run(), onSuccess: take });
  const receive = useMutation({
    mutationFn: async (file: File) => {
      const handle = await connection.handOver(file);
      return client.backup.receive({ handle, fileName: file.name });
    },
    onSuccess: (content) => setChosen(content.path),
  });
  const problem = error ?? run.error ?? receive.error;
  return (
    <div className="settings-single">
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints.sicherung}</p>
        {problem && <ProblemNotice sentence={problemOf(problem).sentence} />}
        {state && (
          <>
            <StateLine state={state} />
            <div className="button-row">
              <Button kind="primary" onPress={() => run.mutate()} isDisabled={run.isPending}>
                {run.isPending ? words.running : words.now}
              </Button>
            </div>
            <FolderField key={state.folder} state={state} onDone={take} />
            {chosen !== null && (
              <RestorePanel
                path={chosen}
                onClose={() => setChosen(null)}
                onRestored={(sentence) => {
                  setChosen(null);
                  setTold({ kind: 'done', sentence });
                }}
              />
            )}
            <table className="plain-table">
              <caption>{words.list}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.when}</th>
                  <th scope="col">{words.size}</th>
                  <th scope="col">
                    <span className="visually-hidden">{words.look}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {state.files.map((file) => (
                  <tr key={file.path}>
                    <td>{timeText(file.at)}</td>
                    <td>{sizeText(file.size)}</td>
                    <td className="row-actions">
                      <Button
                        kind="link"
                        aria-label={`${words.look}: ${timeText(file.at)}`}
                        onPress={() => setChosen(file.path)}
                      >
                        {words.look}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
        <section className="setting-group" id={fieldId('backup.fromFile')}>
          <h2>{words.fromFile}</h2>
          <FileTrigger
            acceptedFileTypes={['.db']}
            onSelect={(files) => {
              const file = files?.[0];
              if (file) receive.mutate(file);
            }}
          >
            <Button icon="arrowImport">{words.chooseFile}</Button>
          </FileTrigger>
        </section>
        <DoctorPanel />
      </div>
      <SettingsStatus state={told} />
    </div>
  );
}
