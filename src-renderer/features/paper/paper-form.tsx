/** A motion, inquiry or other paper that came in: entered by hand or from a file, and the place its statement starts from. */
import type { Editor } from '@tiptap/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { importNoteSentence } from '../../../src-main/contract/import/texts-de.ts';
import type { PaperContent, PaperDetail } from '../../../src-main/contract/paper/shapes.ts';
import { withIds } from '../../../src-main/record/rich-text/block-ids.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { useKeepUnfinished } from '../../data/use-unfinished.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { numbersOf } from '../../parts/attachments/attachment-numbers.ts';
import { AttachmentSection } from '../../parts/attachments/attachment-section.tsx';
import { useAttachments } from '../../parts/attachments/use-attachments.ts';
import { AttachmentViewer } from '../../parts/attachments/viewer/attachment-viewer.tsx';
import { useViewed } from '../../parts/attachments/viewer/use-viewed.ts';
import { useBin } from '../../parts/bin/use-bin.ts';
import { TextSearch } from '../../parts/editor/search/search-bar.tsx';
import { RichTextEditor } from '../../parts/editor/rich-text-editor.tsx';
import { ClashNotice, KeptStatus, UnfinishedClash } from '../../parts/status/kept-status.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import { LetterMenu } from '../../parts/letter/letter-menu.tsx';
import { FileButton } from '../../parts/register/file-button.tsx';
import { SourceNotes } from '../../parts/register/source-notes.tsx';
import { ConsultationTable } from '../../parts/statement/consultation-table.tsx';
import type { SaveState } from '../../parts/statement/draft-store.ts';
import { OriginatorFields } from '../../parts/statement/originator-fields.tsx';
import { SaveStatus } from '../../parts/statement/save-status.tsx';
import { useNames } from '../../parts/statement/use-names.ts';
import { NEW_PAPER } from './new-paper.ts';
import { useStartStatement } from '../../parts/statement/use-start-statement.ts';
import { AnswerList } from './answer-list.tsx';
import { LikeDialog } from './like-dialog.tsx';
import { PaperHead } from './paper-head.tsx';
import { PaperActions } from './paper-actions.tsx';
import { UNFINISHED_PAPER } from './unfinished-paper.ts';
import { useAutosave } from './use-autosave.ts';
import { usePaperClash } from './use-paper-clash.ts';

interface PaperFormProps {
  readonly stored: PaperDetail | null;
  /** What was being entered when the page was left. */
  readonly begun: PaperContent | null;
  /** Another window changed what is being entered. */
  readonly onOther: () => void;
}

