/** Changes of an agenda: each shows at once, is sent with what it was made on, and gives way to what was kept. */
import type { MeetingPaper } from '../../../src-main/contract/meeting/shapes.ts';

type Papers = readonly MeetingPaper[];

export interface AgendaPorts {
  /** What is kept, as last heard: asked anew each time, a picture of it may be older than the last answer. */
  readonly kept: () => Papers;
  /** Sends one change; resolves when `kept` tells it, rejects when it was refused. */
  readonly send: (papers: Papers, read: Papers) => Promise<void>;
  /** What is to be seen instead of what is kept; null: what is kept. */
  readonly show: (papers: Papers | null) => void;
  readonly refused: (error: unknown) => void;
}

export class AgendaChanges {
  readonly #ports: AgendaPorts;
  #latest: Papers | null = null;

  constructor(ports: AgendaPorts) {
    this.#ports = ports;
  }

  /** Whether there was a place to move to. */
  move(id: string, by: 1 | -1): boolean {
    const papers = [...this.#now()];
    const at = papers.findIndex((paper) => paper.id === id);
    const to = at + by;
    const [paper] = at === -1 || to < 0 || to >= papers.length ? [] : papers.splice(at, 1);
    if (!paper) return false;
    papers.splice(to, 0, paper);
    this.#change(papers);
    return true;
  }

  setNumber(id: string, number: string): void {
    const papers = this.#now();
    if (papers.every((paper) => paper.id !== id || paper.number === number)) return;
    this.#change(papers.map((paper) => (paper.id === id ? { ...paper, number } : paper)));
  }

  #now(): Papers {
    return this.#latest ?? this.#ports.kept();
  }

  #change(papers: Papers): void {
    const read = this.#now();
    this.#latest = papers;
    this.#ports.show(papers);
    const settle = (): void => {
      // A newer change is still on its way.
      if (this.#latest !== papers) return;
      this.#latest = null;
      this.#ports.show(null);
    };
    this.#ports.send(papers, read).then(settle, (error: unknown) => {
      settle();
      this.#ports.refused(error);
    });
  }
}
