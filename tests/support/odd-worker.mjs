/** Stands in for the typesetting worker: answers with its thread id, or misbehaves as the document's title asks. */
import { parentPort, threadId } from 'node:worker_threads';

parentPort.on('message', ({ id, document }) => {
  switch (document.properties.title) {
    case 'crash':
      throw new Error('crashed');
    case 'exit':
      process.exit(3);
      break;
    case 'hang':
      break;
    case 'refuse':
      parentPort.postMessage({ id, ok: false, problem: 'refused' });
      break;
    default:
      parentPort.postMessage({
        id,
        ok: true,
        bytes: new TextEncoder().encode(`${threadId} ${document.properties.title}`),
      });
  }
});
