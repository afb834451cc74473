/** The printed pages as they will be. Only pages in sight are drawn. */
import { memo, useEffect, useRef, useState } from 'react';
import { t } from '../../texts/de.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Drawing } from './typst-renderer.ts';
import type { PreviewState } from './use-preview.ts';

const MARGIN_PX = 32;
const ZOOM_STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

function Page({
  drawing,
  page,
  widthPx,
  label,
}: {
  readonly drawing: Drawing;
  readonly page: number;
  readonly widthPx: number;
  readonly label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isInSight, setInSight] = useState(page === 0);
  const size = drawing.pages[page];

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => setInSight(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '300px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!isInSight || !canvas.current || !size) return;
    const ratio = Math.max(1, window.devicePixelRatio);
    void drawing.draw(page, canvas.current, (widthPx * ratio) / size.widthPt);
  }, [drawing, isInSight, page, size, widthPx]);

  if (!size) return null;
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className="preview-page"
      width={widthPx}
      height={Math.round((widthPx * size.heightPt) / size.widthPt)}
      data-width={widthPx}
    />
  );
}

export const PreviewPane = memo(function PreviewPane({ state }: { readonly state: PreviewState }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(400);
  const [zoom, setZoom] = useState(1);
  const [inSight, setInSight] = useState(1);
  const pages = state.drawing?.pages ?? [];

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setRoom(Math.round(entry?.contentRect.width ?? 400)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const widthPx = Math.max(160, Math.round((room - MARGIN_PX) * zoom));
  const step = (direction: 1 | -1): void => {
    const at = ZOOM_STEPS.findIndex((value) => value >= zoom);
    setZoom(ZOOM_STEPS[Math.min(ZOOM_STEPS.length - 1, Math.max(0, at + direction))] ?? 1);
  };
  const followScroll = (): void => {
    const element = scroller.current;
    if (!element) return;
    const middle = element.scrollTop + element.clientHeight / 2;
    const tops = Array.from(element.querySelectorAll('canvas'), (canvas) => canvas.offsetTop);
    setInSight(Math.max(1, tops.filter((top) => top < middle).length));
  };

  return (
    <section className="pane preview" aria-label={t.preview.title}>
      <header className="pane-head">
        <h2>{t.preview.title}</h2>
        <span className="soft" aria-live="off">
          {pages.length > 0 && t.preview.page(Math.min(inSight, pages.length), pages.length)}
        </span>
        <IconButton icon="zoomOut" label={t.preview.zoomOut} onPress={() => step(-1)} />
        <IconButton icon="zoomIn" label={t.preview.zoomIn} onPress={() => step(1)} />
      </header>
      {state.problem !== null && (
        <p className="notice bad" role="status">
          <Icon name="error" />
          <span className="notice-body">{state.problem}</span>
        </p>
      )}
      {state.unprintable.length > 0 && (
        <p className="notice warn" role="status">
          <Icon name="warning" />
          <span className="notice-body">
            {t.preview.unprintable(
              state.unprintable
                .slice(0, 5)
                .map(({ place, codePoint }) => `${place} (${codePoint})`)
                .join(', '),
            )}
          </span>
        </p>
      )}
      {/* Scrolled by keyboard, so it takes the focus. */}
      <div
        className="preview-scroller"
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label={t.preview.pages(pages.length)}
        onScroll={followScroll}
      >
        {!state.drawing && state.problem === null && <p className="soft preview-wait">{t.preview.loading}</p>}
        {state.drawing &&
          pages.map((_, page) => (
            <Page
              key={page}
              drawing={state.drawing as Drawing}
              page={page}
              widthPx={widthPx}
              label={t.preview.page(page + 1, pages.length)}
            />
          ))}
      </div>
    </section>
  );
});
