/** What somebody was writing when the page was left: kept by its place in the window, for everybody their own. */
import * as z from 'zod';
import { procedure } from './procedure.ts';

const MOST_CHARACTERS = 5_000_000;
const place = z.string().min(1).max(200);

export const unfinishedContract = {
  read: procedure.input(z.object({ place })).output(z.string().nullable()),
  /** Null forgets what waited there. */
  keep: procedure.input(z.object({ place, text: z.string().max(MOST_CHARACTERS).nullable() })),
};
