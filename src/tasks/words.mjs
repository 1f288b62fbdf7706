// The files that hold the words of the app's languages: two for each. They are told by their names, which the build gives
// (`chunkFileNames` in vite.config.ts).
//
// A phone shows one language. So the service worker keeps the words of that one alone (src/sw/words.ts), and the router
// sends each browser the page that names the first words of its language: `index.TAG.html` is `index.html` with one element
// more, which names the rest of them as well (src/app/language/named-by-page.ts). Without it another round trip would begin
// only when the app runs. The element is a script, and no `modulepreload`, because Safari before 17 and Firefox before 115
// know only scripts; it stands behind the app, which it must not delay. `index.html` names no words: the service worker
// keeps that page for whatever language somebody reads.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, withDigests } from './digests.mjs';

const PAGE = 'index.html';
const FOLDER = 'assets';
const WORDS = /(?:^|-)words-([A-Za-z-]+)-(first|late)-[\w-]+\.js$/;
const APP = /<script type="module"[^>]*><\/script>/;

/** True for a file name, with or without a path. */
export const holdsWords = (path) => WORDS.test(path.slice(path.lastIndexOf('/') + 1));

/** By language tag: the paths of the first words, and of the rest, below the built `directory`. */
export function wordsIn(directory) {
  const found = {};
  for (const name of readdirSync(join(directory, FOLDER)).sort()) {
    const [, tag, part] = WORDS.exec(name) ?? [];
    if (tag !== undefined) found[tag] = { ...found[tag], [part]: `${FOLDER}/${name}` };
  }
  return found;
}

export const pageOf = (tag) => `index.${tag}.html`;

/** Writes the page of each language, from the page that has its digests already (integrity.mjs). */
export function writePages(directory) {
  const page = readFileSync(join(directory, PAGE), 'utf8');
  if (!APP.test(page) || !page.includes(' lang="en"')) throw new Error(`${PAGE} is not what words.mjs expects`);
  for (const [tag, { first, late }] of Object.entries(wordsIn(directory))) {
    const digest = digestOf(join(directory, first));
    const script = `<script type="module" crossorigin data-words="${tag}" data-late="./${late}" src="./${first}" integrity="${digest}"></script>`;
    const own = page.replace(' lang="en"', ` lang="${tag}"`).replace(APP, (app) => `${app}\n    ${script}`);
    writeFileSync(join(directory, pageOf(tag)), withDigests(own, directory, [first, late]));
  }
}
