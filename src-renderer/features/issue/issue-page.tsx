/** "Ausfertigen": left a list that fills itself, right what will come out; one button for the next step. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import type { Delivery } from '../../../src-main/contract/document/delivery.ts';
import type { IssueFile } from '../../../src-main/contract/issue/shapes.ts';
import type { StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import type { PrintRequest } from '../../../src-main/contract/shell/procedures.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { printPages, printSentence } from '../../data/print-pages.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ReasonedButton } from '../../ui/reasoned-button.tsx';
import { Section } from '../../ui/section.tsx';
import { PreviewPane } from '../../parts/preview/preview-pane.tsx';
import { usePreview } from '../../parts/preview/use-preview.ts';
import { ImportedNotice } from '../../parts/statement/imported-notice.tsx';
import { CheckSection } from './check-section.tsx';
import { IssueConfirm } from './issue-confirm.tsx';
import { IssueList } from './issue-list.tsx';
import { Steps, waitsFor } from './issue-steps.tsx';
import { IssuedFilePane } from './issued-file-pane.tsx';
import { KeySection } from '../../parts/issue/key-section.tsx';
import { ReasonForm } from './reason-form.tsx';
import { SignatorySection } from './signatory-section.tsx';
import { acceptedIn, hasSignedPdf, puttingBack, takingUp, useIssueOverview } from './use-issue-overview.ts';
import { savedFiles } from '../../parts/status/saved-files.tsx';
import { DoneStatus } from '../../parts/status/done-status.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';

const words = t.issue;

export function IssuePage() {
  const { id } = useParams({ from: '/ausfertigen/$id' });
  const { queries } = useCore();
  const draft = useQuery(queries.statements.get.queryOptions({ input: { ref: id }, staleTime: 0, gcTime: 0 }));
  if (draft.error) return <ProblemNotice sentence={problemOf(draft.error).sentence} />;
  if (!draft.data || (draft.isFetching && !draft.isFetchedAfterMount)) return null;
  return <Issuing key={id} draft={draft.data} onChanged={() => void draft.refetch()} />;
}

type Asked = 'issue' | 'return' | 'correct' | 'withdraw' | null;

function Issuing({ draft, onChanged }: { readonly draft: StatementDraft; readonly onChanged: () => void }) {
  const core = useCore();
  const { client, connection } = core;
  const view = useIssueOverview(draft.id);
  const { overview, isWorking } = view;
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [keyId, setKeyId] = useState<string | null>(null);
  const [visible, setVisible] = useState<boolean | undefined>(undefined);
  const [asked, setAsked] = useState<Asked>(null);
  const [done, setDone] = useState<ReactNode>(null);
  const [shown, setShown] = useState<IssueFile | null>(null);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const preview = usePreview(draft.id, draft.content, `${draft.revision}`);

  useEffect(() => {
    document.title = `${words.title} ${draft.reference ?? ''} – ${t.productName}`;
  }, [draft.reference]);

  if (!overview) return view.problem === null ? null : <ProblemNotice sentence={view.problem} />;
  const name = overview.reference ?? overview.name;
  const act = async (action: Parameters<typeof view.run>[0], sentence: string | null = null): Promise<void> => {
    setDone(null);
    if (!(await view.run(action))) {
      onChanged();
      return;
    }
    setAsked(null);
    setDone(sentence);
    onChanged();
  };
  const acceptances = [...reasons]
    .filter(([, reason]) => reason.trim() !== '')
    .map(([key, reason]) => ({ key, reason }));
  const keep = (work: () => Promise<Delivery>): Promise<void> =>
    view.attempt(async () => {
      const saved = await savedFiles(await work(), connection, setFileProblem, words.files.saved);
      if (saved !== null) setDone(saved);
    });
  const print = (request: PrintRequest): Promise<void> =>
    view.attempt(async () => {
      setDone(printSentence(await printPages(core, request)));
    });
  const save = (files: readonly IssueFile[]): Promise<void> =>
    keep(() => client.issues.deliver({ ref: draft.id, fileIds: files.map(({ id }) => id) }));
  const isIssued = overview.state === 'issued' || overview.state === 'dispatched';
  // What was withdrawn goes nowhere; the way on is a correction.
  const isWithdrawn = isIssued && Boolean(overview.issues[0]?.withdrawn);
  const problem = view.problem ?? fileProblem;

  return (
    <div className="desk">
      <header className="page-head">
        <span className="page-reference soft">{overview.reference ?? t.statement.noNumber}</span>
        <h1 className="ellipsis">{overview.name || t.statement.unnamed}</h1>
        <Steps overview={overview} />
        <span className="page-head-space" />
        <Link to="/stellungnahme/$id" params={{ id: draft.id }} className="button link">
          {words.toStatement}
        </Link>
        <Link to="/schwaerzen/$id" params={{ id: draft.id }} className="button link">
          {words.redact}
        </Link>
        {overview.state === 'draft' && (
          <ReasonedButton
            reason={waitsFor(overview.check, reasons)}
            isWorking={isWorking}
            onPress={() =>
              void act(
                (c) => c.releases.release({ ref: draft.id, expectedRevision: overview.check.revision, acceptances }),
                words.released(name),
              )
            }
          >
            {words.release}
          </ReasonedButton>
        )}
        {overview.state === 'released' && (
          <>
            <Button isDisabled={isWorking} onPress={() => setAsked('return')}>
              {words.returnToDraft}
            </Button>
            <Button
              kind={asked === null ? 'primary' : 'plain'}
              isDisabled={isWorking}
              onPress={() => setAsked('issue')}
            >
              {words.issueNow}
            </Button>
          </>
        )}
        {isIssued && (
          <>
            <MenuButton
              label={words.more}
              icon="more"
              isDisabled={isWorking}
              help="berichtigen-und-zurückziehen"
              disabled={isWithdrawn ? ['withdraw'] : []}
              entries={[
                { id: 'correct', text: words.correct, icon: 'documentAdd' },
                { id: 'withdraw', text: words.withdraw, icon: 'dismiss' },
              ]}
              onChoose={setAsked}
            />
            <Link
              to="/versand/$ref"
              params={{ ref: draft.id }}
              className={isWithdrawn ? 'button link' : 'button primary'}
            >
              {t.dispatch.open}
            </Link>
          </>
        )}
        {isWithdrawn && (
          <Button kind="primary" isDisabled={isWorking} onPress={() => setAsked('correct')}>
            {words.correct}
          </Button>
        )}
      </header>
      {problem !== null && (
        <ProblemNotice
          sentence={problem}
          onClose={() => {
            view.clearProblem();
            setFileProblem(null);
          }}
        />
      )}
      {asked === 'issue' && (
        <IssueConfirm
          isWorking={isWorking}
          onGo={() =>
            void act(
              (c) => c.issues.issue({ ref: draft.id, expectedRevision: overview.check.revision, keyId, visible }),
              words.issued(name),
            )
          }
          onCancel={() => setAsked(null)}
        />
      )}
      {asked !== null && asked !== 'issue' && (
        <ReasonForm
          key={asked}
          label={{ return: words.returnToDraft, correct: words.correct, withdraw: words.withdraw }[asked]}
          go={words.go[asked]}
          lead={words.keeps[asked]}
          isWorking={isWorking}
          onCancel={() => setAsked(null)}
          onGo={(reason) =>
            void act((c) => {
              const input = { ref: draft.id, reason };
              if (asked === 'return') return c.releases.returnToDraft(input);
              return asked === 'correct' ? c.issues.correct(input) : c.issues.withdraw(input);
            })
          }
        />
      )}
      <div className="panes">
        <section className="pane writing-pane" aria-label={words.title}>
          <div className="pane-body">
            <div className="column">
              {overview.state === 'imported' && (
                <ImportedNotice onTakeUp={() => void act(takingUp(draft.id), t.importedFinished.takenUp)} />
              )}
              {overview.returned && <p className="notice warn">{words.returned(overview.returned.reason)}</p>}
              <CheckSection
                statementId={draft.id}
                findings={overview.release?.protocol.findings ?? overview.check.findings}
                reasons={overview.state === 'draft' ? reasons : acceptedIn(overview)}
                onReason={
                  overview.state === 'draft' ? (key, reason) => setReasons(new Map(reasons).set(key, reason)) : null
                }
                onProtocol={
                  overview.release &&
                  ((way) =>
                    void (way === 'file'
                      ? keep(() => client.releases.deliverProtocol({ ref: draft.id }))
                      : print({ kind: 'protocol', ref: draft.id })))
                }
              />
              <SignatorySection
                key={`${draft.revision}`}
                content={draft.content}
                isEditable={!isIssued && overview.state !== 'imported'}
                isWorking={isWorking}
                asksReason={overview.state === 'released'}
                onSave={(signatory, leadUnit, reason) =>
                  void act((c) =>
                    c.releases.changeSignatory({
                      ref: draft.id,
                      expectedRevision: draft.revision,
                      signatory,
                      leadUnit,
                      reason,
                    }),
                  )
                }
              />
              <KeySection
                keyId={keyId}
                onKey={setKeyId}
                {...(!isIssued && { visible: { chosen: visible, onChange: setVisible } })}
              />
              <Section
                title={words.files.title}
                summary={overview.issues.length === 0 ? words.files.none : words.editions(overview.issues.length)}
                startsOpen
                help="ausfertigen"
              >
                <IssueList issues={overview.issues} onView={setShown} onSave={(files) => void save(files)} />
                {isIssued && <p className="soft small">{words.files.addsForGood}</p>}
                {isIssued && (
                  <div className="button-row">
                    {hasSignedPdf(overview) && (
                      <Button
                        isDisabled={isWorking}
                        onPress={() => void act((c) => c.issues.addTimestamp({ ref: draft.id }))}
                      >
                        {words.files.addTimestamp}
                      </Button>
                    )}
                    {keyId !== null && (
                      <Button
                        isDisabled={isWorking}
                        onPress={() => void act((c) => c.issues.addSignature({ ref: draft.id, keyId }))}
                      >
                        {words.files.addSignature}
                      </Button>
                    )}
                  </div>
                )}
              </Section>
            </div>
          </div>
        </section>
        {shown === null ? (
          <PreviewPane state={preview} />
        ) : (
          <IssuedFilePane key={shown.id} file={shown} onClose={() => setShown(null)} onProblem={setFileProblem} />
        )}
      </div>
      <StatusSlot>
        <DoneStatus
          sentence={isWorking ? words.working : done}
          onUndo={
            done === t.importedFinished.takenUp && overview.state === 'draft' && !isWorking
              ? () => void act(puttingBack(draft.id, overview.check.revision))
              : null
          }
        />
      </StatusSlot>
    </div>
  );
}
