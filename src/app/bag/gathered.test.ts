import { describe, expect, test } from 'vitest';
import type { MessageView, PostView } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { withMessages, withPosts } from './gathered.ts';

const [ann, bob] = [publicKeyOf(newSecret()), publicKeyOf(newSecret())];
const message = (id: string, other: typeof ann, at: number, text = id): MessageView => ({
  id: id as EventId,
  with: other,
  direction: 'received',
  text,
  attachments: [],
  at,
});
const post = (id: string, at: number, isPinned = false) => ({ id, at, isPinned }) as PostView;
const ids = (views: readonly { readonly id: string }[] | undefined) => views?.map(({ id }) => id);

describe('messages', () => {
  test('stand by person, in the order of their times, and the last word on each counts', () => {
    const put = [message('b', ann, 2), message('a', ann, 1), message('c', bob, 3)];
    const first = withMessages(new Map(), { type: 'messages', put, gone: [] });
    expect([ids(first.get(idOf(ann))), ids(first.get(idOf(bob)))]).toEqual([['a', 'b'], ['c']]);
    const next = withMessages(first, { type: 'messages', put: [message('a', ann, 1, 'other')], gone: [] });
    expect(next.get(idOf(ann))?.map(({ text }) => text)).toEqual(['other', 'b']);
    expect(next.get(idOf(bob))).toBe(first.get(idOf(bob)));
  });

  test('that are gone are gone, and somebody with whom there are none is not there', () => {
    const put = [message('a', ann, 1), message('b', ann, 2), message('c', bob, 3)];
    const first = withMessages(new Map(), { type: 'messages', put, gone: [] });
    const next = withMessages(first, { type: 'messages', put: [], gone: ['a', 'c'] as EventId[] });
    expect([...next.keys()]).toEqual([idOf(ann)]);
    expect(ids(next.get(idOf(ann)))).toEqual(['b']);
  });
});

test('posts stand pinned first, then the newest', () => {
  const nothing = { posts: [], isWhole: false };
  const told = { type: 'board', gone: [], isWhole: false } as const;
  const first = withPosts(nothing, { ...told, put: [post('old', 1), post('pinned', 0, true), post('new', 2)] });
  expect(ids(first.posts)).toEqual(['pinned', 'new', 'old']);
  const next = withPosts(first, { ...told, put: [post('old', 3)], gone: ['new' as EventId], isWhole: true });
  expect([ids(next.posts), next.isWhole]).toEqual([['pinned', 'old'], true]);
});
