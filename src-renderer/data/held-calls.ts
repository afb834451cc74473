/**
 * Calls while nobody answers. What only keeps or shows what somebody writes waits and is sent again as soon as the program is back: it
 * may be asked twice. Everything else is refused at once, so that nothing happens long after the click.
 */
import type { ClientContext, ClientLink } from '@orpc/client';

export type Link = Pick<ClientLink<ClientContext>, 'call'>;

const HELD = new Set([
  'statements.save',
  'statements.preview',
  'papers.save',
  'letters.preview',
  'unfinished.keep',
  'unfinished.read',
  'settings.saveOffice',
  'settings.saveOrganization',
  'settings.savePerson',
  'settings.setPreferences',
  'settings.sample',
]);

/** What is lost with the window if it is closed now. */
const KEEPS = new Set([...HELD].filter((name) => /\.(save\w*|keep)$/.test(name)));

export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

export interface HeldCalls {
  readonly link: Link;
  /** A wire stands; `lost` must be called when it breaks. */
  opened(link: Link): void;
  lost(): void;
  /** Something that was written has not arrived yet. */
  readonly hasUnsaved: () => boolean;
}

export function holdCalls(): HeldCalls {
  let current: Link | null = null;
  let wasOpen = false;
  let next = Promise.withResolvers<Link>();
  let unsaved = 0;

  const call: Link['call'] = async (path, input, options) => {
    const name = path.join('.');
    const waits = HELD.has(name);
    const keeps = KEEPS.has(name);
    if (keeps) unsaved += 1;
    try {
      for (;;) {
        // The first calls of a window are made before its wire stands.
        if (!current && wasOpen && !waits) throw new ConnectionLost();
        const link = current ?? (await next.promise);
        try {
          return await link.call(path, input, options);
        } catch (error) {
          if (!waits || link === current || options.signal?.aborted) throw error;
        }
      }
    } finally {
      if (keeps) unsaved -= 1;
    }
  };

  return {
    link: { call },
    opened: (link) => {
      current = link;
      wasOpen = true;
      next.resolve(link);
    },
    lost: () => {
      current = null;
      next = Promise.withResolvers<Link>();
    },
    hasUnsaved: () => unsaved > 0,
  };
}
