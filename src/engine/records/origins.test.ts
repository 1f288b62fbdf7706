import { expect, test } from 'vitest';
import type { ManifestEntry } from '../../protocol/peer.ts';
import { openAgain, originsOf } from './origins.ts';

type Tree = { readonly [name: string]: Tree | File };

/** A folder as the browser gives it. `asked` counts look-ups of folders. */
function folder(name: string, tree: Tree, state: PermissionState, asked = { times: 0 }): FileSystemDirectoryHandle {
  const of = (entry: Tree | File | undefined, wanted: 'file' | 'directory') => {
    if (entry instanceof File !== (wanted === 'file') || !entry) throw new DOMException('not here', 'NotFoundError');
    return entry;
  };
  const handle = {
    kind: 'directory',
    name,
    queryPermission: async () => state,
    getDirectoryHandle: async (child: string) => {
      asked.times += 1;
      return folder(child, of(tree[child], 'directory') as Tree, state, asked);
    },
    getFileHandle: async (child: string) => file(of(tree[child], 'file') as File, state),
  };
  return handle as unknown as FileSystemDirectoryHandle; // only the part that is used
}

function file(content: File, state: PermissionState): FileSystemFileHandle {
  const handle = { kind: 'file', name: content.name, queryPermission: async () => state, getFile: async () => content };
  return handle as unknown as FileSystemFileHandle;
}

const MODIFIED = 1_700_000_000_000;
const made = (name: string, text: string) => new File([text], name, { lastModified: MODIFIED });
const entry = (path: string, size: number): ManifestEntry => ({ path, size, modified: MODIFIED });
const source = (path: string, handle?: FileSystemHandle) => ({
  file: made(path, ''),
  entry: entry(path, 0),
  ...(handle && { handle }),
});

test('notes each handle once, and which files have none', () => {
  const lists = folder('Lists', {}, 'granted');
  const alone = file(made('alone', ''), 'granted');
  expect(
    originsOf([source('Lists/a', lists), source('chosen'), source('alone', alone), source('Lists/b', lists)]),
  ).toEqual({
    handles: [lists, alone],
    of: [0, -1, 1, 0],
  });
  expect(originsOf([source('chosen')])).toBeUndefined();
});

test('opens files and folders, each folder once, and returns their current content', async () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.jpg`, made(`${n}.jpg`, 'photo')]));
  const asked = { times: 0 };
  const lists = folder('Lists', { floor: { deep: many }, 'a.txt': made('a.txt', 'grown') }, 'granted', asked);
  const paths = Object.keys(many).map((name) => `Lists/floor/deep/${name}`);
  const entries = [...paths.map((path) => entry(path, 5)), entry('Lists/a.txt', 1), entry('Lists/gone', 1)];
  const { files, isRefused } = await openAgain(entries, { handles: [lists], of: entries.map(() => 0) });
  expect(isRefused).toBe(false);
  expect(files).toHaveLength(101);
  expect(files[0]).toMatchObject({ entry: entry('Lists/floor/deep/0.jpg', 5), handle: lists });
  expect(files.at(-1)?.entry).toEqual(entry('Lists/a.txt', 5));
  expect(asked.times).toBe(2);
});

test('opens the permitted files and says that the rest waits for a person', async () => {
  const handles = [file(made('open', 'x'), 'granted'), file(made('shut', 'x'), 'prompt')];
  const { files, isRefused } = await openAgain([entry('open', 1), entry('shut', 1)], { handles, of: [0, 1] });
  expect(files.map((found) => found.entry.path)).toEqual(['open']);
  expect(isRefused).toBe(true);
});
