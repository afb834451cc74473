/** A reader that answers with its process and the file's name, or misbehaves as the name asks; as a process and as a thread. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, threadId } from 'node:worker_threads';

const reply = (message) => (parentPort ? parentPort.postMessage(message) : process.send(message));
const attempt = (work) => {
  try {
    work();
    return 'done';
  } catch (error) {
    return error.code;
  }
};
const keep = (make) => {
  for (const kept = []; ;) kept.push(make(kept.length));
};

const deeds = {
  throw: () => {
    throw new Error('thrown');
  },
  exit: () => process.exit(3),
  'native end': () => process.kill(process.pid, 'SIGSEGV'),
  abort: () => process.abort(),
  loop: () => {
    for (;;);
  },
  objects: () => keep((n) => ({ at: [n] })),
  buffers: () => keep(() => new Uint8Array(1e6).fill(1)),
  webassembly: () => keep(() => new Uint8Array(new WebAssembly.Memory({ initial: 16 }).buffer).fill(1)),
  noise: () => console.error('x'.repeat(1e6)),
};
const answers = {
  surroundings: () =>
    JSON.stringify({ variables: Object.keys(process.env), folder: process.cwd(), words: process.argv.slice(2) }),
  rights: () =>
    JSON.stringify({
      read: attempt(() => readFileSync('/etc/passwd')),
      write: attempt(() => writeFileSync(join(tmpdir(), 'stellwerk-odd-reader'), 'x')),
      start: attempt(() => spawnSync('true')),
      addon: attempt(() => process.dlopen({ exports: {} }, '/nirgends.node')),
    }),
};

function onRequest({ id, of }) {
  const { fileName } = of;
  deeds[fileName]?.();
  if (fileName === 'refused') reply({ id, outcome: 'refused', code: 'file-binary', details: { file: 'refused' } });
  if (fileName === 'failed') reply({ id, outcome: 'failed', stack: 'TypeError: x\n    at read (dist/a.mjs:1:2)' });
  if (fileName === 'odd code') reply({ id, outcome: 'refused', code: 'no such code', details: {} });
  if (fileName === 'odd answer') reply({ id, outcome: 'read', answer: { kind: 'text', text: 7, source: 'text' } });
  if (fileName === 'odd reply') reply({ id, anything: true });
  reply({ id: id - 1, outcome: 'read', answer: null });
  const text = answers[fileName]?.() ?? `${process.pid}/${threadId} ${fileName}`;
  reply({ id, outcome: 'read', answer: { kind: 'text', text, source: 'text' } });
}

if (parentPort) parentPort.on('message', onRequest);
else process.on('message', onRequest);