export function PaperForm({ stored, begun, onOther }: PaperFormProps) {
  const { client, connection, queries } = useCore();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const startStatement = useStartStatement();
  const names = useNames();
  const bin = useBin();
  const answers = stored?.answeredBy ?? [];
  const [id] = useState(() => stored?.id ?? newId());
  const [isNew, setNew] = useState(stored === null);
  const [content, setContent] = useState<PaperContent>(() => stored?.content ?? begun ?? NEW_PAPER);
  const [text, setText] = useState<Editor | null>(null);
  const texts = useMemo(() => [text], [text]);
  const [isAsking, setAsking] = useState(false);
  const [nameError, setNameError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [readNotes, setReadNotes] = useState<readonly string[]>([]);
  const [save, setSave] = useState<SaveState | null>(null);
  const attachments = useAttachments(id, !isNew);
  const viewed = useViewed(attachments.list);
  const keeper = useKeepUnfinished<PaperContent>(UNFINISHED_PAPER, onOther);
  const { keep, forget } = keeper;
  const session = useRef({ revision: stored?.revision ?? 0, running: Promise.resolve(true), content });
  useEffect(() => {
    session.current.content = content;
  });
  const isTouched = save !== null;
  const take = (paper: PaperDetail): void => {
    session.current.revision = paper.revision;
    setContent(paper.content);
    setSave({ kind: 'saved', at: new Date() });
  };
  const replace = (revision: number): Promise<boolean> => {
    session.current.revision = revision;
    return store();
  };
  const showMine = (mine: PaperContent): void => {
    setContent(mine);
    setSave({ kind: 'failed', sentence: t.save.conflict });
  };
  const isDirty = save !== null && save.kind !== 'saved';
  const clash = usePaperClash({
    ...{ id, stored, content, isDirty, take, replace, showMine },
    revision: () => session.current.revision,
  });
  useEffect(() => {
    if (isNew && isTouched) keep(content);
  }, [content, isNew, isTouched, keep]);
  const title = isNew ? t.paper.newTitle : t.paper.editTitle(content.paperType);
  const change = (part: Partial<PaperContent>): void => {
    setSave({ kind: 'pending' });
    if (part.name !== undefined) setNameError(null);
    setContent((last) => ({ ...last, ...part }));
  };

  useEffect(() => {
    document.title = `${title} – ${t.productName}`;
  }, [title]);

  /** Stores the paper; false when something is missing or refused, which then stands where it belongs. */
  const storeNow = async (): Promise<boolean> => {
    setProblem(null);
    if (content.name.trim() === '') {
      setNameError(t.paper.nameMissing);
      if (!isNew) setSave({ kind: 'failed', sentence: t.paper.nameMissing });
      return false;
    }
    const { revision: expectedRevision } = session.current;
    if (!isNew) setSave({ kind: 'saving' });
    try {
      const saved =
        expectedRevision === 0
          ? await client.papers.register({ id, content })
          : await client.papers.save({ id, expectedRevision, content });
      session.current.revision = saved.revision;
      setNew(false);
      if (expectedRevision === 0) forget();
      // What was typed while this was saved still waits.
      setSave(session.current.content === content ? { kind: 'saved', at: new Date() } : { kind: 'pending' });
      await queryClient.invalidateQueries({ queryKey: queries.papers.key() });
      return true;
    } catch (error) {
      const { code, sentence } = problemOf(error);
      if (code === 'conflict') await clash.meet().catch(() => setProblem(sentence));
      else setProblem(sentence);
      setSave({ kind: 'failed', sentence });
      return false;
    }
  };
  /** One after the other: a save must know the revision that the one before it made. */
  const store = (): Promise<boolean> => (session.current.running = session.current.running.then(storeNow));
  useAutosave(content, !isNew && save?.kind === 'pending', () => void store());
  const register = async (): Promise<void> => {
    if (await store()) await navigate({ to: '/register' });
  };
  const answer = async (like?: string): Promise<void> => {
    setAsking(false);
    if (!(await store())) return;
    try {
      await startStatement(id, like);
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };
  const openAnswer = async (statementId: string): Promise<void> => {
    if (save?.kind === 'pending') await store();
    await navigate({ to: '/stellungnahme/$id', params: { id: statementId } });
  };
  const openVersions = async (): Promise<void> => {
    if (save?.kind === 'pending' && !(await store())) return;
    await navigate({ to: '/fassungen/$id', params: { id } });
  };
  const discard = async (): Promise<void> => {
    if (save?.kind === 'pending') await store();
    await bin.discard(id).catch((error: unknown) => setProblem(problemOf(error).sentence));
  };
  /** An attachment belongs to a paper of the register: the first one brings a new paper there. */
  const registerForAttachments = async (): Promise<boolean> => {
    if (!isNew) return true;
    if (!(await store())) return false;
    void navigate({ to: '/eingang/$id', params: { id }, replace: true });
    return true;
  };
  const readFile = async (file: File): Promise<void> => {
    setProblem(null);
    setReadNotes([]);
    try {
      const handle = await connection.handOver(file);
      const { text, notes } = await client.imports.readText({ handle, fileName: file.name });
      change({ text: withIds(text, newId) });
      setReadNotes(notes.map(importNoteSentence));
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };

  return (
    <div className="page">
      <header className="page-head">
        <h1>{title}</h1>
        {!isNew && <span className="soft">{content.reference}</span>}
        <span className="page-head-space" />
        {isNew && <Button onPress={() => void register()}>{t.paper.register}</Button>}
        {!isNew && (
          <LetterMenu
            paperId={id}
            onLeave={async () => {
              await store();
            }}
          />
        )}
        <PaperActions
          isNew={isNew}
          answerId={answers.at(-1)?.id}
          onOpenAnswer={(statementId) => void openAnswer(statementId)}
          onAnswer={() => void answer()}
          onAnswerLike={() => setAsking(true)}
          onDiscard={() => void discard()}
          onVersions={() => void openVersions()}
        />
      </header>
      {isNew && <UnfinishedClash {...keeper} />}
      {isAsking && (
        <LikeDialog name={content.name} onChoose={(like) => void answer(like)} onCancel={() => setAsking(false)} />
      )}
      {clash.theirs && <ClashNotice sentence={t.conflict.paper} {...clash} />}
      <SourceNotes sentences={readNotes} onClose={() => setReadNotes([])} />
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <TextSearch editors={texts} active={text} />
      <div className="paper-panes" data-viewing={viewed.attachment ? true : undefined}>
        <div className="pane-body">
          <form
            className="column paper-form"
            aria-label={title}
            onSubmit={(event) => {
              event.preventDefault();
              void store();
            }}
          >
            <AnswerList answers={answers} />
            <PaperHead content={content} nameError={nameError} onChange={change} />
            <h2>{t.originators.title}</h2>
            <OriginatorFields
              value={content.originators}
              organizations={names.originators}
              persons={names.persons}
              onChange={(originators) => change({ originators })}
            />
            <h2>{t.consultations.title}</h2>
            <ConsultationTable
              value={content.consultations}
              paper={content.publicity}
              organizations={names.bodies}
              onChange={(consultations) => change({ consultations })}
            />
            <div className="section-head">
              <h2>{t.paper.text}</h2>
              <span className="page-head-space" />
              <FileButton icon="arrowImport" label={t.paper.fromFile} onFile={(file) => void readFile(file)} />
            </div>
            <div className="text-box">
              <RichTextEditor
                label={t.paper.text}
                value={content.text}
                place={stored ? `paper:${id}` : UNFINISHED_PAPER}
                onChange={(words) => change({ text: words })}
                onEditor={setText}
              />
            </div>
            <AttachmentSection
              attachments={attachments}
              publicity={content.publicity}
              startsOpen
              empty={
                isNew ? `${t.attachments.emptyIncoming} ${t.attachments.registersFirst}` : t.attachments.emptyIncoming
              }
              viewedId={viewed.attachment?.id ?? null}
              onView={viewed.open}
              onBeforeAdd={registerForAttachments}
            />
          </form>
        </div>
        {viewed.attachment && (
          <AttachmentViewer
            attachment={viewed.attachment}
            number={numbersOf(content.publicity, attachments.list).get(viewed.attachment.id) ?? null}
            behind="form"
            onClose={viewed.close}
            onSave={(wanted) => void attachments.actions.save(wanted)}
          />
        )}
      </div>
      <StatusSlot>
        {!isNew && save && <SaveStatus state={save} />}
        {isNew && isTouched && (
          <>
            <span className="status-item soft">{t.paper.unfinished}</span>
            <KeptStatus state={keeper.state} />
          </>
        )}
      </StatusSlot>
    </div>
  );
}
