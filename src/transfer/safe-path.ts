/**
 * Names under which received files leave the app. A sender's name for a file is outside input: it may try to climb out
 * of the folder (`../`), hide its true ending (direction overrides), or be impossible on the reader's system. Otherwise
 * names are kept to the byte; in particular they are never normalized (NFC, NFD).
 */

/** Longest name of a file or folder, in bytes of UTF-8: ext4, F2FS and APFS. NTFS counts UTF-16 units, which are fewer. */
const MAX_NAME_BYTES = 255;
/** For a file of whose name nothing is left. */
const UNNAMED = 'unnamed';

/** Control characters and direction overrides and isolates (Unicode 9, section 3.3): invisible, and used to deceive. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Not allowed in names on Windows, nor by Chromium's folder picker on any system. */
const NOT_PORTABLE = /[\\<>:"|?*]/g;
/** Device names on Windows, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;

/**
 * The name for downloading one file alone. The browser adapts it to the system, so only characters that are dangerous
 * everywhere are replaced.
 */
export function downloadName(path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(INVISIBLE, '_').replaceAll('\\', '_');
  return name === '' || name === '.' || name === '..' ? UNNAMED : shortened(name, '');
}

/**
 * Paths for writing files one after another into a folder or a zip: relative, without `..`, portable and distinct, also
 * where the file system does not tell upper from lower case or NFC from NFD. Nothing is overwritten, nothing lost.
 */
export function safePaths(paths: readonly string[]): readonly string[] {
  const files = new Set<string>();
  const folders = new Set<string>();
  /** Where to continue counting for a name that was taken, so that a hundred thousand equal names stay cheap. */
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

/** One segment of a path; empty when it names nothing. */
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

/** `name` with `mark` before its ending, cut at a whole character before the mark if it is too long. */
function shortened(name: string, mark: string): string {
  if (mark === '' && utf8Length(name) <= MAX_NAME_BYTES) return name;
  // The first character is no ending. A lookbehind could say so, but Safari before 16.4 does not know it and would show
  // no page.
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
