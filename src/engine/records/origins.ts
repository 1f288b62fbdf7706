/**
 * Opens files again that an earlier visit to the page was given. A drop on the page has a handle that IndexedDB can
 * store (File System Access; Chromium on secure origins): of the file itself, or of the folder that holds it.
 */
import type { ManifestEntry } from '../../protocol/peer.ts';
import { entryOf } from '../../transfer/sendable.ts';
import type { SourceFile } from '../api/api.ts';

/**
 * Where the files of a transfer come from: for each entry, the index in `handles` of the file or its folder; -1 for
 * none.
 */
export type Origins = { readonly handles: readonly FileSystemHandle[]; readonly of: readonly number[] };

/** `files`: the current ones, changed or not. `isRefused`: the person must first allow reading. */
type OpenedAgain = { readonly files: readonly SourceFile[]; readonly isRefused: boolean };
export type OpenAgain = (entries: readonly ManifestEntry[], origins: Origins) => Promise<OpenedAgain>;

/** Files opened at once: enough to keep the browser's process busy, few enough for ten thousand files. */
const AT_ONCE = 32;

declare global {
  interface FileSystemHandle {
    /** File System Access, section 2.3; Chromium only. */
    queryPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
  }
}

/** The origins of `sources`; `undefined` when no file has a handle. */
export function originsOf(sources: readonly SourceFile[]): Origins | undefined {
  const handles: FileSystemHandle[] = [];
  const numbers = new Map<FileSystemHandle, number>();
  const of = sources.map(({ handle }) => {
    if (handle === undefined) return -1;
    const number = numbers.get(handle) ?? handles.push(handle) - 1;
    numbers.set(handle, number);
    return number;
  });
  return handles.length > 0 ? { handles, of } : undefined;
}

export const openAgain: OpenAgain = async (entries, { handles, of }) => {
  const allowed = await Promise.all(handles.map(isAllowed));
  const files: SourceFile[] = [];
  const folders = new Folders();
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const opened = entries.slice(from, from + AT_ONCE).map(async ({ path }, step) => {
      const number = of[from + step] ?? -1;
      const handle = handles[number];
      const file = handle && allowed[number] ? await openFile(handle, path, folders) : undefined;
      return handle && file && { file, handle, entry: entryOf(path, file) };
    });
    for (const source of await Promise.all(opened)) if (source) files.push(source);
  }
  return { files, isRefused: allowed.includes(false) };
};

async function isAllowed(handle: FileSystemHandle): Promise<boolean> {
  try {
    return ((await handle.queryPermission?.({ mode: 'read' })) ?? 'granted') === 'granted';
  } catch {
    return true; // a file that is gone may fail here; opening it will show that
  }
}

/** The file at `path` now; `undefined` when it is gone, or is no longer a file. */
async function openFile(handle: FileSystemHandle, path: string, folders: Folders): Promise<File | undefined> {
  try {
    if (isFile(handle)) return await handle.getFile();
    if (!isFolder(handle)) return undefined;
    const [, ...within] = path.split('/'); // the first segment is the name of the folder itself
    const name = within.pop() ?? '';
    const folder = await folders.find(handle, within);
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return undefined;
  }
}

const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';
const isFolder = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle => handle.kind === 'directory';

/** Folders below a handle, each looked up once. */
class Folders {
  readonly #found = new Map<FileSystemHandle, Map<string, Promise<FileSystemDirectoryHandle>>>();

  find(root: FileSystemDirectoryHandle, path: readonly string[]): Promise<FileSystemDirectoryHandle> {
    const name = path.at(-1);
    if (name === undefined) return Promise.resolve(root);
    const known = this.#found.get(root) ?? new Map<string, Promise<FileSystemDirectoryHandle>>();
    this.#found.set(root, known);
    const key = path.join('/');
    const found =
      known.get(key) ?? this.find(root, path.slice(0, -1)).then((parent) => parent.getDirectoryHandle(name));
    known.set(key, found);
    return found;
  }
}
