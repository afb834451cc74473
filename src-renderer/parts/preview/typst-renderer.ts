/** Drawings of Typst's vector artifact, made in a thread of their own. A thread that breaks is begun anew with the next drawing. */
import type { DrawingAnswer, DrawingRequest, PageSize } from './drawing-messages.ts';

export interface Drawing {
  readonly pages: readonly PageSize[];
  /** The page as it is drawn elsewhere is shown at once, so that it never blinks. `scale` is device pixels per point. */
  draw(page: number, target: HTMLCanvasElement, scale: number): Promise<void>;
  free(): void;
}

interface Waiting {
  readonly settle: (answer: DrawingAnswer) => void;
  readonly fail: (error: Error) => void;
}

let thread: Worker | null = null;
let numbers = 0;
const waiting = new Map<number, Waiting>();

function failAll(reason: string): void {
  thread?.terminate();
  thread = null;
  for (const { fail } of waiting.values()) fail(new Error(reason));
  waiting.clear();
}

function running(): Worker {
  if (thread) return thread;
  const made = new Worker(new URL('./drawing-worker.ts', import.meta.url), { type: 'module', name: 'drawing' });
  made.addEventListener('message', ({ data }: MessageEvent<DrawingAnswer>) => {
    const job = waiting.get(data.job);
    waiting.delete(data.job);
    if ('problem' in data) job?.fail(new Error(data.problem));
    else job?.settle(data);
  });
  made.addEventListener('error', (event) => {
    if (thread === made) failAll(event.message);
  });
  thread = made;
  return made;
}

const tell = (request: DrawingRequest, transfer: Transferable[] = []): void => running().postMessage(request, transfer);

function ask(request: (job: number) => DrawingRequest, transfer: Transferable[] = []): Promise<DrawingAnswer> {
  const job = (numbers += 1);
  return new Promise((settle, fail) => {
    waiting.set(job, { settle, fail });
    tell(request(job), transfer);
  });
}

/** Fetches and starts the engine, so that the first page is quick. */
export const startRenderer = (): void => tell({ kind: 'start' });

/** `artifact` is handed over and empty afterwards. */
export async function openDrawing(artifact: Uint8Array<ArrayBuffer>): Promise<Drawing> {
  const drawing = (numbers += 1);
  const own = running();
  const answer = await ask((job) => ({ kind: 'open', job, drawing, artifact }), [artifact.buffer]);
  const pages = 'pages' in answer ? answer.pages : [];
  let isFree = false;
  return {
    pages,
    draw: async (page, target, scale) => {
      if (isFree || thread !== own) return;
      const drawn = await ask((job) => ({ kind: 'draw', job, drawing, page, scale }));
      if (!('bitmap' in drawn) || !drawn.bitmap) return;
      // The picture becomes the canvas's own without being copied.
      target.width = drawn.bitmap.width;
      target.height = drawn.bitmap.height;
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.bitmap);
    },
    free: () => {
      isFree = true;
      if (thread === own) tell({ kind: 'free', drawing });
    },
  };
}
