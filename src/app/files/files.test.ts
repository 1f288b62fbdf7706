import { expect, test } from 'vitest';
import { chosenFiles, collect, type Dropped, type DroppedEntry, droppedFiles } from './files.ts';

const file = (name: string): DroppedEntry => ({ isFile: true, name, file: (done) => done(new File([], name)) });
const unreadable = (name: string): DroppedEntry => ({ isFile: true, name, file: (_, fail) => fail('gone') });
/** Returns its children in batches of 100, as Chromium does. */
function folder(name: string, children: readonly DroppedEntry[]): DroppedEntry {
  return {
    isFile: false,
    name,
    createReader() {
      let at = 0;
      return {
        readEntries(done) {
          done(children.slice(at, at + 100));
          at += 100;
        },
      };
    },
  };
}

async function read(entry: DroppedEntry): Promise<Dropped> {
  const dropped: Dropped = { files: [], unread: [], emptyFolders: [] };
  await collect(entry, '', 0, dropped);
  return dropped;
}
const paths = async (entry: DroppedEntry): Promise<string[]> => (await read(entry)).files.map(({ path }) => path);

test('a dropped folder is read to its end, with the paths of its files', async () => {
  const many = Array.from({ length: 250 }, (_, n) => file(`${n}.jpg`));
  const found = await paths(folder('写真', [folder('海岸', many), file('読んで.txt')]));
  expect(found).toHaveLength(251);
  expect(found.at(249)).toBe('写真/海岸/249.jpg');
  expect(found.at(-1)).toBe('写真/読んで.txt');
});

test('unreadable entries are named, not skipped', async () => {
  const broken: DroppedEntry = {
    isFile: false,
    name: 'e',
    createReader: () => ({ readEntries: (_, fail) => fail('') }),
  };
  const { files, unread } = await read(folder('d', [unreadable('a'), file('b'), broken]));
  expect(files.map(({ path }) => path)).toEqual(['d/b']);
  expect(unread).toEqual(['d/a', 'd/e']);
});

test('a folder that contains itself comes to an end', async () => {
  const loop: DroppedEntry = { ...folder('loop', []), isFile: false, createReader: () => reader() };
  function reader() {
    let done = false;
    return {
      readEntries(give: (entries: readonly DroppedEntry[]) => void) {
        give(done ? [] : [file('x'), loop]);
        done = true;
      },
    };
  }
  const { files, unread } = await read(loop);
  expect(files.length).toBeLessThan(100);
  expect(unread).toHaveLength(1);
});

test('an input gives the path in the chosen folder, or the name', () => {
  const inFolder = Object.defineProperty(new File([], 'b.txt'), 'webkitRelativePath', { value: 'a/b.txt' });
  expect(chosenFiles([inFolder, new File([], 'c.txt')]).map(({ path }) => path)).toEqual(['a/b.txt', 'c.txt']);
});

test('a name that is not valid Unicode is repaired', () => {
  expect(chosenFiles([new File([], 'a\ud800b')])[0]?.path).toBe('a\ufffdb');
});

test('single files of a drop do not need entries', async () => {
  const data = { items: [{}], files: [new File([], 'a.txt')] } as unknown as DataTransfer;
  expect((await droppedFiles(data)).files.map(({ path }) => path)).toEqual(['a.txt']);
});

test('empty folders are named, because only files can be sent', async () => {
  const { files, emptyFolders } = await read(folder('d', [file('b'), folder('e', []), folder('f', [folder('g', [])])]));
  expect(files).toHaveLength(1);
  expect(emptyFolders).toEqual(['d/e', 'd/f/g']);
});

test('an item without an entry beside a folder is not skipped', async () => {
  const entries = [folder('d', [file('b')]), null];
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  expect((await droppedFiles({ items, files: [] } as unknown as DataTransfer)).unread).toHaveLength(1);
});
