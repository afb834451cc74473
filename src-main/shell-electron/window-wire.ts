/** Calls travel over a message port that only our own page gets. A reloaded page gets a new one; the old one is closed. */
import { RPCHandler } from '@orpc/server/message-port';
import type { IpcMain, MessagePortMain } from 'electron';
import type { RouterContext } from '../host/implementer.ts';
import { router } from '../host/router.ts';
import { senderAllowed } from './policies.ts';

export function connectWindow(
  ipcMain: IpcMain,
  createChannel: () => { readonly port1: MessagePortMain; readonly port2: MessagePortMain },
  context: RouterContext,
): void {
  const handler = new RPCHandler(router);
  let former: MessagePortMain | null = null;
  ipcMain.on('stellwerk-port-wanted', (event) => {
    const frame = event.senderFrame && { url: event.senderFrame.url, isMainFrame: event.senderFrame.parent === null };
    if (!senderAllowed(frame)) return;
    former?.close();
    const { port1, port2 } = createChannel();
    former = port1;
    handler.upgrade(port1, { context });
    port1.start();
    event.sender.postMessage('stellwerk-port', null, [port2]);
  });
}
