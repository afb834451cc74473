/** One statement: head, consultations, quotation and text on the left, the printed pages on the right. */
import { MissingPaper } from '../../parts/bin/missing-paper.tsx';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StatementContent, StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { AttachmentSection } from '../../parts/attachments/attachment-section.tsx';
import { useAttachments } from '../../parts/attachments/use-attachments.ts';
import { useViewed } from '../../parts/attachments/viewer/use-viewed.ts';
import { EditorToolbar } from '../../parts/editor/editor-toolbar.tsx';
import { TextSearch } from '../../parts/editor/search/search-bar.tsx';
import { RichTextEditor } from '../../parts/editor/rich-text-editor.tsx';
import { usePreview } from '../../parts/preview/use-preview.ts';
import { BesideText, type WritingTools } from './beside-text.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { ConsultationSection, HeadForm, SignatoryFields } from '../../parts/statement/head-form.tsx';
import { useFoundField, useFoundPlace } from '../../parts/statement/found-place.ts';
import { Findings } from './findings/findings-bar.tsx';
import { useFindings } from './findings/use-findings.ts';
import { HingeField } from './hinge-field.tsx';
import { NumberField } from './number-field.tsx';
import { PointsPane } from './points/points-pane.tsx';
import { usePoints } from './points/use-points.ts';
import { QuotationSection } from './quotation-section.tsx';
import { useCommentKey } from './review/use-comment-key.ts';
import { useReview } from './review/use-review.ts';
import { StatementHead, type NextPage } from './statement-head.tsx';
import type { ExportChoice } from './export-menu.tsx';
import { useStable } from '../../ui/use-stable.ts';
import { StatementStatus } from './statement-status.tsx';
import { ImportedNotice } from '../../parts/statement/imported-notice.tsx';
import { useDeskActions, useTold } from './use-desk-actions.ts';
import { useDraft } from './use-draft.ts';
import { useNames } from '../../parts/statement/use-names.ts';
import { useNextKeys } from './use-next-keys.ts';
import { useOpenReference } from './use-open-reference.ts';
import { useStatementActs } from './use-statement-acts.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import type { View } from '../../ui/view-switch.tsx';

export function StatementPage({ id }: { readonly id: string }) {
  const { queries } = useCore();
  const query = useQuery(queries.statements.get.queryOptions({ input: { ref: id }, staleTime: 0, gcTime: 0 }));
  if (query.error) return <MissingPaper error={query.error} />;
  // Shown only when read fresh: an older copy must never become the base of a save.
  if (!query.data || (query.isFetching && !query.isFetchedAfterMount)) return null;
  return <StatementDesk key={id} draft={query.data} />;
}

