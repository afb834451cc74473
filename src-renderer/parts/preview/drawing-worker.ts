/**
 * Draws Typst's vector artifact beside the page's own thread: nobody who types waits for a page. One instance; drawing is queued, because
 * overlapping draws throw.
 */
import init, * as typst from '@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer.mjs';
import engineAddress from '@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer_bg.wasm?url';
import type { DrawingAnswer, DrawingRequest, PageSize } from './drawing-messages.ts';

interface Opened {
  readonly session: typst.RenderSession;
  readonly pages: readonly PageSize[];
}

const scope = globalThis as unknown as {
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent<DrawingRequest>) => void) => void;
  readonly postMessage: (answer: DrawingAnswer, transfer: Transferable[]) => void;
};

const opened = new Map<number, Opened>();
let renderer: Promise<typst.TypstRenderer> | undefined;
let queue: Promise<unknown> = Promise.resolve();

const engine = (): Promise<typst.TypstRenderer> =>
  (renderer ??= init({ module_or_path: engineAddress }).then(() => new typst.TypstRendererBuilder().build()));

function inTurn(work: () => Promise<void>): void {
  queue = queue.then(work, work);
}

async function open(drawing: number, artifact: Uint8Array): Promise<readonly PageSize[]> {
  // The classes below belong to the engine: there are none before it has started.
  const running = await engine();
  const options = new typst.CreateSessionOptions();
  options.format = 'vector';
  options.artifact_content = artifact;
  const session = running.create_session(options);
  const info = session.pages_info;
  const pages = Array.from({ length: info.page_count }, (_, index) => {
    const page = info.page(index);
    return { widthPt: page.width_pt, heightPt: page.height_pt };
  });
  opened.set(drawing, { session, pages });
  return pages;
}

/** Null for a drawing that was freed meanwhile. */
async function draw(drawing: number, page: number, scale: number): Promise<ImageBitmap | null> {
  const found = opened.get(drawing);
  const size = found?.pages[page];
  if (!found || !size) return null;
  const canvas = new OffscreenCanvas(Math.round(size.widthPt * scale), Math.round(size.heightPt * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  const image = new typst.RenderPageImageOptions();
  image.page_off = page;
  image.pixel_per_pt = scale;
  image.background_color = '#ffffff';
  await (await engine()).render_page_to_canvas(found.session, context, image);
  return canvas.transferToImageBitmap();
}

function free(drawing: number): void {
  opened.get(drawing)?.session.free();
  opened.delete(drawing);
}

async function answer(request: DrawingRequest): Promise<void> {
  try {
    switch (request.kind) {
      case 'start':
        await engine();
        return;
      case 'open':
        scope.postMessage({ job: request.job, pages: await open(request.drawing, request.artifact) }, []);
        return;
      case 'draw': {
        const bitmap = await draw(request.drawing, request.page, request.scale);
        scope.postMessage({ job: request.job, bitmap }, bitmap ? [bitmap] : []);
        return;
      }
      case 'free':
        free(request.drawing);
        return;
    }
  } catch (error) {
    if ('job' in request) scope.postMessage({ job: request.job, problem: String(error) }, []);
  }
}

scope.addEventListener('message', ({ data }) => inTurn(() => answer(data)));
