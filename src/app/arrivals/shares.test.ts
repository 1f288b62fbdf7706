import { expect, test } from 'vitest';
import type { Keyval } from '../../store/keyval.ts';
import { keptShares, parseShared } from './shares.ts';

const SHARED = { title: 't', text: '', url: '', from: 'https://e.org', files: [new File(['x'], 'a.txt')] };

test('shares that the worker stored are read back', () => {
  expect(parseShared(SHARED)).toEqual(SHARED);
});

test.each([
  null,
  'text',
  {},
  { ...SHARED, title: 1 },
  { ...SHARED, from: 1 },
  { ...SHARED, files: 'a' },
  { ...SHARED, files: [new Blob(['x'])] },
  { ...SHARED, files: undefined },
])('and nothing else: %o', (value) => {
  expect(parseShared(value)).toBeUndefined();
});

test('records of the first version of the worker do not name their origin', () => {
  const { from: _, ...old } = SHARED;
  expect(parseShared(old)).toEqual({ ...SHARED, from: '' });
});

const done = async () => ({ ok: true, value: undefined }) as const;

/** The worker's store, and how a page uses it. */
function kept(content: Map<IDBValidKey, unknown>): Keyval {
  const only = {
    entries: async () => ({ ok: true, value: [...content] }) as const,
    change: async ({ delete: keys = [] }: Parameters<Keyval['change']>[0]) => {
      for (const key of keys) content.delete(key as IDBValidKey);
      return done();
    },
  };
  const none = () => Promise.reject(new Error('nobody needs it here'));
  return { ...only, get: none, getMany: none, keys: none, set: none, update: none, delete: none };
}

test('a share is kept until the person has decided, so a reloaded page still finds it', async () => {
  const content = new Map<IDBValidKey, unknown>([[1, SHARED]]);
  for (const page of [keptShares(kept(content)), keptShares(kept(content))]) {
    expect(await page.look()).toBe('read');
    expect(page.waiting.value).toMatchObject([{ from: 'https://e.org', items: [{ kind: 'file' }] }]);
  }
  const last = keptShares(kept(content));
  await last.look();
  content.set(2, SHARED); // a share for another page
  expect(last.take()).toHaveLength(1);
  expect(last.waiting.value).toEqual([]);
  expect([...content.keys()]).toEqual([2]);
});

test('an unreadable share is reported, and only once', async () => {
  const content = new Map<IDBValidKey, unknown>([
    [1, 'text'],
    [2, SHARED],
  ]);
  expect(await keptShares(kept(content)).look()).toBe('lost');
  expect(await keptShares(kept(content)).look()).toBe('read');
  expect([...content.keys()]).toEqual([2]);
});
