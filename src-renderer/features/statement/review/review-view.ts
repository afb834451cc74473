/** What the page of a statement knows of its proposals and comments, and what can be done with them. */
import type { Comment } from '../../../../src-main/contract/comment/shapes.ts';
import type { PlacedProposal, Review, TextField } from '../../../../src-main/contract/proposal/shapes.ts';
import type { SelectedPassage } from './selected-passage.ts';

export interface ReviewView {
  readonly reviews: readonly Review[];
  readonly comments: readonly Comment[];
  /** Proposals and comments that wait for somebody. */
  readonly waiting: number;
  readonly isOpen: boolean;
  readonly chosen: string | null;
  /** Words that a new comment is written at. */
  readonly writing: SelectedPassage | null;
  /** Whether somebody opened it, so that the focus goes there; it opens by itself where something waits. */
  readonly takesFocus: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly choose: (key: string | null) => void;
  readonly readFile: (file: File) => Promise<void>;
  /** Null: all that are open when it comes to them. */
  readonly accept: (review: Review, ids: readonly string[] | null) => Promise<void>;
  readonly refuse: (review: Review, ids: readonly string[] | null, isRefused: boolean) => Promise<void>;
  readonly finish: (review: Review) => Promise<void>;
  readonly beginComment: (field: TextField) => void;
  readonly saveComment: (text: string) => Promise<void>;
  readonly leaveComment: () => void;
  /** False where it could not be stored; the sentence was said. */
  readonly editComment: (comment: Comment, text: string) => Promise<boolean>;
  readonly resolve: (comment: Comment, isResolved: boolean) => Promise<void>;
}

export const isWaiting = ({ state }: Pick<PlacedProposal, 'state'>): boolean => state === 'open';
