/** The only bridge into the page: it passes one message port on, after the page asked for it. */
import { ipcRenderer } from 'electron';

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'stellwerk-port-wanted') ipcRenderer.send('stellwerk-port-wanted');
});

ipcRenderer.on('stellwerk-port', (event) => {
  window.postMessage('stellwerk-port', location.origin, event.ports);
});
