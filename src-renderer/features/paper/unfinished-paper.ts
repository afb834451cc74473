/** A paper being entered that is not in the register yet: kept by the core, so that leaving the page loses nothing. */
import { paperContentSchema } from '../../../src-main/contract/paper/shapes.ts';

export const unfinishedPaperSchema = paperContentSchema;
export const UNFINISHED_PAPER = 'new-paper';
