// Digests of files, as browsers want them, and the import map of a page that holds those of modules.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAP = /<script type="importmap">([^<]*)<\/script>/;
/** An import map must stand before anything that loads a module. */
const BEFORE = '<meta charset="utf-8" />';

export const digestOf = (path) => `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`;

/** The page with digests of the `files` below `directory` in its import map, beside those that it has. */
export function withDigests(page, directory, files) {
  const [, json] = MAP.exec(page) ?? [];
  const added = Object.fromEntries(files.map((file) => [`./${file}`, digestOf(join(directory, file))]));
  const integrity = { ...(json && JSON.parse(json).integrity), ...added };
  const map = `<script type="importmap">${JSON.stringify({ integrity })}</script>`;
  if (json !== undefined) return page.replace(MAP, () => map);
  if (!page.includes(BEFORE)) throw new Error('the page is not what digests.mjs expects');
  return page.replace(BEFORE, `${BEFORE}\n    ${map}`);
}
