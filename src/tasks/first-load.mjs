// What a browser fetches before two devices can see each other: the page, all that it names, and every module that the
// entry imports statically. Modules behind `import()` come later; the icon that only iOS fetches, when the app is put on its
// home screen, is left out. Sizes are those on the wire over plain HTTP: there browsers take gzip, and no brotli.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `output` is what the bundler wrote. `seeing`: what two devices need to see each other; `connecting`: what they need besides
 * to connect, which comes at the first quiet moment; `rest`: all other scripts and styles, of which some come for no one.
 */
export function firstLoad(directory, output) {
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const page = html.replaceAll(/<link rel="apple-touch-icon"[^>]*>/g, '');
  const named = [...page.matchAll(/\s(?:src|href)="(?:\.?\/)?([^"#?]+)"/g)].map(([, path]) => path);
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const seeing = withImports(['index.html', ...named.filter((path) => existsSync(join(directory, path)))], chunks);
  const connecting = withImports(
    [...chunks.values()]
      .filter(({ moduleIds = [] }) => moduleIds.some((id) => id.includes('/simple-peer/')))
      .map(({ fileName }) => fileName),
    chunks,
  ).filter((file) => !seeing.includes(file));
  const rest = output
    .map(({ fileName }) => fileName)
    .filter((file) => /\.(?:js|css)$/.test(file) && !seeing.includes(file) && !connecting.includes(file));
  const sized = (files) => files.map((file) => ({ file, bytes: transferSize(join(directory, file)) }));
  return { seeing: sized(seeing), connecting: sized(connecting), rest: sized(rest) };
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
