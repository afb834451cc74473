import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
/** Another order for everything that stands in any: the report says which one it was. */
const seed = Number(process.env['STELLWERK_SEED'] ?? 20_260_302);
/** Rooms whose tests pass in any order. Elsewhere files do; their tests go through one thing step by step. */
const anyOrder = [
  ...['adapters', 'base', 'contract', 'core', 'host', 'older-data', 'record', 'renderer'],
  ...['shell-cli', 'shell-electron', 'shell-local', 'harness', 'support', 'tools'],
].map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  root,
  test: {
    globalSetup: join(import.meta.dirname, 'harness', 'program-parts.ts'),
    pool: 'forks',
    // The files of a worker share its modules: they are loaded once, which is a fifth of the whole time.
    isolate: false,
    // `npm run check` asks for what a change leads to; a version in package.json leads everywhere.
    forceRerunTriggers: [],
    // A third one works while another waits for a lock, a judge or a killed process.
    maxWorkers: 3,
    // A limit only ends what hangs; how fast a shared machine is today is nobody's finding.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ['default', 'json'],
    outputFile: { json: join(root, '.cache', 'vitest.json') },
    projects: [
      {
        extends: true,
        test: { name: 'inside', include: anyOrder, sequence: { shuffle: { files: true, tests: true }, seed } },
      },
      {
        extends: true,
        test: {
          name: 'outside',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', ...anyOrder],
          sequence: { shuffle: { files: true, tests: false }, seed },
        },
      },
    ],
  },
});
