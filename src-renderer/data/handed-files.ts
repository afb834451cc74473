/** Files travel beside the calls, under a handle that works once. */
import type { Connection } from './wire.ts';

/** The program answered, but did not take the file. */
export class HandOverFailed extends Error {
  override readonly name = 'HandOverFailed';
  constructor(status: number) {
    super(`handoff ${status}`);
  }
}

export function handedFiles(headers: () => Record<string, string>): Pick<Connection, 'fetchFile' | 'handOver'> {
  return {
    fetchFile: async (handle) => {
      const response = await fetch(`/handoff/${handle}`, { headers: headers() });
      if (!response.ok) throw new Error(`handoff ${response.status}`);
      return response.arrayBuffer();
    },
    handOver: async (file) => {
      // An empty Blob is no body that Electron's scheme could be asked to read; no bytes are.
      const body = file.size === 0 ? new Uint8Array() : file;
      const response = await fetch('/handoff', { method: 'POST', headers: headers(), body });
      if (!response.ok) throw new HandOverFailed(response.status);
      const { handle } = (await response.json()) as { handle: string };
      return handle;
    },
  };
}
