// Writes digests of scripts and styles into the built page. On plain HTTP, a device that plays the router once can put
// its own script into the browser's cache under the name of one of ours, kept for a year; later, at an honest router,
// the browser would run it. With a digest in the page it refuses.
//
//   named in the page (entry, modulepreload, styles)   `integrity` on the element; every browser
//   modules that modules import, now or later          `integrity` of an import map (Chromium 127, Safari 18, Firefox 138);
//                                                      older browsers run what they get
//   the worker of the engine, styles that come later   nothing yet: neither `new Worker` nor a link made later has a digest.
//                                                      A style cannot run anything; the worker can
//   the page itself                                    cannot be guarded over HTTP at all: `no-cache` makes browsers ask
//                                                      each time, but only those that got it from an honest router
//
// The service worker does not matter here: it needs HTTPS. The policy of the router lets the import map through by its
// digest (src/router/http/headers.ts).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 'index.html';
const NAMED = /<(?:script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+\.(?:js|css))"[^>]*?(?=\s*\/?>)/g;
/** An import map must stand before anything that loads a module. */
const FIRST = '<meta charset="utf-8" />';

/** A file and its digest, in an element or in the map. */
const GUARDED = /((?:src|href)="\.\/([^"]+)"[^>]*? integrity=|"\.\/([^"]+)":)"sha256-[^"]*"/g;

const digestOf = (path) => `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`;

/** `output` is what the bundler wrote into `directory`. Before anything is compressed or listed. */
export function addIntegrity(directory, output) {
  const path = join(directory, PAGE);
  const page = readFileSync(path, 'utf8');
  const named = new Set();
  const guarded = page.replace(NAMED, (tag, file) => {
    named.add(file);
    return `${tag} integrity="${digestOf(join(directory, file))}"`;
  });
  const modules = output.filter(({ type, fileName }) => type === 'chunk' && !named.has(fileName));
  const integrity = Object.fromEntries(
    modules.map(({ fileName }) => [`./${fileName}`, digestOf(join(directory, fileName))]),
  );
  if (named.size === 0 || !guarded.includes(FIRST)) throw new Error(`${PAGE} is not what integrity.mjs expects`);
  const map = `<script type="importmap">${JSON.stringify({ integrity })}</script>`;
  writeFileSync(path, guarded.replace(FIRST, `${FIRST}\n    ${map}`));
}

/** For files that changed after the build: the same page with new digests. */
export function renewIntegrity(directory) {
  const path = join(directory, PAGE);
  const renewed = readFileSync(path, 'utf8').replace(
    GUARDED,
    (_, before, named, mapped) => `${before}"${digestOf(join(directory, named ?? mapped))}"`,
  );
  writeFileSync(path, renewed);
}
