// Builds dist/app/sw.js with the list of the built files in it, and that of the words of each language. The list changes the worker whenever a file changes,
// and that is how browsers notice a new version.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { TARGET } from './oldest-engines.mjs';
import { holdsWords, wordsIn } from './words.mjs';

const ENTRY = fileURLToPath(new URL('../sw/main.ts', import.meta.url));
const WORKER = 'sw.js';
/** Vite puts files whose names carry a hash of their content below this folder. */
const HASHED = 'assets/';
/**
 * Other forms of the files and of the page for the router to send, and pictures that only the browser shows while it
 * installs the app.
 */
const LEFT_OUT = /\.(?:br|gz|map)$|^index\..+\.html$|^screenshots\/|^icons\/(?:.+-512|apple-.+)\.png$/;

/** All files of the app but the words, as workbox-precaching wants them, in a stable order. */
export function builtFiles(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== WORKER && !LEFT_OUT.test(path) && !holdsWords(path))
    .sort()
    .map((path) => ({ url: `/${path}`, revision: path.startsWith(HASHED) ? null : digest(join(directory, path)) }));
}

/** Paths of the words by language. */
function wordFiles(directory) {
  const words = Object.entries(wordsIn(directory));
  return Object.fromEntries(words.map(([tag, { first, late }]) => [tag, [`/${first}`, `/${late}`]]));
}

function digest(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}

/** Writes the worker into `directory`, for the files that are there now. `plugins`: of vite, in addition. */
export async function buildServiceWorker(directory, plugins = []) {
  await build({
    plugins,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      HIKYAKU_FILES: JSON.stringify(builtFiles(directory)),
      HIKYAKU_WORDS: JSON.stringify(wordFiles(directory)),
    },
    build: {
      outDir: directory,
      emptyOutDir: false,
      target: TARGET,
      modulePreload: false,
      // A classic script: Firefox ESR and older Safari do not run service workers as modules.
      rolldownOptions: {
        input: ENTRY,
        output: { format: 'iife', entryFileNames: WORKER, codeSplitting: false },
      },
    },
  });
}
