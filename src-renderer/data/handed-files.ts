/** Files travel beside the calls, under a handle that works once. */
import type { Connection } from './wire.ts';

export function handedFiles(headers: () => Record<string, string>): Pick<Connection, 'fetchFile' | 'handOver'> {
  return {
    fetchFile: async (handle) => {
      const response = await fetch(`/handoff/${handle}`, { headers: headers() });
      if (!response.ok) throw new Error(`handoff ${response.status}`);
      return response.arrayBuffer();
    },
    handOver: async (file) => {
      const response = await fetch('/handoff', { method: 'POST', headers: headers(), body: file });
      if (!response.ok) throw new Error(`handoff ${response.status}`);
      const { handle } = (await response.json()) as { handle: string };
      return handle;
    },
  };
}
