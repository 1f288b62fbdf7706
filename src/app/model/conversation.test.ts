import { expect, test } from 'vitest';
import type { MessageView } from '../../bag/api/views.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { TransferView } from '../../transfer/view.ts';
import { conversation, talksIn } from './conversation.ts';
import { unreadIn } from './unread.ts';

const transfer = (key: string, begunAt?: number) => ({ key, begunAt }) as TransferView;
const message = (id: string, at: number, more: Partial<MessageView> = {}) => ({ id, at, ...more }) as MessageView;

test('what was sent and what was said stand in one line of time; what has no time comes last', () => {
  const items = conversation(
    [transfer('a', 10), transfer('b', 30), transfer('c')],
    [message('m', 10), message('n', 20), message('o', 40)],
  );
  expect(items.map(({ key }) => key)).toEqual(['a', 'm', 'n', 'b', 'o', 'c']);
});

test('whoever wrote last comes first, with what is new of it', () => {
  const [hana, ito] = ['hana', 'ito'] as DeviceId[];
  const messages = new Map([
    [hana, [message('1', 1), message('2', 5, { isNew: true })]],
    [ito, [message('3', 7, { isNew: true }), message('4', 9)]],
    ['none' as DeviceId, []],
  ] as const);
  expect(talksIn(messages as never).map(({ id, unread, last }) => [id, unread, last.id])).toEqual([
    ['ito', 1, '4'],
    ['hana', 1, '2'],
  ]);
  expect(unreadIn(messages as never)).toBe(2);
});
