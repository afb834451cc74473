/** Looks at one attachment beside the form; the form sheet waits behind it. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../../../src-main/contract/attachment/shapes.ts';
import { loadPart } from '../../../data/load-part.ts';
import { t } from '../../../texts/de.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { kindOf, sizeOf } from '../file-kind.ts';
import { NoView } from './no-view.tsx';
import { PictureView } from './picture-view.tsx';
import { TextView } from './text-view.tsx';
import { useAttachmentFile } from './use-attachment-file.ts';
import { useRoom } from './use-room.ts';
import { viewKindOf } from './view-kind.ts';

const texts = t.attachments.viewer;
const PdfView = lazy(() => loadPart(() => import('./pdf-view.tsx')).then((module) => ({ default: module.PdfView })));

const MARGIN_PX = 32;
const ZOOM_STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4] as const;

interface Props {
  readonly attachment: Attachment;
  /** As it prints; null when it stays in the house. */
  readonly number: number | null;
  /** What waits behind it. */
  readonly behind: 'form-sheet' | 'form';
  readonly onClose: () => void;
  readonly onSave: (id: string) => void;
}

/** Another file, another view: nothing of the last one is shown under the new name. */
export function AttachmentViewer(props: Props) {
  const { id, size, fileName } = props.attachment;
  return <Viewer key={`${id} ${size} ${fileName}`} {...props} />;
}

function Viewer({ attachment, number, behind, onClose, onSave }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const file = useAttachmentFile(attachment.id);
  const roomPx = Math.max(160, useRoom(scroller) - MARGIN_PX);
  const [zoom, setZoom] = useState(1);
  const [pages, setPages] = useState(0);
  const [inSight, setInSight] = useState(1);
  const countPages = useCallback((count: number): void => setPages(count), []);
  const title = number === null ? attachment.name : t.attachments.titled(number, attachment.name);
  const kind = file.kind === 'ready' ? viewKindOf(file.mimeType) : 'none';
  // Scrolled by keyboard at once; Esc leads back.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);

  const step = (direction: 1 | -1): void => {
    const at = ZOOM_STEPS.findIndex((value) => value >= zoom);
    setZoom(ZOOM_STEPS[Math.min(ZOOM_STEPS.length - 1, Math.max(0, at + direction))] ?? 1);
  };
  const followScroll = (): void => {
    const element = scroller.current;
    if (!element) return;
    const middle = element.scrollTop + element.clientHeight / 2;
    const tops = Array.from(element.querySelectorAll<HTMLElement>('.pdf-page'), (page) => page.offsetTop);
    setInSight(Math.max(1, tops.filter((top) => top - element.offsetTop < middle).length));
  };

  return (
    <section
      className="pane preview pane-over attachment-viewer"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="pane-head">
        {behind === 'form-sheet' ? (
          <Button kind="quiet" icon="arrowLeft" onPress={onClose}>
            {texts.backToFormSheet}
          </Button>
        ) : (
          <Button kind="quiet" icon="dismiss" onPress={onClose}>
            {texts.close}
          </Button>
        )}
        <span className="page-head-space" />
        {pages > 0 && <span className="soft">{texts.page(Math.min(inSight, pages), pages)}</span>}
        {kind !== 'none' && (
          <>
            <IconButton icon="zoomOut" label={texts.zoomOut} onPress={() => step(-1)} />
            <IconButton icon="zoomIn" label={texts.zoomIn} onPress={() => step(1)} />
          </>
        )}
        <IconButton icon="arrowDownload" label={texts.save} onPress={() => onSave(attachment.id)} />
      </header>
      <div className="attachment-title">
        <h2 className="ellipsis">{title}</h2>
        {number === null && (
          <span className="tag">
            <Icon name="lock" small />
            {t.attachments.stays}
          </span>
        )}
        <span className="soft small attachment-title-file">
          {kindOf(attachment)}, {sizeOf(attachment.size)}
        </span>
      </div>
      <div
        className="preview-scroller"
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label={texts.contents(title)}
        onScroll={followScroll}
      >
        {file.kind === 'loading' && <p className="soft preview-wait">{texts.loading}</p>}
        {file.kind === 'problem' && <NoView sentence={file.sentence} />}
        {file.kind === 'ready' && kind === 'none' && (
          <>
            <NoView sentence={texts.noPreview} isKnown={false} />
            <Button icon="arrowDownload" onPress={() => onSave(attachment.id)}>
              {texts.save}
            </Button>
          </>
        )}
        {file.kind === 'ready' && kind === 'text' && <TextView bytes={file.bytes} zoom={zoom} />}
        {file.kind === 'ready' && kind === 'picture' && (
          <PictureView bytes={file.bytes} mimeType={file.mimeType} name={attachment.name} roomPx={roomPx} zoom={zoom} />
        )}
        {file.kind === 'ready' && kind === 'pdf' && (
          <Suspense fallback={<p className="soft preview-wait">{texts.loading}</p>}>
            <PdfView bytes={file.bytes} widthPx={Math.round(roomPx * zoom)} onPages={countPages} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
