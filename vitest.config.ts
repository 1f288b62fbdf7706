/** How the tests run, on top of how the app is built (vite.config.ts). */
import { defineConfig, mergeConfig } from 'vitest/config';
import { LongestFirst } from './e2e/run/longest-first.ts';
import app from './vite.config.ts';

const tests = defineConfig({
  test: {
    expect: { poll: { timeout: 30_000 } }, // whoever waits for an event waits for it on a slow machine too
    // What a small machine has; by itself vitest would leave one of them idle. `npm test` lets three at a time run of those
    // that wait about half of the time, such as for the seconds after which a silent device counts as gone.
    maxWorkers: 2,
    // To start a process for each file takes half of the time of the units, and loads Playwright for each file that needs it.
    isolate: false,
    setupFiles: ['e2e/run/as-found.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'e2e/{run,bench,radio}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'router',
          include: ['e2e/router/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['e2e/ui/**/*.test.ts'],
          globalSetup: ['e2e/ui/served-once.ts'],
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

export default mergeConfig(app, tests);
