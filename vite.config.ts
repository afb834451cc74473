import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { handbookPlugin } from './tools/build/handbook.mjs';

export default defineConfig({
  root: join(import.meta.dirname, 'src-renderer'),
  // Places inside the window are paths like /stellungnahme/…; files must be found from there, too.
  base: '/',
  plugins: [handbookPlugin(), react(), { ...optimizeLocales.vite({ locales: ['de-DE'] }), enforce: 'pre' }],
  build: {
    emptyOutDir: true,
    // The content policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    target: 'chrome130',
    chunkSizeWarningLimit: 1500,
  },
});
