/** A fault of the page, told by the page: the log keeps its kind and its frames, as of any error. */
export interface ToldFault {
  readonly name: string;
  readonly stack: string;
}

export class WindowFault extends Error {
  readonly code: string;

  constructor({ name, stack }: ToldFault) {
    super();
    this.code = name;
    this.stack = stack;
  }
}
