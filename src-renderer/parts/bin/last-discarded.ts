/** What was put into the bin last, so that the register can offer to take it back. */
export interface LastDiscarded {
  readonly id: string;
  readonly name: string;
}

let last: LastDiscarded | null = null;
const listeners = new Set<() => void>();

export function setLastDiscarded(paper: LastDiscarded | null): void {
  last = paper;
  listeners.forEach((listener) => listener());
}

export const lastDiscarded = (): LastDiscarded | null => last;

export function onLastDiscarded(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
