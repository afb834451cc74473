/** Comments of statements, and what came back from copies for editing. */
import type { Comment } from '../../contract/comment/shapes.ts';

export interface StoredComment extends Comment {
  readonly statementId: string;
  /** Where it came from: review and remark; null for one that was written here. */
  readonly source: string | null;
}

export interface CommentReader {
  /** In the order they were written. */
  of(statementId: string): Promise<readonly StoredComment[]>;
  get(id: string): Promise<StoredComment | undefined>;
}
export interface CommentWriter extends CommentReader {
  put(comment: StoredComment, at: string): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface StoredReview {
  readonly id: string;
  readonly statementId: string;
  readonly fileName: string;
  /** Proposals, ground and what was named, as JSON. */
  readonly content: string;
  /** Ids of the proposals that were refused. */
  readonly refused: readonly string[];
  readonly at: string;
  readonly actor: string;
  readonly closedAt: string | null;
}
export interface ReviewReader {
  /** Open ones, the oldest first. */
  openOf(statementId: string): Promise<readonly StoredReview[]>;
  get(id: string): Promise<StoredReview | undefined>;
}
export interface ReviewWriter extends ReviewReader {
  /** By its id; who reads it in is noted when it is new. */
  put(review: Omit<StoredReview, 'actor'>): Promise<void>;
}
