/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

// simple-peer's source expects Node's `events` and `global`; its own browser bundle does not.
const SIMPLE_PEER_BUNDLE = 'simple-peer/simplepeer.min.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  json: { namedExports: false }, // or each line of a table of characters becomes an export
  define: { HIKYAKU_APP_VERSION: JSON.stringify(version) },
  resolve: { alias: [{ find: /^simple-peer$/, replacement: SIMPLE_PEER_BUNDLE }] },
  base: './', // what a proxy puts below a path of its own finds its parts as well
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the CSP allows no data: URLs for scripts and styles
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  test: {
    expect: { poll: { timeout: 30_000 } }, // whoever waits for an event waits for it on a slow machine too
    // What a small machine has; by itself vitest would leave one of them idle. Files with browsers, too, come two at a time:
    // about half of the time each waits for something, such as the seconds after which a silent device counts as gone.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'e2e/run/*.test.ts', 'e2e/bench/**/*.test.ts'],
          isolate: false,
          setupFiles: ['e2e/run/as-found.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'router',
          include: ['e2e/router/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['e2e/ui/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/browser/**/*.test.ts'],
          globalSetup: ['e2e/run/build-once.mjs'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'lab',
          include: ['e2e/lab/**/*.test.ts'],
          globalSetup: ['e2e/run/build-once.mjs'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
