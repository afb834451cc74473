/** What somebody was writing when the page was left: kept by its place in the window, for everybody their own. */
import * as z from 'zod';
import { procedure } from '../shared/procedure.ts';

const MOST_CHARACTERS = 5_000_000;
const place = z.string().min(1).max(200);
/** Of the text that waits; null where nothing does. Equal texts have equal marks. */
const mark = z.string().length(64).nullable();

export const unfinishedContract = {
  read: procedure.input(z.object({ place })).output(z.object({ text: z.string().nullable(), mark })),
  /** Null forgets what waited there. `read` is the mark of what was read there last; refuses with `conflict` when something else waits. */
  keep: procedure
    .input(z.object({ place, text: z.string().max(MOST_CHARACTERS).nullable(), read: mark }))
    .output(z.object({ mark })),
};
