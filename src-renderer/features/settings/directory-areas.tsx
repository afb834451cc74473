/** Units, bodies and persons: the list at the left, the chosen entry at the right, or a list that is taken over. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type {
  ContactTarget,
  OrganizationContent,
  OrganizationSetting,
  OrganizationType,
  PersonContent,
  PersonSetting,
} from '../../../src-main/contract/settings/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { displayName } from '../../../src-main/base/person-name.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { t } from '../../texts/de.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ContactImport } from './contact-import.tsx';
import { DirectoryList, type ListEntry } from './directory-list.tsx';
import { OrganizationForm } from './organization-form.tsx';
import { PersonForm } from './person-form.tsx';
import { SettingsStatus, type SavedState } from '../../parts/settings/settings-status.tsx';

const NO_CONTACT_DETAILS = { street: '', postalCode: '', city: '', country: '', room: '', telephone: '', email: '' };
const UNITS: readonly OrganizationType[] = ['unit'];
const BODIES: readonly OrganizationType[] = ['council', 'mayor', 'committee', 'faction', 'other'];

const newOrganization = (organizationType: OrganizationType): OrganizationContent => ({
  name: '',
  shortName: '',
  organizationType,
  reach: NO_CONTACT_DETAILS,
  startDate: null,
  endDate: null,
});
const newPerson = (): PersonContent => ({
  givenName: '',
  familyName: '',
  title: null,
  formOfAddress: null,
  reach: NO_CONTACT_DETAILS,
  memberships: [],
});

const today = (): string => new Date().toLocaleDateString('sv-SE');

interface Chosen {
  readonly selected: string | null;
  readonly select: (id: string) => void;
  readonly isImporting: boolean;
  readonly setImporting: (on: boolean) => void;
}

function useChosen(first: string | null): Chosen {
  const { feld: found } = useSearch({ from: '/einstellungen/$area' });
  const navigate = useNavigate();
  const [seen, setSeen] = useState(found);
  const [selected, setSelected] = useState<string | null>(found ?? null);
  const [isImporting, setImporting] = useState(false);
  if (seen !== found) {
    setSeen(found);
    if (found !== undefined) {
      setSelected(found);
      setImporting(false);
    }
  }
  // Once somebody goes on from what the search found, its address goes, too: it can be looked for again.
  const leaveFound = (): void => {
    if (found !== undefined) void navigate({ to: '.', search: {}, replace: true });
  };
  return {
    selected: selected ?? first,
    select: (id) => {
      setSelected(id);
      setImporting(false);
      leaveFound();
    },
    isImporting,
    setImporting: (on) => {
      setImporting(on);
      leaveFound();
    },
  };
}

/** Removes an entry; the way back stays in the status bar. */
function useRemoval(area: 'organization' | 'person') {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const [state, setState] = useState<SavedState>({ kind: 'idle' });
  const [removed, setRemoved] = useState<{ readonly entityId: string; readonly revision: number } | null>(null);
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: queries.settings.key() });
  const fail = (error: unknown): void => setState({ kind: 'failed', sentence: problemOf(error).sentence });
  return {
    state,
    clear: () => setState({ kind: 'idle' }),
    remove: (entry: { readonly id: string; readonly revision: number }, name: string): void => {
      const input = { id: entry.id, expectedRevision: entry.revision };
      (area === 'organization' ? client.settings.removeOrganization(input) : client.settings.removePerson(input))
        .then(async () => {
          setRemoved({ entityId: entry.id, revision: entry.revision + 1 });
          setState({ kind: 'done', sentence: t.settings.organizations.removed(name) });
          await refresh();
        })
        .catch(fail);
    },
    undo: (): void => {
      if (removed === null) return;
      client.settings
        .undoLast({ area, ...removed })
        .then(async () => {
          setState({ kind: 'undone' });
          await refresh();
        })
        .catch(fail);
    },
  };
}

function listEntry(id: string, title: string, aside: string, endDate: string | null): ListEntry {
  const isOver = endDate !== null && endDate < today();
  return {
    id,
    title,
    aside: isOver ? t.settings.organizations.ended(formatGermanDate(endDate)) : aside,
    isOver,
  };
}

