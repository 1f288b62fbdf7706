/** Reads what a person chose: inputs, folder inputs, and drops on the page, with paths within folders. */
import type { ChosenFile } from '../model/model.ts';

/** The part of FileSystemEntry (File and Directory Entries API) that is used here. */
export type DroppedEntry =
  | {
      readonly isFile: true;
      readonly name: string;
      file(done: (file: File) => void, fail: (why: unknown) => void): void;
    }
  | { readonly isFile: false; readonly name: string; createReader(): DroppedReader };
type DroppedReader = {
  readEntries(done: (entries: readonly DroppedEntry[]) => void, fail: (why: unknown) => void): void;
};

/** For items without a name. */
const UNNAMED = '?';

/** Folders deeper than this are a loop of links rather than somebody's files. */
const MAX_DEPTH = 64;

/** Lone surrogates (names that are not Unicode on disk) cannot travel as JSON text. */
export const wellFormed = (path: string): string => path.replace(/\p{Surrogate}/gu, '\ufffd');

/** Files of an input; an input with `webkitdirectory` gives each file its path in the folder. */
export function chosenFiles(files: Iterable<File>): ChosenFile[] {
  return Array.from(files, (file) => ({ file, path: wellFormed(file.webkitRelativePath || file.name) }));
}

/** True for a drag that carries files (and not text or a link). */
export function carriesFiles(data: DataTransfer | null): data is DataTransfer {
  return data?.types.includes('Files') ?? false;
}

/**
 * The content of a drop. `unread`: paths of files and folders that could not be read; `emptyFolders`: folders that
 * cannot be sent, because only files can. The person must be told of both.
 */
export type Dropped = { readonly files: ChosenFile[]; readonly unread: string[]; readonly emptyFolders: string[] };

const nothing = (): Dropped => ({ files: [], unread: [], emptyFolders: [] });

declare global {
  interface DataTransferItem {
    /** File System Access, section 3.3; Chromium on secure origins only. */
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
  }
}

/** Files of a drop, folders included. Call it in the event itself: the browser empties `data` afterwards. */
export async function droppedFiles(data: DataTransfer): Promise<Dropped> {
  const items = Array.from(data.items).filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry?.() as DroppedEntry | null | undefined);
  const handles = items.map(handleOf);
  const files = chosenFiles(data.files);
  const dropped = nothing();
  if (!entries.some((entry) => entry?.isFile === false)) {
    for (const [index, file] of files.entries()) dropped.files.push(withHandle(file, await handles[index]));
    return dropped;
  }
  for (const [index, entry] of entries.entries()) {
    if (!entry) {
      dropped.unread.push(UNNAMED); // a broken link has no entry, and no name
      continue;
    }
    const own = nothing();
    await collect(entry, '', 0, own);
    const handle = await handles[index];
    for (const file of own.files) dropped.files.push(withHandle(file, handle));
    dropped.unread.push(...own.unread);
    dropped.emptyFolders.push(...own.emptyFolders);
  }
  return dropped;
}

/** Chromium (156) has the function on plain HTTP too, but ends the tab's process when it is called there. */
function handleOf(item: DataTransferItem): Promise<FileSystemHandle | null> | undefined {
  return globalThis.isSecureContext ? item.getAsFileSystemHandle?.().catch(() => null) : undefined;
}

const withHandle = (file: ChosenFile, handle: FileSystemHandle | null | undefined): ChosenFile =>
  handle ? { ...file, handle } : file;

/** Walks one entry and adds what it finds to `into`. */
export async function collect(entry: DroppedEntry, parent: string, depth: number, into: Dropped): Promise<void> {
  const path = parent + wellFormed(entry.name);
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((done) => entry.file(done, () => done(undefined)));
    if (file) into.files.push({ file, path });
    else into.unread.push(path);
    return;
  }
  if (depth >= MAX_DEPTH) {
    into.unread.push(path);
    return;
  }
  const reader = entry.createReader();
  // Chromium returns at most 100 entries per call; an empty answer is the end.
  for (let isEmpty = true; ; isEmpty = false) {
    const batch = await new Promise<readonly DroppedEntry[] | undefined>((done) =>
      reader.readEntries(done, () => done(undefined)),
    );
    if (batch === undefined) into.unread.push(path);
    else if (isEmpty && batch.length === 0) into.emptyFolders.push(path);
    if (batch === undefined || batch.length === 0) return;
    for (const child of batch) await collect(child, `${path}/`, depth + 1, into);
  }
}