function StatementDesk({ draft: first }: { readonly draft: StatementDraft }) {
  const names = useNames();
  const { store, view } = useDraft(first);
  const { draft, content, save } = view;
  const acts = useStatementActs(store);
  const [replyEditor, setReplyEditor] = useState<Editor | null>(null);
  const [quotationEditor, setQuotationEditor] = useState<Editor | null>(null);
  const [active, setActive] = useState<'reply' | 'quotation'>('reply');
  const [shown, setShown] = useState<View>('edit');
  const [tool, setTool] = useState<WritingTools['open']>(null);
  const told = useTold();
  const { problem, setProblem } = told;
  const page = useRef<HTMLDivElement>(null);
  const found = useFoundField();
  const attachments = useAttachments(draft.id);
  const viewed = useViewed(attachments.list);
  const preview = usePreview(draft.id, content, `${draft.reference ?? ''}\n${attachments.version}`);
  const isReadOnly = draft.state !== 'draft';
  const isImported = draft.state === 'imported';
  const year = content.date === null ? null : Number(content.date.slice(0, 4));
  useUndoKeys(page, store);

  useEffect(() => {
    store.history.attach('reply', replyEditor);
    store.history.attach('quotation', quotationEditor);
  }, [quotationEditor, replyEditor, store]);

  useEffect(() => {
    document.title = `${draft.reference ?? t.statement.noNumber} – ${t.productName}`;
  }, [draft.reference]);

  const editors = useMemo(() => ({ reply: replyEditor, quotation: quotationEditor }), [quotationEditor, replyEditor]);
  const texts = useMemo(() => [quotationEditor, replyEditor], [quotationEditor, replyEditor]);
  useFoundPlace(page, editors);
  const review = useReview(store, view, editors, { work: told.setWork, done: told.setDone, problem: setProblem });
  useCommentKey(page, isReadOnly ? null : () => review.beginComment(active));

  const findings = useFindings(draft.id, content, !isReadOnly, attachments.version, editors);
  const points = usePoints(store, draft.id, content.reply, replyEditor, setProblem);
  useNextKeys(page, findings, points, editors);
  const openReference = useOpenReference(setProblem);
  const actions = useDeskActions(draft, store, acts, review, told);

  const editor = active === 'quotation' && quotationEditor && !draft.quotationLocked ? quotationEditor : replyEditor;
  const change = useCallback((part: Partial<StatementContent>): void => store.change(part), [store]);
  const number = useMemo(
    () => (
      <NumberField
        id={draft.id}
        reference={draft.reference}
        year={year}
        isReadOnly={isReadOnly}
        onNumber={acts.giveNumber}
      />
    ),
    [acts, draft.id, draft.reference, isReadOnly, year],
  );
  const form = { content, names, isReadOnly, onChange: change };
  const onHead = useStable({
    onView: (wanted: View) => {
      setShown(wanted);
      viewed.leave();
    },
    onGiveNumber: () => void actions.giveNumber(),
    onLeave: (to: NextPage) => void actions.leaveTo(to),
    onFlush: () => store.saved(),
    onReview: () => review.setOpen(!review.isOpen),
    onGiveCopy: actions.copies.give,
    onReadCopy: actions.copies.read,
    onDiscard: () => void actions.discard(),
    onExport: (choice: ExportChoice) => void actions.exportDocuments(choice),
  });
  const onText = useStable({
    onUndo: () => void store.undo(),
    onRedo: () => void store.redo(),
    onComment: () => review.beginComment(active),
    onModules: () => setTool('modules'),
    onEarlier: () => setTool('earlier'),
    onQuotation: (value: StatementContent['quotation']) => store.textChanged('quotation', value),
    onQuotationFocus: () => setActive('quotation'),
    onUnlock: () => void actions.unlockQuotation(),
    onHinge: (hinge: string) => store.change({ hinge }),
    onOpenReference: openReference,
    onView: viewed.open,
  });

  return (
    <div className="desk" ref={page} data-view={shown}>
      <StatementHead
        draft={draft}
        content={content}
        view={shown}
        isBusy={told.work !== null}
        waiting={review.waiting}
        on={onHead}
      />
      {save.kind === 'conflict' && (
        <ConflictNotice
          mine={content}
          theirs={save.theirs}
          onTakeTheirs={() => store.load(save.theirs)}
          onKeepMine={() => store.keepMine()}
        />
      )}
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      {view.refused !== null && <ProblemNotice sentence={view.refused} onClose={() => store.clearRefused()} />}
      <div className="panes">
        {points.papers.length > 0 && <PointsPane view={points} isReadOnly={isReadOnly} />}
        <section className="pane writing-pane" aria-label={t.statement.region}>
          <div className="pane-head">
            {isReadOnly && !isImported && (
              <p className="status-item soft read-only-note">
                <Icon name="lock" small />
                {t.statement.readOnlyWhy[draft.state] ?? t.statement.readOnly}
              </p>
            )}
            {editor && !isReadOnly && (
              <EditorToolbar
                editor={editor}
                canUndo={view.canUndo}
                canRedo={view.canRedo}
                onUndo={onText.onUndo}
                onRedo={onText.onRedo}
                onComment={onText.onComment}
                onModules={onText.onModules}
                onEarlier={onText.onEarlier}
              />
            )}
          </div>
          <TextSearch editors={texts} active={editors[active]} onOpen={() => setShown('edit')} />
          <div className="pane-body">
            <div className="column">
              {isImported && <ImportedNotice onTakeUp={() => void actions.takeUp()} />}
              <HeadForm {...form} number={number} hasNumber={draft.reference !== null} />
              <ConsultationSection {...form} />
              <AttachmentSection
                attachments={attachments}
                publicity={content.publicity}
                isReadOnly={isReadOnly && !isImported}
                startsOpen={found === 'attachments'}
                empty={t.attachments.empty}
                viewedId={viewed.attachment?.id ?? null}
                onView={onText.onView}
              />
              <QuotationSection
                value={content.quotation}
                keptIn={store.editors}
                source={draft.quotationSource}
                isLocked={draft.quotationLocked}
                isReadOnly={isReadOnly}
                onChange={onText.onQuotation}
                onEditor={setQuotationEditor}
                onFocus={onText.onQuotationFocus}
                onUnlock={onText.onUnlock}
                onOpenReference={onText.onOpenReference}
              />
              <div className="reply">
                <HingeField value={content.hinge} isReadOnly={isReadOnly} onChange={onText.onHinge} />
                <RichTextEditor
                  isSpelled
                  label={t.statement.reply}
                  value={content.reply}
                  keptIn={store.editors}
                  place="reply"
                  onChange={(value) => store.textChanged('reply', value)}
                  onEditor={setReplyEditor}
                  onFocus={() => setActive('reply')}
                  onOpenReference={openReference}
                  isReadOnly={isReadOnly}
                />
                <SignatoryFields {...form} />
              </div>
            </div>
          </div>
        </section>
        <BesideText
          preview={preview}
          review={review}
          editors={editors}
          viewed={viewed}
          attachments={attachments}
          content={content}
          names={names}
          page={page}
          isReadOnly={isReadOnly}
          statementId={draft.id}
          tools={{
            open: tool,
            close: () => setTool(null),
            done: told.setDone,
            saved: () => store.saved(),
            problem: setProblem,
          }}
        />
      </div>
      {!isReadOnly && <Findings page={page} view={findings} id={draft.id} />}
      {actions.copies.dialog}
      <StatementStatus
        view={view}
        pages={preview.drawing?.pages.length ?? null}
        sentence={told.work ?? (actions.isTakenUp ? t.importedFinished.takenUp : told.done)}
        onUndo={actions.isTakenUp ? () => void store.undo() : null}
      />
    </div>
  );
}
