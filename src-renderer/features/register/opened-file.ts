/** A file the system opened with the program waits here until the register takes it over, once. */
export interface OpenedFile {
  readonly handle: string;
  readonly fileName: string;
}

let waiting: OpenedFile | null = null;
const listeners = new Set<() => void>();

export function openFile(file: OpenedFile): void {
  waiting = file;
  listeners.forEach((listener) => listener());
}

export function takeOpenedFile(): OpenedFile | null {
  const file = waiting;
  waiting = null;
  return file;
}

export function onOpenedFile(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
