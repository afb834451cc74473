/** Writing a letter: fields on the left, the printed pages on the right. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Delivery } from '../../../src-main/contract/document/delivery.ts';
import type { LetterContent, LetterDraft, LetterKind } from '../../../src-main/contract/letter/shapes.ts';
import { LETTER_KINDS } from '../../../src-main/contract/letter/kinds.ts';
import type { DocumentFormat } from '../../../src-main/contract/document/format.ts';
import { letterWords } from '../../../src-main/contract/letter/texts-de.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { printPages, printSentence } from '../../data/print-pages.ts';
import { useFoundUnfinished } from '../../data/use-unfinished.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select, type Choice } from '../../ui/select.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextSearch } from '../../parts/editor/search/search-bar.tsx';
import { RichTextEditor } from '../../parts/editor/rich-text-editor.tsx';
import { usePagePrint } from '../../parts/status/page-print.ts';
import { KeptStatus, UnfinishedClash } from '../../parts/status/kept-status.tsx';
import { StatusSlot } from '../../parts/status/status-slot.tsx';
import { PreviewPane } from '../../parts/preview/preview-pane.tsx';
import { useDrawn } from '../../parts/preview/use-preview.ts';
import { SignatoryFields } from '../../parts/statement/head-form.tsx';
import { useNames } from '../../parts/statement/use-names.ts';
import { AttachedFields, DeadlineFields, InformationFields, RecipientFields } from './letter-fields.tsx';
import { LetterExport } from './letter-export.tsx';
import { OwnToolbar } from '../../parts/editor/own-toolbar.tsx';
import { hasOwnText } from './merge-letter.ts';
import { letterPlace, unfinishedLetterSchema, type UnfinishedLetter } from './unfinished-letter.ts';
import { requestOf, useLetter } from './use-letter.ts';
import { WrittenLetters } from './written-letters.tsx';
import { ViewSwitch, type View } from '../../ui/view-switch.tsx';
import { savedFiles } from '../../parts/status/saved-files.tsx';

const words = t.letters;
const KINDS: readonly Choice<LetterKind>[] = LETTER_KINDS.map((id) => ({ id, text: words.kinds[id] }));

interface DraftedLetterProps {
  readonly paperRef: string;
  readonly kind: LetterKind | undefined;
  readonly kept: UnfinishedLetter | null;
  /** Another window changed the letter. */
  readonly onOther: () => void;
}

export function LetterPage({ paperRef, kind }: Pick<DraftedLetterProps, 'paperRef' | 'kind'>) {
  const [readings, setReadings] = useState(0);
  const readAnew = useCallback((): void => setReadings((count) => count + 1), []);
  return <FoundLetter key={readings} paperRef={paperRef} kind={kind} onOther={readAnew} />;
}

function FoundLetter(props: Omit<DraftedLetterProps, 'kept'>) {
  const found = useFoundUnfinished(letterPlace(props.paperRef), unfinishedLetterSchema);
  if (found === undefined) return null;
  return <DraftedLetter {...props} kept={found.value} />;
}

function DraftedLetter({ paperRef, kind, kept, onOther }: DraftedLetterProps) {
  const { queries } = useCore();
  // As it was found: the page goes on from there by itself.
  const [begun] = useState(kept);
  const [request] = useState(() => requestOf(paperRef, kind, begun));
  const query = useQuery(queries.letters.draft.queryOptions({ input: request, staleTime: 0, gcTime: 0 }));
  if (query.error) return <ProblemNotice sentence={problemOf(query.error).sentence} />;
  if (!query.data) return null;
  return <LetterDesk paperRef={paperRef} first={query.data} kept={begun} onOther={onOther} />;
}

const isOfDirectory = (missing: string): boolean => missing === letterWords.missingAddress;

/** Open placeholders as the preview finds them; a missing address is known from the directory only. */
function useLetterPreview(content: LetterContent) {
  const { client } = useCore();
  const [open, setOpen] = useState<readonly string[]>([]);
  const layOut = useCallback(
    async (shown: LetterContent) => {
      const answer = await client.letters.preview({ content: shown });
      setOpen(answer.open);
      return answer;
    },
    [client],
  );
  return { preview: useDrawn(layOut, content, ''), open };
}

