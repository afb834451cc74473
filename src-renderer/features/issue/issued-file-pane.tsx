/** An issued PDF as it is stored, byte for byte, beside the list of files. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { IssueFile } from '../../../src-main/contract/issue/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { printPages, printSentence } from '../../data/print-pages.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { PdfView } from '../../parts/attachments/viewer/pdf-view.tsx';
import { NoView } from '../../parts/attachments/viewer/no-view.tsx';
import { useRoom } from '../../parts/attachments/viewer/use-room.ts';
import { usePagePrint } from '../../parts/status/page-print.ts';

const words = t.attachments.viewer;
const MARGIN_PX = 32;

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly sentence: string }
  | { readonly kind: 'ready'; readonly bytes: Uint8Array };

interface Props {
  readonly file: IssueFile;
  readonly onClose: () => void;
  readonly onProblem: (sentence: string) => void;
}

export function IssuedFilePane({ file, onClose, onProblem }: Props) {
  const core = useCore();
  const { client, connection } = core;
  const scroller = useRef<HTMLDivElement>(null);
  const roomPx = Math.max(160, useRoom(scroller) - MARGIN_PX);
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [pages, setPages] = useState(0);
  const [printed, setPrinted] = useState<string | null>(null);
  const countPages = useCallback((count: number): void => setPages(count), []);

  useEffect(() => {
    let isOver = false;
    const load = async (): Promise<State> => {
      try {
        const { handle } = await client.issues.view({ fileId: file.id });
        return { kind: 'ready', bytes: new Uint8Array(await connection.fetchFile(handle)) };
      } catch (error) {
        return { kind: 'problem', sentence: problemOf(error).sentence };
      }
    };
    void load().then((next) => {
      if (!isOver) setState(next);
    });
    return () => {
      isOver = true;
    };
  }, [client, connection, file.id]);

  const print = useCallback((): void => {
    setPrinted(null);
    printPages(core, { kind: 'issue-file', fileId: file.id })
      .then((outcome) => setPrinted(printSentence(outcome)))
      .catch((error: unknown) => onProblem(problemOf(error).sentence));
  }, [core, file.id, onProblem]);
  usePagePrint(print);

  return (
    <section
      className="pane preview"
      aria-label={file.fileName}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="pane-head">
        <Button kind="quiet" icon="arrowLeft" onPress={onClose}>
          {t.preview.title}
        </Button>
        <span className="ellipsis soft">{file.fileName}</span>
        <span className="page-head-space" />
        {pages > 0 && <span className="soft">{t.preview.pages(pages)}</span>}
        <span className="soft" role="status">
          {printed}
        </span>
        <IconButton icon="print" label={t.palette.print} onPress={print} />
      </header>
      <div
        className="preview-scroller"
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label={words.contents(file.fileName)}
      >
        {state.kind === 'loading' && <p className="soft preview-wait">{words.loading}</p>}
        {state.kind === 'problem' && <NoView sentence={state.sentence} />}
        {state.kind === 'ready' && <PdfView bytes={state.bytes} widthPx={roomPx} onPages={countPages} />}
      </div>
    </section>
  );
}
