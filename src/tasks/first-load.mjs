// What a browser fetches before two devices can see each other: the page of its language, all that this names, and every
// module that the entry imports statically. Modules behind `import()` come later; the icon that only iOS fetches, when
// the app is put on its home screen, is left out. Sizes are those on the wire over plain HTTP: there browsers take gzip, and no brotli.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdsWords, pageOf, wordsIn } from './words.mjs';

/**
 * `output` is what the bundler wrote. `seeing`: what two devices need to see each other, in the language that has the most
 * to load; `languages`: how much that is in each of them; `connecting`: what they need besides to connect, which comes at
 * the first quiet moment; `rest`: all other scripts and styles but those of other languages; some come for no one.
 */
export function firstLoad(directory, output) {
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const sized = (files) => files.map((file) => ({ file, bytes: transferSize(join(directory, file)) }));
  const words = wordsIn(directory);
  const languages = Object.keys(words)
    .map((tag) => ({ tag, files: seenIn(directory, pageOf(tag), chunks) }))
    .map(({ tag, files }) => ({ tag, files, bytes: sized(files).reduce((sum, { bytes }) => sum + bytes, 0) }))
    .sort((a, b) => b.bytes - a.bytes);
  const { tag, files: seeing } = languages[0];
  const connecting = withImports(
    [...chunks.values()]
      .filter(({ moduleIds = [] }) => moduleIds.some((id) => id.includes('/simple-peer/')))
      .map(({ fileName }) => fileName),
    chunks,
  ).filter((file) => !seeing.includes(file));
  const rest = output
    .map(({ fileName }) => fileName)
    .filter((file) => /\.(?:js|css)$/.test(file) && !seeing.includes(file) && !connecting.includes(file))
    .filter((file) => !holdsWords(file) || file === words[tag].late);
  return { seeing: sized(seeing), connecting: sized(connecting), rest: sized(rest), languages };
}

/** What `page` names, and what that needs. */
function seenIn(directory, page, chunks) {
  const html = readFileSync(join(directory, page), 'utf8').replaceAll(/<link rel="apple-touch-icon"[^>]*>/g, '');
  const named = [...html.matchAll(/\s(?:src|href)="(?:\.?\/)?([^"#?]+)"/g)].map(([, path]) => path);
  return withImports([page, ...named.filter((path) => existsSync(join(directory, path)))], chunks);
}

function withImports(begin, chunks) {
  const files = new Set(begin);
  for (const file of files) {
    // A Set is iterated in order of insertion, including items added during the loop.
    const chunk = chunks.get(file);
    for (const needed of [...(chunk?.imports ?? []), ...(chunk?.viteMetadata?.importedCss ?? [])]) files.add(needed);
  }
  return [...files];
}

function transferSize(path) {
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size;
}
