/** The entries of a zip's directory, and the letters of their names. */
import { MAX_PATH_LENGTH } from '../../protocol/limits.ts';
import { encodingOf } from './text-encoding.ts';

export type ZipFile = { readonly path: string /** In bytes, as the zip says. */; readonly size: number };
export type ZipContents = {
  /** In the order of the directory, without folders. */
  readonly files: readonly ZipFile[];
  /** There is more than is listed. */
  readonly isPart: boolean;
  /** Some of it is encrypted. */
  readonly isLocked: boolean;
};

/** Most names that are listed: nobody reads more here. */
const MAX_NAMES = 10_000;

const ENTRY = 0x02014b50;
/** Length of an entry without its name, its extra fields and its comment, in bytes. */
const ENTRY_BYTES = 46;
/** Kinds of extra fields: large sizes (APPNOTE, section 4.5.3), and a name in Unicode (section 4.6.9). */
const LARGE = 0x0001;
const UNICODE_PATH = 0x7075;

type Entry = { readonly name: Uint8Array; readonly isUtf8: boolean; readonly size: number };

/** Reads the entries until one of them is none, whatever number of them the zip claims. `isCut`: there is more. */
export function readNames(directory: DataView, isCut: boolean): ZipContents {
  const entries: Entry[] = [];
  let isLocked = false;
  let isPart = isCut;
  let at = 0;
  while (entries.length < MAX_NAMES && at + ENTRY_BYTES <= directory.byteLength) {
    if (directory.getUint32(at, true) !== ENTRY) break;
    const flags = directory.getUint16(at + 8, true);
    const size = directory.getUint32(at + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const next = at + ENTRY_BYTES + name + extra + comment;
    if (next > directory.byteLength) break;
    const written = bytesOf(directory, at + ENTRY_BYTES, name);
    const fields = new DataView(directory.buffer, directory.byteOffset + at + ENTRY_BYTES + name, extra);
    const unicode = unicodeName(fields, written);
    isLocked ||= (flags & 1) !== 0;
    const path = unicode ?? written;
    at = next;
    if (path.length > MAX_PATH_LENGTH) {
      isPart = true; // no system unpacks it, and the page would stand still
      continue;
    }
    entries.push({
      name: path,
      isUtf8: unicode !== undefined || (flags & 0x800) !== 0,
      size: sizeOf(size, fields),
    });
  }
  const decode = decoderFor(entries);
  const files = entries
    .map((entry) => ({ path: decode(entry), size: entry.size }))
    .filter(({ path }) => !path.endsWith('/'));
  return { files, isPart: isPart || entries.length >= MAX_NAMES, isLocked };
}

const bytesOf = (view: DataView, at: number, length: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, length);

/** Where the extra field of this kind begins, and its length. */
function field(fields: DataView, kind: number): { readonly at: number; readonly length: number } | undefined {
  for (let at = 0; at + 4 <= fields.byteLength; ) {
    const length = fields.getUint16(at + 2, true);
    if (at + 4 + length > fields.byteLength) return undefined;
    if (fields.getUint16(at, true) === kind) return { at: at + 4, length };
    at += 4 + length;
  }
  return undefined;
}

function sizeOf(size: number, fields: DataView): number {
  if (size !== 0xffffffff) return size;
  const large = field(fields, LARGE);
  return large && large.length >= 8 ? Number(fields.getBigUint64(large.at, true)) : size;
}

/** Counts only for the name beside it: a program that knows no such field may have changed that one since. */
function unicodeName(fields: DataView, name: Uint8Array): Uint8Array | undefined {
  const found = field(fields, UNICODE_PATH);
  if (found === undefined || found.length < 5 || fields.getUint8(found.at) !== 1) return undefined;
  if (fields.getUint32(found.at + 1, true) !== crc32(name)) return undefined;
  return bytesOf(fields, found.at + 5, found.length - 5);
}

/** ISO 3309, bit by bit: names are short. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The upper half of code page 437, which the format has as its own letters (APPNOTE, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** So many bytes of names are enough to guess by. */
const GUESS_BYTES = 64 * 1024;

/** Names without a mark are in whatever their writer's system used; all together they tell more than one. */
function decoderFor(entries: readonly Entry[]): (entry: Entry) => string {
  const unmarked: number[] = [];
  for (const { name, isUtf8 } of entries) {
    if (isUtf8) continue;
    unmarked.push(...name, 0x0a);
    if (unmarked.length > GUESS_BYTES) break;
  }
  const guess = encodingOf(Uint8Array.from(unmarked), true);
  const japanese = guess === 'shift_jis' || guess === 'euc-jp' ? new TextDecoder(guess) : undefined;
  const utf8 = new TextDecoder();
  return ({ name, isUtf8 }) => {
    if (isUtf8 || guess === 'utf-8') return utf8.decode(name);
    if (japanese) return japanese.decode(name);
    return String.fromCharCode(...name).replace(/[\x80-\xff]/gu, (byte) => CP437[byte.charCodeAt(0) - 0x80] ?? byte);
  };
}
