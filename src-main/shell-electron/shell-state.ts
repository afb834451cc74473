/** What the shell remembers between two starts. Every part is optional in the file: what is missing or odd counts as not remembered. */
import * as z from 'zod';

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Rectangle = z.infer<typeof rectangleSchema>;

const windowStateSchema = z.object({ bounds: rectangleSchema, isMaximized: z.boolean() });
export type WindowState = z.infer<typeof windowStateSchema>;

const shellStateSchema = z.object({
  /** By configuration of displays: a notebook at its dock has another place for the window than on the way. */
  windows: z.record(z.string(), windowStateSchema).catch({}),
  /** Last folder by purpose, such as "export". */
  places: z.record(z.string(), z.string()).catch({}),
  zoom: z.number().min(0.25).max(5).catch(1),
});
export type ShellState = z.infer<typeof shellStateSchema>;

export const NOTHING_REMEMBERED: ShellState = { windows: {}, places: {}, zoom: 1 };

/** A broken file is ignored: the window opens at its usual place. */
export function parseShellState(text: string): ShellState {
  try {
    return shellStateSchema.catch(NOTHING_REMEMBERED).parse(JSON.parse(text));
  } catch {
    return NOTHING_REMEMBERED;
  }
}
