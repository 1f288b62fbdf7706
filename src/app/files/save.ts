/** Hands received files over to the person: as a download, through the share sheet, or into their folder. */

import { mediaType } from '../../transfer/media-type.ts';
import { downloadName, safePaths } from '../../transfer/safe-path.ts';
import type { SaveResult } from '../model/model.ts';

/** How long an object URL outlives the click, in milliseconds. Browsers read it when the download begins, not later. */
const URL_LIFE_MS = 60_000;

/** A stored file, read when its turn comes: ten thousand at once would be too many. */
export type FolderFile = { readonly path: string; read(): Promise<Blob> };

declare global {
  interface Navigator {
    /** True in a home-screen app on iOS (WebKit only). */
    readonly standalone?: boolean;
  }
  interface Window {
    /** File System Access; Chromium only. */
    showDirectoryPicker?(options: {
      id: string;
      mode: 'readwrite';
      startIn: 'downloads';
    }): Promise<FileSystemDirectoryHandle>;
  }
}

/** Starts a download of `blob` under the file name of `path`. Call it from a tap. */
export function downloadBlob(blob: Blob, path: string): void {
  // Without a type Chromium guesses one and adds `.txt` to names without an ending. The slice copies nothing.
  const url = URL.createObjectURL(blob.slice(0, blob.size, 'application/octet-stream'));
  const link = document.createElement('a');
  link.href = url;
  link.download = downloadName(path);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE_MS);
}

/** True where downloads do not work: home-screen apps on iOS (WebKit bugs 236943, 275288). They share instead. */
export const mustShare: boolean = globalThis.navigator?.standalone === true;

/** Every browser on iOS, where iPads also call themselves Macs. */
const isIos =
  /iP(?:hone|ad|od)/.test(globalThis.navigator?.userAgent ?? '') ||
  (/Macintosh/.test(globalThis.navigator?.userAgent ?? '') && globalThis.navigator?.maxTouchPoints > 1);

/**
 * How several files are saved one by one. iOS asks about each download, one question over the other, but its share
 * sheet takes many at once; that exists only in secure contexts. `undefined`: not possible.
 */
export const severalAtOnce: 'downloads' | 'sheet' | undefined =
  !isIos && !mustShare ? 'downloads' : typeof globalThis.navigator?.share === 'function' ? 'sheet' : undefined;

/**
 * Offers files on the system's share sheet. Call it from a tap, with blobs that are ready: the permission of a tap
 * lasts five seconds.
 */
export async function shareFiles(
  files: readonly { readonly path: string; readonly blob: Blob }[],
): Promise<SaveResult> {
  // Files alone: iOS would save a title or text beside them as another file.
  const data = { files: files.map(({ path, blob }) => shared(path, blob)) };
  // `canShare` is missing outside secure contexts, which the types do not say.
  if (navigator.canShare?.(data) !== true) return 'failed';
  try {
    await navigator.share(data);
    return 'handed';
  } catch (error) {
    return resultOf(error);
  }
}

/** True when the system's share sheet takes a file with this name. Browsers judge by its ending and type. */
export function canShare(path: string): boolean {
  return navigator.canShare?.({ files: [shared(path, new Blob())] }) === true;
}

function shared(path: string, blob: Blob): File {
  return new File([blob], downloadName(path), { type: mediaType(path) });
}

/** Asks for a folder and writes all files into it; `undefined` when the browser cannot. Call it from a tap. */
export const saveToFolder: ((files: readonly FolderFile[]) => Promise<SaveResult>) | undefined =
  globalThis.window?.showDirectoryPicker === undefined
    ? undefined
    : async (files) => {
        try {
          const folder = await window.showDirectoryPicker?.({
            id: 'received',
            mode: 'readwrite',
            startIn: 'downloads',
          });
          return folder === undefined ? 'failed' : await writeInto(folder, files);
        } catch (error) {
          return resultOf(error);
        }
      };

/** Writes files below `folder`, creating the folders they need. Existing files are never overwritten. */
export async function writeInto(folder: FileSystemDirectoryHandle, files: readonly FolderFile[]): Promise<SaveResult> {
  try {
    const taken: string[] = [];
    for await (const name of folder.keys()) taken.push(name);
    // The folder's content counts as already named, so that new files get distinct names beside it.
    const paths = safePaths([...taken, ...files.map(({ path }) => path)]).slice(taken.length);
    for (const [index, file] of files.entries()) {
      await writeFile(folder, (paths[index] ?? '').split('/'), await file.read());
    }
    return 'saved';
  } catch (error) {
    return resultOf(error);
  }
}

async function writeFile(top: FileSystemDirectoryHandle, path: readonly string[], blob: Blob): Promise<void> {
  let folder = top;
  for (const name of path.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
  const handle = await folder.getFileHandle(path.at(-1) ?? '', { create: true });
  const target = await handle.createWritable();
  // Closes the file at the end, and discards its temporary file after a failure.
  await blob.stream().pipeTo(target);
}

function resultOf(error: unknown): SaveResult {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') return 'aborted';
  return name === 'QuotaExceededError' ? 'storage-full' : 'failed';
}
