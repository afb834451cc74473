/** "Versand": who gets which copy, what it looks like, the ways out and the proofs. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CopyKind, CopyPlace } from '../../../src-main/contract/distribution/shapes.ts';
import type { DispatchChannel } from '../../../src-main/contract/dispatch/shapes.ts';
import type { Delivery } from '../../../src-main/contract/document/delivery.ts';
import type { PrintRequest } from '../../../src-main/contract/shell/procedures.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { printPages, printSentence } from '../../data/print-pages.ts';
import { saveDelivery } from '../../data/save-delivery.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import { CopyPreview } from './copy-preview.tsx';
import { OutputSection } from './output-section.tsx';
import { PrintingSection } from './printing-section.tsx';
import { ProofSection } from './proof-section.tsx';
import { RecipientList } from './recipient-list.tsx';
import { SendDialog, type Asked } from './send-dialog.tsx';
import { SendMenu, type SendWay } from './send-menu.tsx';
import { SerialLettersSection } from './serial-letters-section.tsx';
import { useDistribution } from './use-distribution.ts';
import { usePrinting } from './use-printing.ts';
import { savedFiles } from '../../parts/status/saved-files.tsx';

const words = t.dispatch;
const OUTSIDE: ReadonlySet<CopyKind> = new Set(['original', 'copy']);

const isSame = (a: CopyPlace, b: CopyPlace): boolean => a.entryId === b.entryId && a.index === b.index;
const channelOf = (way: SendWay): DispatchChannel => (way === 'printer' ? 'print' : way);

export function DispatchPage() {
  const { ref } = useParams({ from: '/versand/$ref' });
  return <Dispatching key={ref} paper={ref} />;
}

function Dispatching({ paper }: { readonly paper: string }) {
  const core = useCore();
  const { client, queries, connection } = core;
  const view = useDistribution(paper);
  const proofs = useQuery(queries.dispatch.list.queryOptions({ input: { ref: paper }, staleTime: 0 }));
  const [chosen, setChosen] = useState<CopyPlace | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<ReactNode>(null);
  const [isWorking, setWorking] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const printers = useQuery(queries.shell.printers.queryOptions({ staleTime: 0 }));
  const printing = usePrinting({
    paper,
    load: async () => {
      await view.flush();
      return client.distribution.get({ ref: paper });
    },
    onProgress: () => Promise.all([view.refresh(), proofs.refetch()]),
    onDone: setDone,
    onProblem: setProblem,
  });
  const { distribution } = view;
  const copies = distribution?.copies;
  // The copy that was looked at, as long as there is one; else the first.
  const shown = useMemo(() => {
    const found = copies?.find((copy) => chosen !== null && isSame(chosen, copy));
    const copy = found ?? copies?.[0];
    return copy ? { entryId: copy.entryId, index: copy.index } : null;
  }, [chosen, copies]);

  useEffect(() => {
    document.title = `${words.title} ${distribution?.reference ?? ''} – ${t.productName}`;
  }, [distribution?.reference]);

  if (!distribution) return view.problem === null ? null : <ProblemNotice sentence={view.problem} />;
  const isIssued = distribution.state === 'issued' || distribution.state === 'dispatched';

  const attempt = async (work: () => Promise<ReactNode>): Promise<void> => {
    setProblem(null);
    setDone(null);
    setWorking(true);
    try {
      await view.flush();
      setDone(await work());
    } catch (error) {
      setProblem(problemOf(error).sentence);
    } finally {
      setWorking(false);
    }
  };
  const deliver = (work: () => Promise<Delivery>): void =>
    void attempt(async () => {
      return savedFiles(await work(), connection, setProblem, words.saved);
    });
  const print = (request: PrintRequest): void =>
    void attempt(async () => printSentence(await printPages(core, request)));
  const printThese = (seen: readonly CopyPlace[], isAgain: boolean): void =>
    void printing.print((copies) =>
      copies.filter((copy) => (isAgain || copy.sent === null) && seen.some((one) => isSame(one, copy))),
    );
  // Proofs stay for good: first it is said for whom, then they are written for exactly those.
  const ask = (way: SendWay, entryIds?: readonly string[]): void =>
    void attempt(async () => {
      const channel = channelOf(way);
      const chosen = entryIds && { entryIds: [...entryIds] };
      setAsked({ way, plan: await client.dispatch.plan({ ref: paper, channel, ...chosen }), ...chosen });
      return null;
    });
  const send = ({ way, plan, entryIds, isOne = false }: Asked, folder?: string): void => {
    setAsked(null);
    if (way === 'printer') return printThese(plan.copies, isOne);
    void attempt(async () => {
      const sent = await client.dispatch.send({
        ref: paper,
        channel: way,
        among: plan.copies.map(({ entryId, index }) => ({ entryId, index })),
        ...(folder !== undefined && { folder }),
        ...(entryIds && { entryIds: [...entryIds] }),
      });
      if (sent.delivery) await saveDelivery(sent.delivery, connection);
      await Promise.all([view.refresh(), proofs.refetch()]);
      return sent.proofs.length === 0 ? null : words.send.done(sent.proofs.length);
    });
  };
  const told = problem ?? view.problem ?? (proofs.error ? problemOf(proofs.error).sentence : null);
  const isBusy = isWorking || printing.run !== null;
  const isDisabled = isBusy || !isIssued;
  const total = distribution.copies.length;
  const open = distribution.copies.filter(({ sent }) => sent === null).length;
  const hasPrinter = printers.data?.canChoose === true;
  /** Where a browser prints, nothing is noted, so nothing is asked. */
  const printOne = (place: CopyPlace): void => {
    if (!hasPrinter) return printThese([place], true);
    const { state, copies } = distribution;
    const plan = {
      copies: copies.filter((copy) => isSame(place, copy)).map((copy) => ({ ...copy, name: copy.recipient.name })),
      skipped: [],
      isFirst: state === 'issued',
    };
    setAsked({ way: 'printer', plan, isOne: true });
  };

  return (
    <div className="desk">
      <header className="page-head">
        <span className="page-reference soft">{distribution.reference ?? t.statement.noNumber}</span>
        <h1 className="ellipsis">{distribution.name}</h1>
        <span className="tag">{t.states[distribution.state]}</span>
        <span className="page-head-space" />
        <Link
          to="/ausfertigen/$id"
          params={{ id: distribution.paperId }}
          className={isIssued ? 'button link' : 'button primary'}
        >
          {words.toIssue}
        </Link>
        {isIssued && (
          <SendMenu
            kind="primary"
            isDisabled={isBusy}
            hasOpenCopies={open > 0}
            hasPrinter={hasPrinter}
            onChoose={ask}
          />
        )}
      </header>
      {told !== null && <ProblemNotice sentence={told} onClose={() => setProblem(null)} />}
      <div className="panes">
        <section className="pane writing-pane" aria-label={words.title}>
          <header className="pane-head" data-help="verteiler-der-kopien">
            <h2>{words.distribution.title}</h2>
            {isIssued && total > 0 && open === 0 && (
              <span className="status-item ok">
                <Icon name="checkmark" small />
                {words.distribution.allSent}
              </span>
            )}
            <span className="soft">
              {isIssued && open > 0 ? words.distribution.openOf(open, total) : words.distribution.summary(total)}
            </span>
          </header>
          <div className="pane-body">
            <div className="column">
              {!isIssued && <p className="soft">{words.notIssued}</p>}
              <RecipientList
                entries={view.entries}
                copies={distribution.copies}
                unresolved={distribution.unresolved}
                shown={isIssued ? shown : null}
                onShow={isIssued ? setChosen : null}
                onPrint={isIssued ? printOne : null}
                onSend={isIssued ? ask : null}
                isBusy={isBusy}
                isStored={distribution.isStored}
                onChange={view.change}
              />
              <OutputSection paper={paper} isDisabled={isDisabled} onDeliver={deliver} onPrint={print} />
              <PrintingSection printers={printers.data} />
              <ProofSection
                proofs={proofs.data ?? []}
                isDisabled={isBusy}
                onDeliver={() => deliver(() => client.dispatch.deliverList({ ref: paper, formats: ['pdf', 'docx'] }))}
                onPrint={() => print({ kind: 'dispatch-list', ref: paper })}
              />
              <SerialLettersSection
                paper={paper}
                recipients={view.entries
                  .filter(({ copyKind, recipient }) => OUTSIDE.has(copyKind) && recipient.name.trim() !== '')
                  .map(({ recipient }) => recipient)}
                isDisabled={isBusy}
                onProblem={setProblem}
                onDeliver={deliver}
              />
            </div>
          </div>
        </section>
        {isIssued && shown ? (
          <CopyPreview paper={paper} shown={shown} version={`${distribution.revision}`} />
        ) : (
          <section className="pane preview" aria-label={t.preview.title}>
            <header className="pane-head">
              <h2>{t.preview.title}</h2>
            </header>
            <p className="soft preview-wait">{isIssued ? words.choose : words.notIssued}</p>
          </section>
        )}
      </div>
      {asked && <SendDialog asked={asked} onSend={(folder) => send(asked, folder)} onCancel={() => setAsked(null)} />}
      <StatusSlot>
        <span className="status-space" />
        <span className="status-item" role="status">
          {printing.run ? t.printing.progress(printing.run.done, printing.run.total) : isWorking ? words.working : done}
        </span>
        {printing.run && (
          <Button kind="link" onPress={printing.cancel}>
            {t.common.cancel}
          </Button>
        )}
      </StatusSlot>
    </div>
  );
}
