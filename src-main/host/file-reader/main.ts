/** Entry of the reader behind the fence: reads files of strangers one after another, and knows nothing else of the program. */
import { answerReading } from './answer-reading.ts';
import { parentDoor } from './parent-door.ts';

// Nothing here has business on the network; what is not there cannot be talked into it.
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);

// Distinct from code 1, by which Windows shows a process that was ended from outside.
process.on('uncaughtException', () => process.exit(70));

const door = parentDoor();
door.onRequest((request) => void answerReading(request).then((reply) => door.reply(reply)));
