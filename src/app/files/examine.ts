/**
 * Examines chosen files before they are offered: files that cannot be read, or that no receiver accepts, are left out
 * and named.
 */
import { excess, isSendablePath } from '../../transfer/sendable.ts';
import type { ChosenFile } from '../model/model.ts';
import { type LeftOut, NOTHING_LEFT_OUT } from './left-out.ts';

export type Examined = { readonly files: readonly ChosenFile[]; readonly leftOut: LeftOut };

/** Files opened at once: enough to keep the browser's process busy, few enough for a hundred thousand of them. */
const AT_ONCE = 32;
/** A device behind a file (a dead network drive) may not answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** `beside`: files that are already chosen and will be sent with these. */
export async function examine(
  chosen: readonly ChosenFile[],
  beside: readonly ChosenFile[],
  found: { readonly unread: readonly string[]; readonly emptyFolders: readonly string[] } = NOTHING_FOUND,
): Promise<Examined> {
  const { emptyFolders } = found;
  const all = [...beside, ...chosen].map(({ path, file: { size } }) => ({ path, size }));
  const tooMuch = excess(all);
  const unreadable = [...found.unread];
  if (tooMuch) {
    return { files: [], leftOut: { ...NOTHING_LEFT_OUT, unreadable, emptyFolders, excess: tooMuch } };
  }
  const files: ChosenFile[] = [];
  const tooLong: string[] = [];
  for (let from = 0; from < chosen.length; from += AT_ONCE) {
    const some = chosen.slice(from, from + AT_ONCE);
    const readable = await Promise.all(some.map(({ file }) => isReadable(file)));
    for (const [index, it] of some.entries()) {
      if (!isSendablePath(it.path)) tooLong.push(it.path);
      else if (!readable[index]) unreadable.push(it.path);
      else files.push(it);
    }
  }
  const isNothing = files.length + tooLong.length + unreadable.length === 0;
  const withoutContent = files.filter(({ file }) => file.size === 0).map(({ path }) => path);
  return { files, leftOut: { unreadable, tooLong, emptyFolders, withoutContent, isNothing } };
}

const NOTHING_FOUND = { unread: [], emptyFolders: [] };

/** Reads one byte. Browsers accept a file that may not be read, and report it only then. */
async function isReadable(file: File): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const read = async () => {
    try {
      return (await file.slice(0, 1).arrayBuffer()).byteLength === Math.min(1, file.size);
    } catch {
      return false;
    }
  };
  try {
    return await Promise.race([read(), late]);
  } finally {
    clearTimeout(timer);
  }
}
