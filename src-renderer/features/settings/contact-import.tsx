/** A list becomes entries: choose the file, say which column is what, see what would happen, take it over – and take it back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type {
  ContactField,
  ContactMapping,
  ContactTable,
  ContactTarget,
} from '../../../src-main/contract/settings/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { useChangeText } from './use-change-text.ts';
import { SettingsStatus } from '../../parts/settings/settings-status.tsx';

type Meaning = ContactField | 'ignore';
const words = t.settings.contacts;
const ORGANIZATION_ONLY: ReadonlySet<ContactField> = new Set(['shortName']);
const PERSON_ONLY: ReadonlySet<ContactField> = new Set([
  'givenName',
  'familyName',
  'title',
  'formOfAddress',
  'organization',
  'role',
]);
const MOST_ROWS_SHOWN = 200;
const VALUES_SHOWN = 3;

function meanings(target: ContactTarget): readonly Choice<Meaning>[] {
  const hidden = target === 'person' ? ORGANIZATION_ONLY : PERSON_ONLY;
  const fields = (Object.keys(words.fields) as ContactField[]).filter((field) => !hidden.has(field));
  return [{ id: 'ignore', text: words.ignore }, ...fields.map((id) => ({ id, text: words.fields[id] }))];
}

interface Loaded extends ContactTable {
  readonly mapping: ContactMapping;
}

function ColumnAssistant({
  list,
  target,
  onMap,
}: {
  readonly list: Loaded;
  readonly target: ContactTarget;
  readonly onMap: (mapping: ContactMapping) => void;
}) {
  const choices = meanings(target);
  return (
    <table className="plain-table">
      <caption>{words.columns}</caption>
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.firstValues}</th>
          <th scope="col">{words.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {list.columns.map((column, index) => (
          <tr key={column}>
            <th scope="row">{column}</th>
            <td className="soft ellipsis">
              {list.rows
                .map((row) => row[index] ?? '')
                .filter(Boolean)
                .slice(0, VALUES_SHOWN)
                .join(' · ')}
            </td>
            <td>
              <Select
                hideLabel
                compact
                label={`${words.meaning}: ${column}`}
                value={list.mapping[index] ?? 'ignore'}
                choices={choices}
                onChange={(meaning) =>
                  onMap(
                    list.columns.map((_, at) => {
                      if (at === index) return meaning === 'ignore' ? null : meaning;
                      // A field is filled by one column only.
                      return list.mapping[at] === meaning ? null : (list.mapping[at] ?? null);
                    }),
                  )
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlanTable({ request }: { readonly request: Request }) {
  const { queries } = useCore();
  const changeText = useChangeText();
  const { data, error } = useQuery(queries.setupImports.planContacts.queryOptions({ input: request }));
  if (error) return <ProblemNotice sentence={problemOf(error).sentence} />;
  if (!data) return <p className="soft">{words.reading}</p>;
  const rows = data.rows.slice(0, MOST_ROWS_SHOWN);
  return (
    <>
      {data.newOrganizations.length > 0 && <p>{words.newOrganizations(data.newOrganizations.join(', '))}</p>}
      <table className="plain-table">
        <caption>{words.result}</caption>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td>{row.row}</td>
              <td>{row.title}</td>
              <td className={row.action === 'problem' ? 'bad' : row.action === 'same' ? 'soft' : undefined}>
                <strong>{words.action[row.action]}</strong>{' '}
                {row.problem === null
                  ? row.action === 'change' && row.fields.map(changeText).join('; ')
                  : words.problems[row.problem]}
                {row.hint !== null && ` ${words.hints[row.hint]}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.rows.length > rows.length && <p className="soft">{words.more(data.rows.length - rows.length)}</p>}
    </>
  );
}

interface Request {
  readonly target: ContactTarget;
  readonly columns: string[];
  readonly rows: string[][];
  readonly mapping: ContactMapping;
}

export function ContactImport({ target, onClose }: { readonly target: ContactTarget; readonly onClose: () => void }) {
  const { client, connection, queries } = useCore();
  const queryClient = useQueryClient();
  const [list, setList] = useState<Loaded | null>(null);
  const refresh = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: queries.settings.key() });
    await queryClient.invalidateQueries({ queryKey: queries.system.directory.key() });
  };
  const read = useMutation({
    mutationFn: async (file: File) => {
      const handle = await connection.handOver(file);
      return client.setupImports.readContacts({ handle, fileName: file.name, target });
    },
    onSuccess: (table) => setList(table),
  });
  const apply = useMutation({
    mutationFn: (request: Request) => client.setupImports.applyContacts(request),
    onSuccess: async () => {
      setList(null);
      await refresh();
    },
  });
  const undo = useMutation({
    mutationFn: (seq: number) => client.settings.undo({ seq }),
    onSuccess: refresh,
  });
  const request: Request | null = list && {
    target,
    columns: list.columns,
    rows: list.rows,
    mapping: list.mapping,
  };
  const hasName = list?.mapping.some((field) => field === 'name' || field === 'familyName') ?? false;
  const plan = useQuery({
    ...queries.setupImports.planContacts.queryOptions({
      input: request ?? { target, columns: [], rows: [], mapping: [] },
    }),
    enabled: request !== null && hasName,
  });
  const count = (action: 'create' | 'change' | 'same' | 'problem'): number =>
    plan.data?.rows.filter((row) => row.action === action).length ?? 0;
  const wanted = count('create') + count('change');
  const problem = read.error ?? apply.error ?? undo.error;
  const takenBack = undo.isSuccess;
  return (
    <section className="settings-form" aria-label={words.title[target]} data-help="listen-übernehmen">
      <h2>{words.title[target]}</h2>
      <p className="soft">{words.hint}</p>
      <div className="button-row">
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.vcf', 'text/csv', 'text/vcard']}
          onSelect={(files) => {
            const file = files?.[0];
            if (!file) return;
            apply.reset();
            undo.reset();
            read.mutate(file);
          }}
        >
          <Button icon="arrowImport">{list ? words.another : words.choose}</Button>
        </FileTrigger>
        {request && hasName && plan.data && (
          <Button kind="primary" isDisabled={wanted === 0 || apply.isPending} onPress={() => apply.mutate(request)}>
            {wanted === 0 ? words.nothing : words.apply(wanted)}
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          {t.common.close}
        </Button>
      </div>
      {problem && <ProblemNotice sentence={problemOf(problem).sentence} />}
      {read.isPending && <p className="soft">{words.reading}</p>}
      {list && list.notes.length > 0 && <p className="soft">{words.notes(list.notes.length)}</p>}
      {plan.data && list && (
        <p role="status">{words.summary(count('create'), count('change'), count('same'), count('problem'))}</p>
      )}
      {list && <ColumnAssistant list={list} target={target} onMap={(mapping) => setList({ ...list, mapping })} />}
      {list && !hasName && <p className="bad">{words.noMapping}</p>}
      {request && hasName && <PlanTable request={request} />}
      {apply.data && (
        <SettingsStatus
          state={
            takenBack
              ? { kind: 'undone' }
              : { kind: 'done', sentence: words.applied(apply.data.created, apply.data.changed) }
          }
          {...(apply.data.undo !== null && !takenBack && { onUndo: () => undo.mutate(apply.data.undo as number) })}
        />
      )}
    </section>
  );
}
