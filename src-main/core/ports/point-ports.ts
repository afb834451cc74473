/** Points of papers, and how statements answer them, as they are kept. */
import type { Point, PointAnswer } from '../../contract/point/shapes.ts';

export interface PointSet {
  /** From 1 on; each change counts. */
  readonly revision: number;
  /** In their order. */
  readonly points: readonly Point[];
}

export interface PointReader {
  /** Undefined where nobody has taken any over. */
  of(paperId: string): Promise<PointSet | undefined>;
  answers(statementId: string): Promise<readonly PointAnswer[]>;
  /** Statements that answer one of these points. */
  answeredIn(pointIds: readonly string[]): Promise<readonly string[]>;
}
export interface PointWriter extends PointReader {
  put(paperId: string, set: PointSet, at: string): Promise<void>;
  putAnswer(statementId: string, answer: PointAnswer, at: string): Promise<void>;
}
