/** The reader's own door to its parent, and behind it a reading that never comes back. */
import { parentDoor } from '../../../src-main/host/file-reader/parent-door.ts';

parentDoor().onRequest(() => {
  process.send?.({ pid: process.pid });
  for (;;);
});
