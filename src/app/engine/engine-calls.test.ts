import { beforeEach, expect, test, vi } from 'vitest';
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

beforeEach(() => {
  Object.assign(device, { mustShare: false, severalAtOnce: 'downloads', downloaded: [], shared: 0 });
});

/** An engine with two stored files that answers only these questions. */
function start(...answers: readonly ('list' | 'read')[]) {
  const posted: string[] = [];
  let isThere = true;
  const files: EngineCalls = new EngineCalls((message) => {
    posted.push(message.type);
    if (!isThere) return false;
    const entries = ['a', 'b'].map((path) => ({ path, size: 1, modified: 0 }));
    const { type } = message;
    if (type === 'list' && answers.includes(type))
      files.answered({ type: 'listing', request: message.request, entries });
    if (type === 'read' && answers.includes(type))
      files.answered({ type: 'blob', request: message.request, blob: new Blob() });
    return true;
  });
  return {
    files,
    posted,
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
