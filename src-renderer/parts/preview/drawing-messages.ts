/** What the page and the thread that draws say to each other. Drawings and jobs have numbers of the page. */
export interface PageSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

export type DrawingRequest =
  /** Fetches and starts the engine ahead of time. */
  | { readonly kind: 'start' }
  | { readonly kind: 'open'; readonly job: number; readonly drawing: number; readonly artifact: Uint8Array }
  | {
      readonly kind: 'draw';
      readonly job: number;
      readonly drawing: number;
      readonly page: number;
      /** Device pixels per point. */
      readonly scale: number;
    }
  | { readonly kind: 'free'; readonly drawing: number };

export type DrawingAnswer =
  | { readonly job: number; readonly pages: readonly PageSize[] }
  /** Null: the drawing was freed before its turn. */
  | { readonly job: number; readonly bitmap: ImageBitmap | null }
  | { readonly job: number; readonly problem: string };
