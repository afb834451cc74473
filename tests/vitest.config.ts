import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
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
  },
});
