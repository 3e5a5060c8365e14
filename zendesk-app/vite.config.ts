import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Zendesk serves each build under a prefix of its own, so every address is relative (`base`).
 * `build.ts` writes the rest of the package: manifest, translations, logos.
 */
export default defineConfig({
  root: fileURLToPath(new URL('src', import.meta.url)),
  base: './',
  plugins: [react()],
  resolve: {
    // Lodash's, made for every case, would weigh 2 kB more in the first JavaScript.
    alias: {
      'lodash.get': fileURLToPath(new URL('src/garden/get.ts', import.meta.url)),
      'lodash.memoize': fileURLToPath(new URL('src/garden/memoize.ts', import.meta.url)),
    },
  },
  build: {
    outDir: '../dist/assets',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      // Makers of styles, of contexts and of curried functions: what nobody uses of them may go.
      treeshake: {
        manualPureFunctions: ['styled', 'css', 'createContext', 'forwardRef', 'curry'],
      },
      output: {
        // In one piece, whatever later parts share with it: a dictionary of its own for each would weigh more.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
