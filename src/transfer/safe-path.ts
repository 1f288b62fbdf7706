/**
 * Names under which received files leave the app. What a sender calls a file is outside input: it may try to climb out
 * of the folder (`../`), hide its true ending (direction overrides), or just not exist on the reader's system. Names
 * are otherwise kept to the byte; in particular they are never normalized (NFC, NFD).
 */

/** Longest name of a file or folder, in bytes of UTF-8: ext4, F2FS and APFS. NTFS counts UTF-16 units, which are fewer. */
const MAX_NAME_BYTES = 255;
/** For a file whose whole name was thrown away. */
const UNNAMED = 'unnamed';

/** Control characters and direction overrides and isolates (Unicode 9, section 3.3): invisible, and used to deceive. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Not allowed in names on Windows, nor by Chromium's folder picker on any system. */
const NOT_PORTABLE = /[\\<>:"|?*]/g;
/** Devices on Windows, whatever ending follows. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;

/**
 * The name for downloading one file by itself. The browser adapts it to the system, so only what is dangerous
 * anywhere is replaced.
 */
export function downloadName(path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(INVISIBLE, '_').replaceAll('\\', '_');
  return name === '' || name === '.' || name === '..' ? UNNAMED : shortened(name, '');
}

/**
 * Paths for writing files behind each other into a folder or a zip: relative, without `..`, portable, and each its own,
 * also where upper and lower case or NFC and NFD are the same to the file system. Nothing is overwritten, nothing lost.
 */
export function safePaths(paths: readonly string[]): readonly string[] {
  const files = new Set<string>();
  const folders = new Set<string>();
  /** Where to go on counting for a name that was taken, so that a hundred thousand equal names stay cheap. */
  const counts = new Map<string, number>();

  const free = (path: string, isTaken: (folded: string) => boolean): string => {
    const folded = fold(path);
    if (!isTaken(folded)) return path;
    for (let count = counts.get(folded) ?? 2; ; count++) {
      const candidate = numbered(path, count);
      if (isTaken(fold(candidate))) continue;
      counts.set(folded, count);
      return candidate;
    }
  };

  return paths.map((path) => {
    const segments = path.split('/').map(safeSegment).filter(Boolean);
    const name = segments.pop() ?? UNNAMED;
    let folder = '';
    for (const segment of segments) {
      folder = free(`${folder}${segment}`, (folded) => files.has(folded));
      folders.add(fold(folder));
      folder += '/';
    }
    const file = free(`${folder}${name}`, (folded) => files.has(folded) || folders.has(folded));
    files.add(fold(file));
    return file;
  });
}

/** One name of a path; empty when it means no place of its own. */
function safeSegment(segment: string): string {
  if (segment === '.' || segment === '..') return '';
  const clean = segment
    .replace(INVISIBLE, '_')
    .replace(NOT_PORTABLE, '_')
    // Windows drops dots and spaces at the end, so two names could become one.
    .replace(/[. ]+$/, (end) => '_'.repeat(end.length))
    .replace(RESERVED, '$&_');
  return shortened(clean, '');
}

const fold = (path: string): string => path.normalize('NFC').toLowerCase();

/** `a/photo.jpg`, 2 -> `a/photo (2).jpg` */
function numbered(path: string, count: number): string {
  const slash = path.lastIndexOf('/') + 1;
  return path.slice(0, slash) + shortened(path.slice(slash), ` (${count})`);
}

/** `name` with `mark` before its ending, cut at a whole character before the mark so that it is not too long. */
function shortened(name: string, mark: string): string {
  if (mark === '' && utf8Length(name) <= MAX_NAME_BYTES) return name;
  // The first character is no ending, and a lookbehind would say so: Safari before 16.4 knows none, and shows no page then.
  const ending = /.(\.[^. ]{1,16})$/su.exec(name)?.[1] ?? '';
  const room = MAX_NAME_BYTES - utf8Length(mark + ending);
  let stem = '';
  let length = 0;
  for (const character of name.slice(0, name.length - ending.length)) {
    length += utf8Length(character);
    if (length > room) break;
    stem += character;
  }
  return stem + mark + ending;
}

/** Bytes of `text` in UTF-8, without needing an encoder. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
