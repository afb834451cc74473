/** Text modules: the list at the left, the chosen one at the right; one removed can be brought back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatGermanDate } from '../../../../src-main/base/german-date.ts';
import { importNoteSentence } from '../../../../src-main/contract/import/texts-de.ts';
import type { TextModule } from '../../../../src-main/contract/module/shapes.ts';
import { moduleScopes, moduleTexts } from '../../../../src-main/contract/module/texts-de.ts';
import { chooseFile } from '../../../ui/choose-file.ts';
import { problemOf, useCore } from '../../../data/core.ts';
import { newId } from '../../../data/new-id.ts';
import { SourceNotes } from '../../../parts/register/source-notes.tsx';
import { SettingsStatus, type SavedState } from '../../../parts/settings/settings-status.tsx';
import { t } from '../../../texts/de.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { DirectoryList } from '../directory-list.tsx';
import { ModuleForm } from './module-form.tsx';

const words = t.modules.area;

const freshModule = (): TextModule => ({
  id: newId(),
  revision: 0,
  owner: '',
  changedAt: '',
  changedBy: '',
  isExpired: false,
  content: {
    title: '',
    code: '',
    scope: 'own',
    unit: '',
    place: 'text',
    paperTypes: [],
    validUntil: null,
    text: { type: 'doc', content: [] },
  },
});

const asideOf = ({ isExpired, content }: TextModule): string => {
  if (isExpired && content.validUntil !== null) return moduleTexts.expired(formatGermanDate(content.validUntil));
  return content.unit || moduleScopes[content.scope];
};

export function ModulesArea() {
  const { client, connection, queries } = useCore();
  const cache = useQueryClient();
  const { data } = useQuery({ ...queries.modules.list.queryOptions(), staleTime: 0 });
  const [fresh, setFresh] = useState<TextModule | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [state, setState] = useState<SavedState>({ kind: 'idle' });
  const [removed, setRemoved] = useState<string | null>(null);
  if (!data) return null;
  const stored = data.filter(({ revision }) => revision > 0);
  const isFresh = fresh !== null && !stored.some(({ id }) => id === fresh.id);
  const all = isFresh ? [fresh, ...stored] : stored;
  const chosen = all.find(({ id }) => id === selected) ?? all[0];
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: queries.modules.key() });
  const attempt = (work: () => Promise<void>): void => {
    setProblem(null);
    setNotes([]);
    work()
      .catch((error: unknown) => setProblem(problemOf(error).sentence))
      .finally(() => void refresh());
  };
  const begin = (): void => {
    const module = freshModule();
    setFresh(module);
    setSelected(module.id);
    setState({ kind: 'idle' });
  };
  const read = (): void =>
    attempt(async () => {
      const file = await chooseFile(['.docx', '.odt', '.txt', '.md']);
      if (!file) return;
      const handle = await connection.handOver(file);
      const result = await client.modules.importFile({ handle, fileName: file.name });
      setNotes(result.notes.map(importNoteSentence));
      setState({ kind: 'done', sentence: moduleTexts.imported(result.created, result.same) });
      setRemoved(null);
    });
  return (
    <div className="settings-directory">
      <DirectoryList
        label={t.settings.areas.bausteine}
        entries={all.map((module) => ({
          id: module.id,
          title: module.content.title || words.add,
          aside: asideOf(module),
          isOver: module.isExpired,
        }))}
        selected={chosen?.id ?? null}
        onSelect={setSelected}
        onNew={begin}
        onImport={read}
        words={{ add: words.add, take: words.import, filter: words.filter, empty: words.empty, count: words.count }}
      />
      <div className="directory-detail">
        <p className="soft">{t.settings.areaHints.bausteine}</p>
        {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
        <SourceNotes sentences={notes} onClose={() => setNotes([])} />
        {chosen ? (
          <ModuleForm
            key={chosen.id}
            module={chosen}
            onRemove={(revision) =>
              attempt(async () => {
                await client.modules.removeModule({ id: chosen.id, expectedRevision: revision });
                setRemoved(chosen.id);
                setSelected(null);
                setState({ kind: 'done', sentence: words.removed(chosen.content.title) });
              })
            }
          />
        ) : (
          <p className="soft empty">{words.empty}</p>
        )}
        {state.kind !== 'idle' && (
          <SettingsStatus
            state={state}
            {...(removed !== null && {
              onUndo: () =>
                attempt(async () => {
                  await client.modules.bringBack({ id: removed });
                  setSelected(removed);
                  setRemoved(null);
                  setState({ kind: 'undone' });
                }),
            })}
          />
        )}
      </div>
    </div>
  );
}
