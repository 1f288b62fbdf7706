// What a browser fetches before two devices can see each other: the page, all that it names, and every module that the
// entry imports statically. Modules behind `import()` come later and do not count; nor does the icon that only iOS
// fetches, when the app is put on its home screen. simple-peer counts although it comes later: without it nobody can
// send.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** `output` is what the bundler wrote; sizes are those of the .br file where there is one. */
export function firstLoad(directory, output) {
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const page = html.replaceAll(/<link rel="apple-touch-icon"[^>]*>/g, '');
  const named = [...page.matchAll(/\s(?:src|href)="(?:\.?\/)?([^"#?]+)"/g)].map(([, path]) => path);
  const files = new Set(['index.html', ...named.filter((path) => existsSync(join(directory, path)))]);
  for (const { type, fileName, moduleIds = [] } of output)
    if (type === 'chunk' && moduleIds.some((id) => id.includes('/simple-peer/'))) files.add(fileName);
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  for (const file of files) {
    // A Set is iterated in order of insertion, including items added during the loop.
    const chunk = chunks.get(file);
    for (const needed of [...(chunk?.imports ?? []), ...(chunk?.viteMetadata?.importedCss ?? [])]) files.add(needed);
  }
  const rows = [...files].map((file) => ({ file, bytes: transferSize(join(directory, file)) }));
  return { rows, total: rows.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function transferSize(path) {
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}
