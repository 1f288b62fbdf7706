import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { TransferKey } from '../../transfer/view.ts';
import { EngineCalls } from './engine-calls.ts';

const KEY = 'r-peer-1' as TransferKey;
const device = vi.hoisted(() => ({
  mustShare: false,
  severalAtOnce: 'downloads',
  downloaded: [] as string[],
  shared: 0,
}));

vi.mock('../files/save.ts', () => ({
  get mustShare() {
    return device.mustShare;
  },
  get severalAtOnce() {
    return device.severalAtOnce;
  },
  downloadBlob: (_: Blob, path: string) => void device.downloaded.push(path),
  shareFiles: async (files: readonly unknown[]) => {
    device.shared = files.length;
    return 'handed';
  },
  saveToFolder: async ([first]: readonly { read(): Promise<Blob> }[]) =>
    first?.read().then(
      () => 'saved',
      () => 'failed',
    ),
}));
afterAll(() => void vi.doUnmock('../files/save.ts'));

beforeEach(() => {
  Object.assign(device, { mustShare: false, severalAtOnce: 'downloads', downloaded: [], shared: 0 });
});

/** An engine with two stored files that answers only these questions. */
function start(...answers: readonly ('list' | 'read')[]) {
  const posted: string[] = [];
  const stopped: number[] = [];
  let isThere = true;
  const files: EngineCalls = new EngineCalls((message) => {
    posted.push(message.type);
    if (!isThere) return false;
    const entries = ['a', 'b'].map((path) => ({ path, size: 1, modified: 0 }));
    const { type } = message;
    if (type === 'stop-reading') stopped.push(message.request);
    if (type === 'list' && answers.includes(type))
      files.answered({ type: 'listing', request: message.request, entries });
    if (type === 'read' && answers.includes(type))
      files.answered({ type: 'blob', request: message.request, blob: new Blob() });
    return true;
  });
  return {
    files,
    posted,
    stopped,
    abandon() {
      isThere = false;
      files.abandon();
    },
  };
}

test('a download is remembered as handed over, and not as kept: the browser does not report the result', async () => {
  const { files, posted } = start('list', 'read');
  expect(await files.save(KEY, 0)).toBe('handed');
  expect(await files.saveAll(KEY, 'all.zip')).toBe('handed');
  expect(posted.filter((type) => type === 'handed-over')).toHaveLength(2);
  expect(posted).not.toContain('elsewhere');
});

test('files that were completely written into a folder are remembered as kept there', async () => {
  const { files, posted } = start('list', 'read');
  expect(await files.saveToFolder(KEY)).toBe('saved');
  expect(posted.at(-1)).toBe('elsewhere');
  expect(posted).not.toContain('handed-over');
});

test('with the share sheet nobody knows the result', async () => {
  device.mustShare = true;
  const { files, posted } = start('list', 'read');
  expect(await files.save(KEY, 0)).toBe('handed');
  expect(await files.saveAll(KEY, 'all.zip')).toBe('handed');
  expect(await files.share(KEY, 0)).toBe('handed');
  expect(posted).not.toContain('handed-over');
  expect(posted).not.toContain('elsewhere');
});

test('questions to a stopped engine fail, earlier and later ones', async () => {
  const { files, posted, abandon } = start();
  const open = [files.glance(KEY, 0), files.list(KEY), files.save(KEY, 0), files.saveAll(KEY, 'all.zip')];
  abandon();
  expect(await Promise.all(open)).toEqual([undefined, [], 'failed', 'failed']);
  expect(await files.glance(KEY, 1)).toBeUndefined();
  expect(posted).not.toContain('handed-over');
});

test('saving to a folder ends when the engine is stopped', async () => {
  const { files, posted, abandon } = start('list');
  const saving = files.saveToFolder(KEY);
  await vi.waitFor(() => expect(posted).toContain('read'));
  abandon();
  expect(await saving).toBe('failed');
});

test('each by itself: one download after the other, each under its own name', async () => {
  const { files, posted } = start('list', 'read');
  expect(await files.saveEach(KEY)).toBe('handed');
  expect(device.downloaded).toEqual(['a', 'b']);
  expect(posted.filter((type) => type === 'handed-over')).toHaveLength(2);
});

test('each by itself on a share sheet: all at once, with unknown result', async () => {
  device.severalAtOnce = 'sheet';
  const { files, posted } = start('list', 'read');
  expect(await files.saveEach(KEY)).toBe('handed');
  expect(device.shared).toBe(2);
  expect(posted).not.toContain('handed-over');
});

test('each by itself ends when the engine is stopped: missing files do not count as handed over', async () => {
  const { files, posted, abandon } = start('list');
  const saving = files.saveEach(KEY);
  await vi.waitFor(() => expect(posted).toContain('read'));
  abandon();
  expect(await saving).toBe('failed');
  expect(posted).not.toContain('handed-over');
});

test('a zip is given up when nobody waits for it any more, and the engine hears which', async () => {
  const { files, posted, stopped } = start('list');
  const leaving = new AbortController();
  const saving = files.saveAll(KEY, 'all.zip', leaving.signal);
  await vi.waitFor(() => expect(posted).toContain('read'));
  leaving.abort();
  expect(await saving).toBe('aborted');
  expect(stopped).toEqual([2]); // the first question was for the list
  files.answered({ type: 'blob', request: 2, blob: new Blob() }); // it was on its way: nobody downloads it
  expect(device.downloaded).toEqual([]);
  expect(posted).not.toContain('handed-over');
});

test('once it was handed over, to leave gives up nothing', async () => {
  const { files, stopped } = start('list', 'read');
  const leaving = new AbortController();
  expect(await files.saveAll(KEY, 'all.zip', leaving.signal)).toBe('handed');
  leaving.abort();
  expect(stopped).toEqual([]);
});

test('who has left before the engine was asked does not ask it', async () => {
  const { files, posted } = start('list', 'read');
  expect(await files.saveAll(KEY, 'all.zip', AbortSignal.abort())).toBe('aborted');
  expect(posted).toEqual(['list']);
});

test('without an engine a question leaves no listener on the signal that it was given', async () => {
  const { files, abandon } = start();
  abandon();
  const leaving = new AbortController();
  const listeners = new Set<unknown>();
  vi.spyOn(leaving.signal, 'addEventListener').mockImplementation((_, listener) => void listeners.add(listener));
  vi.spyOn(leaving.signal, 'removeEventListener').mockImplementation((_, listener) => void listeners.delete(listener));
  const read = (request: number) => ({ type: 'read', request, key: KEY, what: 'zip', isGlance: false }) as const;
  expect(await files.ask(read, leaving.signal)).toBeUndefined();
  expect(listeners).toEqual(new Set());
});
