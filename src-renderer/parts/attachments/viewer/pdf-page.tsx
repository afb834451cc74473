/** One page of a PDF: drawn while it is near the eye, let go when it is far; its words are there for those who listen. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../../texts/de.ts';
import type { OpenPdf } from './open-pdf.ts';

const texts = t.attachments.viewer;
/** Plans come in large sizes: no canvas larger than browsers can hold. */
const MOST_PIXELS = 16_000_000;

interface Props {
  readonly pdf: OpenPdf;
  readonly page: number;
  readonly widthPx: number;
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
  return words.trim();
}

/** Off screen first, so that a page never blinks. Gives the way to stop. */
function draw(page: PDFPageProxy, target: HTMLCanvasElement, widthPx: number, onFailed: () => void): () => void {
  const plain = page.getViewport({ scale: 1 });
  const wanted = (widthPx * Math.max(1, window.devicePixelRatio)) / plain.width;
  const most = Math.sqrt(MOST_PIXELS / (plain.width * plain.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const task = page.render({ canvas, viewport });
  task.promise.then(
    () => {
      target.width = canvas.width;
      target.height = canvas.height;
      target.getContext('2d')?.drawImage(canvas, 0, 0);
      target.dataset['drawn'] = 'true';
    },
    (error: unknown) => {
      if (!(error instanceof Error && error.name === 'RenderingCancelledException')) onFailed();
    },
  );
  return () => task.cancel();
}

export function PdfPage({ pdf, page, widthPx }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isInSight, setInSight] = useState(page === 1);
  const [loaded, setLoaded] = useState<PDFPageProxy | null>(null);
  const [words, setWords] = useState<string | null>(null);
  const [isDamaged, setDamaged] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: '400px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!isInSight || loaded) return undefined;
    let isOver = false;
    pdf.page(page).then(
      (proxy) => !isOver && setLoaded(proxy),
      () => !isOver && setDamaged(true),
    );
    return () => {
      isOver = true;
    };
  }, [isInSight, loaded, page, pdf]);

  useEffect(() => {
    if (!loaded) return undefined;
    let isOver = false;
    // A page that can be drawn but not read is still worth showing.
    wordsOf(loaded).then(
      (found) => !isOver && setWords(found),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [loaded]);

  useEffect(() => {
    const target = canvas.current;
    if (!isInSight || !loaded || !target) return undefined;
    return draw(loaded, target, widthPx, () => setDamaged(true));
  }, [isInSight, loaded, widthPx]);

  useEffect(() => {
    const target = canvas.current;
    if (isInSight || !target) return;
    target.width = 1;
    target.height = 1;
    delete target.dataset['drawn'];
  }, [isInSight]);

  const size = loaded?.getViewport({ scale: 1 });
  const heightPx = Math.round(widthPx * (size ? size.height / size.width : pdf.ratio));
  return (
    <div ref={place} className="pdf-page">
      {isDamaged ? (
        <p className="notice bad">{texts.pageDamaged}</p>
      ) : (
        <canvas
          ref={canvas}
          role="img"
          aria-label={texts.pageOf(page, pdf.pageCount)}
          className="preview-page"
          style={{ width: widthPx, height: heightPx }}
        />
      )}
      {words !== null && <p className="visually-hidden">{words === '' ? texts.noWords : words}</p>}
    </div>
  );
}
