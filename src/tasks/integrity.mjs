// Writes digests of scripts and styles into the built page. On plain HTTP, a device that plays the router once can put
// its own script into the browser's cache under the name of one of ours, kept for a year; later, at an honest router,
// the browser would run it. With a digest in the page it refuses.
//
//   named in the page (entry, modulepreload, styles)   `integrity` on the element; every browser
//   modules that modules import, now or later          `integrity` of an import map (Chromium 127, Safari 18, Firefox 138);
//                                                      older browsers run what they get
//   words of the other languages                       a list in the chunk that loads them, which the import map guards, and
//                                                      an element with `integrity` (src/app/language/every-language.ts);
//                                                      every browser that got that chunk from an honest router. In the
//                                                      import map they would cost each first load a kilobyte
//   the worker of the engine, styles that come later   nothing yet: neither `new Worker` nor a link made later has a digest.
//                                                      A style cannot run anything; the worker can
//   the page itself                                    cannot be guarded over HTTP at all: `no-cache` makes browsers ask
//                                                      each time, but only those that got it from an honest router
//
// The service worker does not matter here: it needs HTTPS. The policy of the router lets the import map of each page through
// by its digest (src/router/http/headers.ts).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestOf, withDigests } from './digests.mjs';
import { holdsWords, wordsIn } from './words.mjs';

const PAGE = 'index.html';
const FOLDER = 'assets';
const NAMED = /<(?:script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+\.(?:js|css))"[^>]*?(?=\s*\/?>)/g;

/** A file and its digest, in an element or in the map. */
const GUARDED = /((?:src|href)="\.\/([^"]+)"[^>]*? integrity=|"\.\/([^"]+)":)"sha256-[^"]*"/g;

/** The list of words, empty or not (src/app/language/every-language.ts). */
const WORDS = /digests of words:(?: [\w.-]+ sha256-[\w+/=]+)*/;

/** `output` is what the bundler wrote into `directory`. Before anything is compressed or listed. */
export function addIntegrity(directory, output) {
  writeWordDigests(directory);
  const path = join(directory, PAGE);
  const page = readFileSync(path, 'utf8');
  const named = new Set();
  const guarded = page.replace(NAMED, (tag, file) => {
    named.add(file);
    return `${tag} integrity="${digestOf(join(directory, file))}"`;
  });
  if (named.size === 0) throw new Error(`${PAGE} is not what integrity.mjs expects`);
  const modules = output
    .filter(({ type, fileName }) => type === 'chunk' && !named.has(fileName) && !holdsWords(fileName))
    .map(({ fileName }) => fileName);
  writeFileSync(path, withDigests(guarded, directory, modules));
}

/** For files that changed after the build: the same page with new digests. */
export function renewIntegrity(directory) {
  writeWordDigests(directory);
  const path = join(directory, PAGE);
  const renewed = readFileSync(path, 'utf8').replace(
    GUARDED,
    (_, before, named, mapped) => `${before}"${digestOf(join(directory, named ?? mapped))}"`,
  );
  writeFileSync(path, renewed);
}

/** Before the digest of the chunk that has the list is taken. */
function writeWordDigests(directory) {
  const words = Object.values(wordsIn(directory)).flatMap(({ first, late }) => [first, late]);
  const list = words.map((file) => ` ${basename(file)} ${digestOf(join(directory, file))}`).join('');
  const lists = readdirSync(join(directory, FOLDER))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(directory, FOLDER, name))
    .filter((path) => WORDS.test(readFileSync(path, 'utf8')));
  const [path] = lists;
  if (path === undefined || lists.length > 1) throw new Error(`${lists.length} files list the words, and not one`);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(WORDS, () => `digests of words:${list}`),
  );
}
