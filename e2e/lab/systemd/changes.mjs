// Prints what a disk's upper layer has that the layer below it has not, as JSON: path and what it is now. A file that was written with
// what it held before is no change. `node changes.mjs UPPER LOWER`
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

const [upper = '', lower = ''] = process.argv.slice(2);

function whatIs(path) {
  let stat;
  try {
    stat = lstatSync(path);
  } catch {
    return 'gone';
  }
  const { mode, uid, gid, rdev } = stat;
  if (stat.isCharacterDevice() && rdev === 0) return 'gone'; // how the layer says it
  const rights = `${(mode & 0o7777).toString(8)} ${uid}:${gid}`;
  if (stat.isDirectory()) return `folder ${rights}`;
  if (stat.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  if (!stat.isFile()) return `special ${rights}`;
  return `file ${rights} ${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)}`;
}

function* below(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    yield path;
    if (entry.isDirectory()) yield* below(path);
  }
}

const changes = {};
for (const path of below(upper)) {
  const name = relative(upper, path);
  const now = whatIs(path);
  if (now !== whatIs(join(lower, name))) changes[`/${name}`] = now;
}
process.stdout.write(JSON.stringify(changes));
