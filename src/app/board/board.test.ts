import { expect, test } from 'vitest';
import type { PostView } from '../../bag/api/views.ts';
import { fitting, postWith } from './board.ts';

const post = (id: string, more: Partial<PostView> = {}): PostView =>
  ({ id, text: '', topic: 'notice', authorName: '', place: '', attachments: [], replies: [], ...more }) as PostView;
const ids = (posts: readonly PostView[]) => posts.map(({ id }) => id);

const POSTS = [
  post('water', { text: '給水は３時から、きたの門で', topic: 'notice', place: 'East Gym' }),
  post('keys', { text: 'Found: keys with a red fob', topic: 'lost', authorName: 'Hana' }),
  post('asks', { text: 'Who has a charger?', topic: 'need', replies: [post('reply', { text: 'USB-C, room ２' })] }),
  post('map', { attachments: [{ name: '避難所の地図.pdf' } as never] }),
];

test.each([
  ['', undefined, ['water', 'keys', 'asks', 'map']],
  ['', 'lost', ['keys']],
  ['3時', undefined, ['water']],
  ['キタ', undefined, ['water']],
  ['RED hana', undefined, ['keys']],
  ['red', 'need', []],
  ['room 2', undefined, ['asks']],
  ['east', undefined, ['water']],
  ['地図', undefined, ['map']],
  ['nowhere', undefined, []],
] as const)('"%s" in %s', (query, topic, found) => {
  expect(ids(fitting(POSTS, { query, topic }))).toEqual(found);
});

test('a reply leads to its post', () => {
  expect(postWith(POSTS, 'reply')?.id).toBe('asks');
  expect(postWith(POSTS, 'keys')?.id).toBe('keys');
  expect(postWith(POSTS, 'none')).toBeUndefined();
});