function LetterDesk({
  paperRef,
  first,
  kept,
  onOther,
}: Omit<DraftedLetterProps, 'kind'> & { readonly first: LetterDraft }) {
  const core = useCore();
  const { client, connection, queries } = core;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const names = useNames();
  const editor = useLetter(paperRef, first, kept, onOther);
  const { letter, change, redraft } = editor;
  const { content, draft } = letter;
  const [text, setText] = useState<Editor | null>(null);
  const texts = useMemo(() => [text], [text]);
  const [shown, setShown] = useState<View>('edit');
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<ReactNode>(null);
  const { preview, open: openInText } = useLetterPreview(content);
  const isDraftedAddress = JSON.stringify(content.recipient) === JSON.stringify(letter.drafted.recipient);
  const open = [...new Set([...openInText, ...(isDraftedAddress ? draft.open.filter(isOfDirectory) : [])])];
  const isInternal = content.kind === 'internal';
  const reference = draft.reference ?? words.noNumber;
  const sentence = problem ?? editor.problem;

  useEffect(() => {
    document.title = `${words.pageTitle(reference)} – ${t.productName}`;
  }, [reference]);

  const changeKind = (kind: LetterKind): void => {
    void redraft({ kind });
    void navigate({ to: '/brief/$ref', params: { ref: paperRef }, search: { art: kind }, replace: true });
  };
  const hasUnread = Object.values(letter.unread).some(Boolean) || Boolean(content.unreadDate);
  const attempt = useCallback(
    (work: () => Promise<ReactNode>): void => {
      setProblem(null);
      setDone(null);
      setWorking(true);
      work()
        .then(setDone, (error: unknown) => setProblem(problemOf(error).sentence))
        .finally(() => {
          setWorking(false);
          void queryClient.invalidateQueries({ queryKey: queries.letters.written.key() });
        });
    },
    [queries, queryClient],
  );
  const giveOut = (work: () => Promise<Delivery>): void =>
    attempt(async () => {
      return savedFiles(await work(), connection, setProblem);
    });
  const printRequest = useCallback(
    (request: Parameters<typeof printPages>[1]): void =>
      attempt(async () => printSentence(await printPages(core, request))),
    [attempt, core],
  );
  /** Nothing goes out as long as something else than a date stands where one belongs. */
  const print = useCallback(
    (): void =>
      hasUnread ? setProblem(t.date.mendFirst) : printRequest({ kind: 'letter', ref: draft.paperId, content }),
    [content, draft.paperId, hasUnread, printRequest],
  );
  usePagePrint(print);

  return (
    <div className="desk" data-view={shown}>
      <header className="page-head">
        <Link
          to={draft.paperType === 'statement' ? '/stellungnahme/$id' : '/eingang/$id'}
          params={{ id: draft.paperId }}
          className="page-reference"
        >
          {reference}
        </Link>
        <h1 className="ellipsis">{words.title}</h1>
        <Select label={words.kind} hideLabel compact value={content.kind} choices={KINDS} onChange={changeKind} />
        <span className="page-head-space" />
        <ViewSwitch view={shown} onChange={setShown} />
        <Button
          kind="quiet"
          onPress={() =>
            attempt(async () => {
              await editor.startAnew();
              return null;
            })
          }
        >
          {words.startAnew}
        </Button>
        <Button icon="print" isDisabled={isWorking} onPress={print}>
          {words.print}
        </Button>
        <LetterExport
          onExport={(formats: DocumentFormat[]) =>
            hasUnread
              ? setProblem(t.date.mendFirst)
              : giveOut(() => client.letters.deliver({ ref: draft.paperId, content, formats }))
          }
          isDisabled={isWorking}
        />
      </header>
      <UnfinishedClash {...editor.keeper} />
      {sentence !== null && <ProblemNotice sentence={sentence} onClose={() => setProblem(null)} />}
      <div className="panes">
        <section className="pane writing-pane" aria-label={words.region}>
          <div className="pane-head">{text && <OwnToolbar editor={text} />}</div>
          <TextSearch editors={texts} active={text} />
          <div className="pane-body">
            <div className="column">
              {open.length > 0 && (
                <p className="notice warn" role="status">
                  <Icon name="warning" />
                  <span className="notice-body">{words.open(open.join(', '))}</span>
                </p>
              )}
              <RecipientFields editor={editor} />
              <InformationFields editor={editor} />
              <div className="reply" data-help="brieftext">
                <DeadlineFields editor={editor} />
                <TextField label={words.subject} value={content.subject} onChange={(subject) => change({ subject })} />
                {!isInternal && (
                  <TextField
                    label={words.salutation}
                    value={content.salutation}
                    lines={content.salutation.includes('\n') ? 2 : 1}
                    onChange={(salutation) => change({ salutation })}
                  />
                )}
                <div className="text-box">
                  <RichTextEditor
                    label={words.body}
                    value={content.body}
                    place={letterPlace(paperRef)}
                    onChange={(body) => change({ body })}
                    onEditor={setText}
                  />
                </div>
                {!isInternal && (
                  <SuggestField
                    label={words.closing}
                    value={content.closing}
                    suggestions={words.closings}
                    onChange={(closing) => change({ closing })}
                  />
                )}
                {hasOwnText(content, letter.drafted) && (
                  <p className="soft small">
                    {words.ownText}{' '}
                    <Button kind="link" onPress={() => void redraft({}, ['subject', 'body', 'closing'])}>
                      {words.takeTemplate}
                    </Button>
                  </p>
                )}
                <SignatoryFields content={content} names={names} isReadOnly={false} onChange={change} />
              </div>
              <AttachedFields editor={editor} />
              <WrittenLetters
                paperId={draft.paperId}
                isDisabled={isWorking}
                onDeliver={(letterId) => giveOut(() => client.letters.deliverWritten({ letterId }))}
                onPrint={(letterId) => printRequest({ kind: 'written-letter', letterId })}
                onTakeUp={(letterId) =>
                  attempt(async () => {
                    editor.takeUp(await client.letters.contentOf({ letterId }));
                    return words.written.takenUp;
                  })
                }
              />
            </div>
          </div>
        </section>
        <PreviewPane state={preview} />
      </div>
      <StatusSlot>
        <KeptStatus state={editor.keeper.state} />
        {preview.drawing && <span className="status-item soft">{t.preview.pages(preview.drawing.pages.length)}</span>}
        <span className="status-space" />
        <span className="status-item" role="status">
          {isWorking ? t.statement.exporting : (done ?? (editor.bringBack ? words.replaced : ''))}
        </span>
        {editor.bringBack && (
          <Button kind="link" icon="undo" onPress={editor.bringBack}>
            {words.bringBack}
          </Button>
        )}
      </StatusSlot>
    </div>
  );
}
