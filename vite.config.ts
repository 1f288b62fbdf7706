/// <reference types="vitest/config" />
import { defineConfig } from 'vite';

// simple-peer's source expects Node's `events` and `global`; its own browser bundle does not.
const SIMPLE_PEER_BUNDLE = 'simple-peer/simplepeer.min.js';

/**
 * Files of e2e/browser that mostly wait, or look at pages without sending much: two at a time. The others keep both
 * processors of a small machine busy by themselves, and come one after the other.
 */
const LIGHT = [
  'captive',
  'hostile',
  'in-front',
  'install',
  'odd-files',
  'secure',
  'secure-move',
  'site-data',
  'status',
  'store',
  'way-in',
  'webkit',
].map((name) => `e2e/browser/${name}.test.ts`);

export default defineConfig({
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
    maxWorkers: 2, // what a small machine has; by itself vitest would leave one of them idle
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout: 60_000 } },
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
          include: ['e2e/ui/**/*.test.ts', ...LIGHT],
          globalSetup: ['e2e/build-once.mjs'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/browser/**/*.test.ts'],
          exclude: LIGHT,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'lab',
          include: ['e2e/lab/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