function Organizations({
  area,
  types,
  target,
}: {
  readonly area: 'aemter' | 'gremien';
  readonly types: readonly OrganizationType[];
  readonly target: ContactTarget;
}) {
  const { queries } = useCore();
  const { data } = useQuery(queries.settings.organizations.queryOptions());
  const [fresh, setFresh] = useState<OrganizationSetting | null>(null);
  const removal = useRemoval('organization');
  const stored = useMemo(
    () => (data ?? []).filter((entry) => types.includes(entry.content.organizationType)),
    [data, types],
  );
  const chosen = useChosen(stored[0]?.id ?? null);
  // Once stored it comes from the list; deleted or taken back, it must not stand there any more.
  if (fresh && stored.some((candidate) => candidate.id === fresh.id)) setFresh(null);
  const entry =
    stored.find((candidate) => candidate.id === chosen.selected) ?? (fresh?.id === chosen.selected ? fresh : undefined);
  const [firstType = 'other'] = target === 'unit' ? UNITS : (['committee'] as const);
  return (
    <div className="settings-directory">
      <DirectoryList
        label={t.settings.areas[area]}
        entries={stored.map(({ id, content }) =>
          listEntry(
            id,
            content.name,
            content.shortName || (types.length > 1 ? t.settings.organizations.types[content.organizationType] : ''),
            content.endDate,
          ),
        )}
        selected={chosen.isImporting ? null : chosen.selected}
        onSelect={(id) => {
          removal.clear();
          chosen.select(id);
        }}
        onNew={() => {
          const made = { id: newId(), revision: 0, content: newOrganization(firstType) };
          setFresh(made);
          chosen.select(made.id);
        }}
        onImport={() => chosen.setImporting(true)}
      />
      <div className="directory-detail">
        <p className="soft">{t.settings.areaHints[area]}</p>
        {removal.state.kind === 'failed' && <ProblemNotice sentence={removal.state.sentence} onClose={removal.clear} />}
        {chosen.isImporting ? (
          <ContactImport key={target} target={target} onClose={() => chosen.setImporting(false)} />
        ) : entry ? (
          <OrganizationForm
            key={entry.id}
            entry={entry}
            types={types}
            onRemove={() => removal.remove(entry, entry.content.name)}
          />
        ) : (
          <p className="soft empty">{t.settings.organizations.none}</p>
        )}
        {removal.state.kind !== 'idle' && <SettingsStatus state={removal.state} onUndo={removal.undo} />}
      </div>
    </div>
  );
}

export const UnitsArea = () => <Organizations area="aemter" types={UNITS} target="unit" />;
export const BodiesArea = () => <Organizations area="gremien" types={BODIES} target="committee" />;

export function PersonsArea() {
  const { queries } = useCore();
  const persons = useQuery(queries.settings.persons.queryOptions());
  const organizations = useQuery(queries.settings.organizations.queryOptions());
  const [fresh, setFresh] = useState<PersonSetting | null>(null);
  const removal = useRemoval('person');
  const stored = persons.data ?? [];
  const names = useMemo(
    () => new Map((organizations.data ?? []).map((entry) => [entry.id, entry.content.shortName || entry.content.name])),
    [organizations.data],
  );
  const chosen = useChosen(stored[0]?.id ?? null);
  // Once stored it comes from the list; deleted or taken back, it must not stand there any more.
  if (fresh && stored.some((candidate) => candidate.id === fresh.id)) setFresh(null);
  const entry =
    stored.find((candidate) => candidate.id === chosen.selected) ?? (fresh?.id === chosen.selected ? fresh : undefined);
  return (
    <div className="settings-directory">
      <DirectoryList
        label={t.settings.areas.personen}
        entries={stored.map(({ id, content }) => {
          const active = content.memberships.filter((row) => row.endDate === null || row.endDate >= today());
          const lastEnd =
            content.memberships.length > 0 && active.length === 0
              ? (content.memberships
                  .map((row) => row.endDate ?? '')
                  .sort()
                  .at(-1) ?? null)
              : null;
          const where = active.map((row) => names.get(row.organizationId) ?? '').join(', ');
          return listEntry(id, [content.title, displayName(content)].filter(Boolean).join(' '), where, lastEnd);
        })}
        selected={chosen.isImporting ? null : chosen.selected}
        onSelect={(id) => {
          removal.clear();
          chosen.select(id);
        }}
        onNew={() => {
          const made = { id: newId(), revision: 0, content: newPerson() };
          setFresh(made);
          chosen.select(made.id);
        }}
        onImport={() => chosen.setImporting(true)}
      />
      <div className="directory-detail">
        <p className="soft">{t.settings.areaHints.personen}</p>
        {removal.state.kind === 'failed' && <ProblemNotice sentence={removal.state.sentence} onClose={removal.clear} />}
        {chosen.isImporting ? (
          <ContactImport target="person" onClose={() => chosen.setImporting(false)} />
        ) : entry ? (
          <PersonForm
            key={entry.id}
            entry={entry}
            organizations={organizations.data ?? []}
            onRemove={() => removal.remove(entry, displayName(entry.content))}
          />
        ) : (
          <p className="soft empty">{t.settings.organizations.none}</p>
        )}
        {removal.state.kind !== 'idle' && <SettingsStatus state={removal.state} onUndo={removal.undo} />}
      </div>
    </div>
  );
}
