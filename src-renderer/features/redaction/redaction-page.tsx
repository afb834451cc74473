/** Blackening a paper: what is there on the left, what is left of it on the right. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RedactionProposal } from '../../../src-main/contract/redaction/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import { PreviewPane } from '../../parts/preview/preview-pane.tsx';
import { useDrawn } from '../../parts/preview/use-preview.ts';
import { MarkedList } from './marked-list.tsx';
import { marksOf, withMarks } from './marked-words.ts';
import { PassageText } from './passage-text.tsx';
import { selectedMarks } from './selected-marks.ts';
import { ViewSwitch, type View } from '../../ui/view-switch.tsx';
import { savedFiles } from '../../parts/status/saved-files.tsx';

export function RedactionRoute() {
  const { id } = useParams({ from: '/schwaerzen/$id' });
  const { queries } = useCore();
  const query = useQuery(queries.redactions.suggest.queryOptions({ input: { ref: id }, staleTime: 0 }));
  if (query.error) return <ProblemNotice sentence={problemOf(query.error).sentence} />;
  if (!query.data || !query.isFetchedAfterMount) return null;
  return <RedactionPage key={id} proposal={query.data} />;
}

function RedactionPage({ proposal }: { readonly proposal: RedactionProposal }) {
  const { client, connection, queries } = useCore();
  const queryClient = useQueryClient();
  // Read once: what was marked fits this text, and a text that changed meanwhile is refused.
  const [{ id, reference, name, isIssued, passages, suggestions }] = useState(proposal);
  const [list, setList] = useState(() => withMarks([], suggestions));
  const [shown, setShown] = useState<View>('edit');
  const [isWorking, setWorking] = useState(false);
  const [done, setDone] = useState<ReactNode>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => marksOf(list), [list]);
  const layOut = useCallback(
    (wanted: typeof marks) => client.redactions.preview({ ref: id, marks: wanted }),
    [client, id],
  );
  // Reasons do not print: typing one sets nothing anew.
  const printed = JSON.stringify(marks.map((each) => ({ ...each, reason: t.redaction.ownReason })));
  const preview = useDrawn(
    layOut,
    useMemo(() => JSON.parse(printed) as typeof marks, [printed]),
    id,
  );
  const title = t.redaction.title(reference ?? t.statement.noNumber);

  useEffect(() => {
    document.title = `${title} – ${t.productName}`;
  }, [title]);

  const mark = (): void => {
    if (text.current) {
      const selected = selectedMarks(text.current, passages, t.redaction.ownReason);
      setList((last) => withMarks(last, selected));
    }
  };
  const attempt = async (action: () => Promise<ReactNode>): Promise<void> => {
    setProblem(null);
    setDone(null);
    setWorking(true);
    try {
      setDone(await action());
    } catch (error) {
      setProblem(problemOf(error).sentence);
    } finally {
      setWorking(false);
    }
  };
  const deliver = (): Promise<void> =>
    attempt(async () => {
      return savedFiles(
        await client.redactions.deliver({ ref: id, marks }),
        connection,
        setProblem,
        t.redaction.delivered,
      );
    });
  const make = (): Promise<void> =>
    attempt(async () => {
      const { issues } = await client.redactions.make({ ref: id, marks });
      await queryClient.invalidateQueries({ queryKey: queries.issues.key() });
      const kept = issues[0]?.files.filter(({ kind }) => kind === 'redacted-pdf').at(-1);
      return kept ? t.redaction.kept(kept.fileName) : null;
    });
  const isDisabled = isWorking || marks.length === 0;

  return (
    <div className="desk" data-view={shown}>
      <header className="page-head">
        <h1>{title}</h1>
        <span className="soft ellipsis">{name}</span>
        <span className="page-head-space" />
        <ViewSwitch view={shown} onChange={setShown} />
        <Link to="/stellungnahme/$id" params={{ id }} className="button link">
          {t.redaction.back}
        </Link>
        {isIssued && (
          <Button isDisabled={isDisabled} onPress={() => void deliver()}>
            {t.redaction.deliver}
          </Button>
        )}
        <Button kind="primary" isDisabled={isDisabled} onPress={() => void (isIssued ? make() : deliver())}>
          {t.redaction.make}
        </Button>
      </header>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <div className="panes">
        <section className="pane writing-pane" aria-label={t.redaction.text}>
          <div className="pane-head">
            <Button onPress={mark}>{t.redaction.mark}</Button>
            <span className="soft redaction-hint">{t.redaction.hint}</span>
          </div>
          <div className="pane-body redaction-text" ref={text}>
            <div className="column">
              <p className="soft redaction-note">{isIssued ? t.redaction.keptForGood : t.redaction.notIssued}</p>
              <PassageText passages={passages} list={list} onMark={mark} />
            </div>
          </div>
          <div className="redaction-marks">
            <header className="pane-head">
              <h2>{t.redaction.marks}</h2>
              <span className="soft">{t.redaction.everywhere}</span>
            </header>
            <MarkedList
              list={list}
              onChange={(words, part) =>
                setList((last) => last.map((entry) => (entry.words === words ? { ...entry, ...part } : entry)))
              }
            />
          </div>
        </section>
        <PreviewPane state={preview} />
      </div>
      <StatusSlot>
        <span className="status-space" />
        <span className="status-item" role="status">
          {isWorking ? t.redaction.working : done}
        </span>
      </StatusSlot>
    </div>
  );
}
