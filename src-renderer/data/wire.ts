/** What the window knows of its way to the core, whichever shell it is in. */
import type { Link } from './held-calls.ts';

export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused';

export interface Connection {
  readonly link: Link;
  readonly state: () => ConnectionState;
  readonly onState: (listener: () => void) => () => void;
  /** Fetches a file the core offered. */
  readonly fetchFile: (handle: string) => Promise<ArrayBuffer>;
  /** Hands a file to the core and gives its handle. */
  readonly handOver: (file: Blob) => Promise<string>;
}
