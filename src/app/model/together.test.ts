import { expect, test } from 'vitest';
import type { AttachmentView, MessageView } from '../../bag/api/views.ts';
import { joined, standingOf } from './together.ts';

const file = (name: string) => ({ name, sha256: name }) as AttachmentView;
const message = (id: string, at: number, more: Partial<MessageView> = {}) =>
  ({ id, at, direction: 'received', text: '', attachments: [], ...more }) as MessageView;
const together = (at: number, of = 3, id = 'a') => ({ together: { id, at, of } });

const photo = message('photo', 1, { ...together(1), attachments: [file('gym.jpg')] });
const other = message('other', 2, { text: 'something else' });
const text = message('text', 3, { ...together(0), text: 'the gym', isNew: true });
const map = message('map', 4, { ...together(2), attachments: [file('map.pdf')] });

test('is one message with its text first, where its first part came, whatever came first', () => {
  const [whole, between] = joined([photo, other, text, map]);
  expect([whole?.id, whole?.at, whole?.text, whole?.isNew, whole?.isLacking]).toEqual([
    'photo',
    1,
    'the gym',
    true,
    undefined,
  ]);
  expect(whole?.attachments.map(({ name, of }) => [name, of])).toEqual([
    ['gym.jpg', 'photo'],
    ['map.pdf', 'map'],
  ]);
  expect(between).toBe(other);
});

test('says while it lacks a part, and only of what has come', () => {
  expect(joined([photo]).map(({ isLacking }) => isLacking)).toEqual([true]);
  expect(joined([{ ...photo, direction: 'sent' }])[0]?.isLacking).toBeUndefined();
});

test('stays the same thing while nothing of it changes', () => {
  const before = joined([photo, text]);
  expect(joined([photo, text, other], before)[0]).toBe(before[0]);
  expect(joined([photo, { ...text }], before)[0]).not.toBe(before[0]);
});

test('does not become one with what goes the other way, or was said apart', () => {
  const sent = message('sent', 2, { ...together(0), direction: 'sent' });
  const apart = message('apart', 3, together(0, 2, 'b'));
  expect(joined([photo, sent, apart]).map(({ id }) => id)).toEqual(['photo', 'sent', 'apart']);
});

test('has come as far as the part of which most is needed, and says of each where they differ', () => {
  const part = (id: string, at: number, more: Partial<MessageView>) =>
    message(id, 1, { ...together(at), direction: 'sent', ...more });
  const [whole] = joined([
    part('1', 0, { progress: 'arrived' }),
    part('2', 1, { progress: 'refused', why: 'quota' }),
    part('3', 2, { progress: 'arrived' }),
  ]);
  expect([whole?.progress, whole?.why]).toEqual(['refused', 'quota']);
  expect(whole && standingOf(whole).map((group) => group.map(({ id }) => id))).toEqual([['1', '3'], ['2']]);
});
