/** The register: every paper, found while typing. Filters and search stand in the address. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useEffectEvent, useState } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BinLink } from '../../parts/bin/bin-link.tsx';
import { DiscardedNotice } from '../../parts/bin/discarded-notice.tsx';
import { GuideNotice } from '../../parts/first-run/guide-notice.tsx';
import { ReadyStatus } from '../../parts/status/ready-status.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import { useStartStatement } from '../../parts/statement/use-start-statement.ts';
import { FileButton } from '../../parts/register/file-button.tsx';
import { SourceNotes } from '../../parts/register/source-notes.tsx';
import { onOpenedFile, takeOpenedFile } from './opened-file.ts';
import { PaperTable } from './paper-table.tsx';
import type { RegisterFilter } from './register-filter.ts';
import { useImport } from './use-import.ts';

type TypeChoice = NonNullable<RegisterFilter['art']> | 'any';

const TYPES: readonly Choice<TypeChoice>[] = [
  { id: 'any', text: t.register.anyType },
  ...(Object.keys(t.paperTypes) as (keyof typeof t.paperTypes)[]).map((id) => ({ id, text: t.paperTypes[id] })),
];
const PAGE = 200;
const YEARS_SHOWN = 12;

function yearChoices(thisYear: number): Choice<string>[] {
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => String(thisYear - index));
  return [{ id: 'any', text: t.register.anyYear }, ...years.map((year) => ({ id: year, text: year }))];
}

export function RegisterPage() {
  const { queries } = useCore();
  const filter = useSearch({ from: '/register' });
  const navigate = useNavigate();
  const startStatement = useStartStatement();
  const [text, setText] = useState(filter.q ?? '');
  const wanted = useDeferredValue(text);
  const [problem, setProblem] = useState<string | null>(null);
  const importFile = useImport();
  const setFilter = (part: Partial<RegisterFilter>): void =>
    void navigate({ to: '/register', search: { ...filter, ...part }, replace: true });

  useEffect(() => {
    document.title = `${t.register.title} – ${t.productName}`;
  }, []);

  const importOpened = useEffectEvent((): void => {
    const file = takeOpenedFile();
    if (file) void importFile.importOpened(file);
  });
  useEffect(() => {
    importOpened();
    return onOpenedFile(() => importOpened());
  }, []);

  const query = useInfiniteQuery(
    queries.papers.list.infiniteOptions({
      input: (after: string | undefined) => ({
        text: wanted,
        paperType: filter.art,
        year: filter.jahr,
        limit: PAGE,
        after,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: (previous) => previous,
    }),
  );
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const isFiltered = wanted.trim() !== '' || filter.art !== undefined || filter.jahr !== undefined;

  const answer = async (id: string): Promise<void> => {
    setProblem(null);
    try {
      await startStatement(id);
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };

  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.register.title}</h1>
        <span className="soft" role="status">
          {query.isSuccess ? t.register.count(total) : t.register.loading}
        </span>
        <span className="page-head-space" />
        <BinLink />
        <FileButton icon="arrowImport" label={t.register.importFile} onFile={(file) => void importFile.run(file)} />
        <Button kind="primary" icon="documentAdd" onPress={() => void navigate({ to: '/eingang/neu' })}>
          {t.register.newPaper}
        </Button>
      </header>
      <DiscardedNotice />
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      {importFile.problem !== null && <ProblemNotice sentence={importFile.problem} onClose={importFile.clear} />}
      <SourceNotes sentences={importFile.notes} />
      {query.error && <ProblemNotice sentence={problemOf(query.error).sentence} />}
      <div className="filters" role="search" aria-label={t.register.search}>
        <TextField
          label={t.register.search}
          hideLabel
          type="search"
          placeholder={t.register.searchPlaceholder}
          value={text}
          onChange={setText}
          onBlur={() => setFilter({ q: text === '' ? undefined : text })}
        />
        <Select
          label={t.register.type}
          hideLabel
          value={filter.art ?? 'any'}
          choices={TYPES}
          onChange={(art) => setFilter({ art: art === 'any' ? undefined : art })}
        />
        <Select
          label={t.register.year}
          hideLabel
          value={filter.jahr === undefined ? 'any' : String(filter.jahr)}
          choices={yearChoices(new Date().getFullYear())}
          onChange={(year) => setFilter({ jahr: year === 'any' ? undefined : Number(year) })}
        />
        {isFiltered && (
          <Button
            kind="link"
            onPress={() => {
              setText('');
              void navigate({ to: '/register', search: {}, replace: true });
            }}
          >
            {t.register.clear}
          </Button>
        )}
      </div>
      {query.isSuccess && items.length === 0 && !isFiltered && <GuideNotice />}
      {query.isSuccess && items.length === 0 ? (
        <p className="empty soft">{isFiltered ? t.register.nothingFound : t.register.empty}</p>
      ) : (
        <PaperTable
          items={items}
          total={total}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
          onAnswer={(id) => void answer(id)}
        />
      )}
      <StatusSlot>
        <ReadyStatus />
      </StatusSlot>
    </div>
  );
}
