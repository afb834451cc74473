/** Readings that somebody waits for and can end: of files that lie here already, and so have no handle. */
import * as z from 'zod';

/** The window's own name for a reading, given to `system.stopReading` to end it; used once. */
export const readingSchema = z.string().min(1).max(200).optional();
