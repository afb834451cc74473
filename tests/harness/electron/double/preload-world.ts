/**
 * Runs in the page's isolated world before the page: gives the real preload script its `require('electron')`. The binding leads to the test,
 * `electronDoubleReceive` is how the test answers.
 */
export function preloadWorld(preload: (require: (name: string) => unknown) => void): void {
  if (window !== window.top) return;
  const { electronDouble } = globalThis as unknown as { electronDouble: (payload: string) => void };
  const tell = (kind: string, value: object): void => electronDouble(JSON.stringify({ kind, ...value }));
  const listeners = new Map<string, (event: { ports: MessagePort[] }) => void>();
  const bridged = new Map<number, MessagePort>();
  const receive = (message: { kind: string; id: number; channel: string; data: unknown }): void => {
    if (message.kind === 'port-message') {
      bridged.get(message.id)?.postMessage(message.data);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    bridged.set(message.id, port1);
    port1.onmessage = ({ data }) => tell('port-message', { id: message.id, data });
    listeners.get(message.channel)?.({ ports: [port2] });
  };
  Object.assign(globalThis, { electronDoubleReceive: receive });
  const ipcRenderer = {
    send: (channel: string) => tell('ipc', { channel }),
    on: (channel: string, listener: (event: { ports: MessagePort[] }) => void) => listeners.set(channel, listener),
  };
  preload((name) => {
    // What a sandboxed preload may ask for, and nothing else.
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return { ipcRenderer };
  });
}
