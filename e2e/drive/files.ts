/** Files for the tests: made from a seed, so the same call gives the same bytes everywhere, and compared by SHA-256. */
import { createCipheriv, createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unzipSync } from 'fflate';

const PIECE_BYTES = 1024 * 1024;

/** A folder for one test file's data, deleted by `remove`. */
export async function temporaryFolder(name: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `hikyaku-${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Bytes that do not compress and depend on the seed alone: the key stream of AES-CTR. */
function* randomPieces(seed: string, size: number): Generator<Buffer> {
  const cipher = createCipheriv(
    'aes-128-ctr',
    createHash('sha256').update(seed).digest().subarray(0, 16),
    Buffer.alloc(16),
  );
  const zeros = Buffer.alloc(PIECE_BYTES);
  for (let left = size; left > 0; left -= PIECE_BYTES)
    yield cipher.update(zeros.subarray(0, Math.min(left, PIECE_BYTES)));
}

/** Writes a file of random bytes; folders on the way are made. Resolves with its path. */
export async function randomFile(path: string, size: number, seed = path): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await pipeline(Readable.from(randomPieces(seed, size)), createWriteStream(path));
  return path;
}

/** A file of `size` zero bytes that takes no room on the disk. */
export async function sparseFile(path: string, size: number): Promise<string> {
  const file = await open(path, 'w');
  await file.truncate(size);
  await file.close();
  return path;
}

/** SHA-256 of a file, in hexadecimal, read in pieces. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Path within a tree (with `/`) to SHA-256. */
export type Digests = Map<string, string>;

/** Digests of all files below `root`; the names start with the name of `root` itself when `prefix` is given. */
export async function treeDigests(root: string, prefix = ''): Promise<Digests> {
  const digests: Digests = new Map();
  for (const entry of await readdir(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) for (const [inner, digest] of await treeDigests(path, name)) digests.set(inner, digest);
    else digests.set(name, await sha256(path));
  }
  return digests;
}

/** Digests of all files in a zip archive, found by its central directory as unpacking programs do. */
export async function zipDigests(path: string): Promise<Digests> {
  const listed: string[] = [];
  const files = unzipSync(await readFile(path), {
    filter: (entry) => {
      listed.push(entry.name);
      return !entry.name.endsWith('/');
    },
  });
  const twice = listed.find((name, index) => listed.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`twice in the archive: ${twice}`);
  return new Map(
    Object.entries(files).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
}

/**
 * A folder tree like people's own: nested, Japanese names, small files of many sizes, some empty. Returns their
 * digests.
 */
export async function japaneseTree(root: string, files: number): Promise<Digests> {
  const digests: Digests = new Map();
  const places = ['避難所', '写真', '名簿 (手書き)', 'お知らせ', '地図・経路', '給水', 'カタカナ', '備考　全角空白'];
  const kinds = ['写真.jpg', '名簿.csv', 'お知らせ.pdf', '地図.png', 'メモ.txt', '一覧', '報告書（最終）.docx'];
  for (let index = 0; index < files; index++) {
    const place = [places[index % places.length], places[(index >> 3) % places.length], `第${index % 13}班`];
    const name = [...place.slice(0, index % 4), `${index}_${kinds[index % kinds.length]}`].join('/');
    const size = index % 97 === 0 ? 0 : (index * 7919) % 6000;
    const bytes = Buffer.concat([...randomPieces(name, size)]);
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    digests.set(name, createHash('sha256').update(bytes).digest('hex'));
  }
  return digests;
}

/** Names that break careless programs and that a disk can hold. Only a hostile peer can send names with `../`. */
export const NASTY_NAMES: Readonly<Record<string, string>> = {
  emoji: '家族📷🇯🇵.jpg',
  // Chromium itself replaces the joiners when it downloads; in an archive they stay.
  'joined emoji': '👩‍👩‍👧‍👦 家族.jpg',
  decomposed: 'がぎぐ-café.txt'.normalize('NFD'),
  'right-to-left override': 'report-\u202Egnp.exe',
  '255 bytes': `${'あ'.repeat(83)}12.txt`,
  markup: '<img src=x onerror=alert(1)>.html',
  backslashes: '..\\..\\windows.txt',
  'leading dots': '..profile',
  'trailing dot': 'ends with a dot.',
  percent: '100% %2e%2e %00.txt',
  quotes: `"double" 'single' \`back\`.txt`,
  'no extension': 'README',
  device: 'CON.txt',
  blanks: '  two  spaces  .txt',
};
