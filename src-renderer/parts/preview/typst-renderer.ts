/** Draws Typst's vector artifact. One instance; drawing is queued, because overlapping draws throw. */
import init, * as typst from '@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer.mjs';
import engineAddress from '@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer_bg.wasm?url';

export interface PageSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

export interface Drawing {
  readonly pages: readonly PageSize[];
  /** Draws off screen and copies, so that a page never blinks. `scale` is device pixels per point. */
  draw(page: number, target: HTMLCanvasElement, scale: number): Promise<void>;
  free(): void;
}

let renderer: Promise<typst.TypstRenderer> | undefined;
let queue: Promise<unknown> = Promise.resolve();

export function startRenderer(): Promise<typst.TypstRenderer> {
  return (renderer ??= init({ module_or_path: engineAddress }).then(() => new typst.TypstRendererBuilder().build()));
}

function inTurn<T>(work: () => Promise<T> | T): Promise<T> {
  const next = queue.then(work, work);
  queue = next.catch(() => undefined);
  return next;
}

export async function openDrawing(artifact: Uint8Array): Promise<Drawing> {
  const engine = await startRenderer();
  return inTurn(() => {
    const options = new typst.CreateSessionOptions();
    options.format = 'vector';
    options.artifact_content = artifact;
    const session = engine.create_session(options);
    const info = session.pages_info;
    const pages = Array.from({ length: info.page_count }, (_, index) => {
      const page = info.page(index);
      return { widthPt: page.width_pt, heightPt: page.height_pt };
    });
    let isFree = false;
    return {
      pages,
      draw: (page, target, scale) =>
        inTurn(async () => {
          const size = pages[page];
          if (isFree || !size) return;
          const canvas = document.createElement('canvas');
          canvas.width = Math.round(size.widthPt * scale);
          canvas.height = Math.round(size.heightPt * scale);
          const context = canvas.getContext('2d');
          if (!context) return;
          const image = new typst.RenderPageImageOptions();
          image.page_off = page;
          image.pixel_per_pt = scale;
          image.background_color = '#ffffff';
          await engine.render_page_to_canvas(session, context, image);
          target.width = canvas.width;
          target.height = canvas.height;
          target.getContext('2d')?.drawImage(canvas, 0, 0);
        }),
      free: () => {
        void inTurn(() => {
          isFree = true;
          session.free();
        });
      },
    };
  });
}
