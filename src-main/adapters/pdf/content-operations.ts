/** A content stream as a list of operators with what they take (ISO 32000-1, 7.8.2). */
import { Keyword, Lexer } from './plain-lexer.ts';
import type { Value } from './plain-values.ts';

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Value[];
  /** From the first operand to the end of the operator. */
  readonly start: number;
  readonly end: number;
}

export function contentOperations(bytes: Uint8Array): readonly Operation[] {
  const lexer = new Lexer(bytes);
  const found: Operation[] = [];
  let operands: Value[] = [];
  let start = lexer.skipBlanks();
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    // A picture inside the stream is no list of operators; the typesetter writes none.
    if (token.word === 'BI') throw new Error('a picture inside the content');
    found.push({ operator: token.word, operands, start, end: lexer.at });
    operands = [];
    start = lexer.skipBlanks();
  }
  return found;
}
