import { expect, it } from 'vitest';
import { type SignedEvent, signedBy } from '../../protocol/event.ts';
import { newSecret } from '../../protocol/keys.ts';
import { POST } from '../../words/kinds.ts';
import { labelDraft } from '../../words/label.ts';
import { TOPICS } from '../../words/post.ts';
import { carrying, ROUTER, selfHex } from '../testing/carrying.ts';
import { Board } from './board.ts';

const author = newSecret();
const says = (content: string, above?: { readonly id: string }) =>
  signedBy(author, {
    kind: POST,
    created_at: 9,
    tags: [['t', TOPICS[0]], ...(above ? [['e', above.id, '', 'root']] : [])],
    content,
  });
const root = says('root');
const reply = says('reply', root);
const deep = says('deep', reply);

/** `ages`: in seconds. */
async function boardOf(events: readonly (readonly [event: SignedEvent, age: number])[], operator?: string) {
  const { carried } = carrying(undefined, { isOperator: (key) => key === operator });
  const ports = { self: selfHex, wallAt: (lived: number) => lived };
  const board = new Board({ ...ports, carried: () => carried, progressOf: () => ({ progress: 'waiting' }) as never });
  for (const [event, age] of events) {
    await carried.put(event, age, ROUTER);
    board.note([event]);
  }
  return board;
}

it.each([
  [[root, reply, deep]],
  [[deep, reply, root]],
  [[reply, deep, root]],
])('a reply to a reply stands nowhere, in whichever order they come', async (order) => {
  const board = await boardOf(order.map((event) => [event, 0]));
  const { put } = board.news();
  expect(put.map(({ id, replies }) => [id, replies.map((one) => one.id)])).toEqual([[root.id, [reply.id]]]);
});

it('is told in portions: what is pinned and the newest first, and whole with the last of them', async () => {
  const posts = Array.from({ length: 60 }, (_, age) => [says(`${age} seconds old`), age] as const);
  const [oldest = says('')] = posts.at(-1) ?? [];
  const pin = signedBy(author, labelDraft({ word: 'pin', target: oldest.id }, 9));
  const board = await boardOf([...posts.slice().sort((a, b) => (a[0].id < b[0].id ? -1 : 1)), [pin, 0]], pin.pubkey);
  board.isWhole = true;
  const first = board.news();
  const newest = posts.slice(0, 49).map(([{ id }]) => id);
  expect(new Set(first.put.map(({ id }) => id))).toEqual(new Set([oldest.id, ...newest]));
  expect([first.isWhole, board.hasNews]).toEqual([false, true]);
  const rest = board.news();
  expect([rest.put.length, rest.isWhole, board.hasNews]).toEqual([10, true, false]);
  expect(board.news().put).toEqual([]);
});

it('what the operator here has removed is not shown: one’s own stays on this device, for another place', async () => {
  const operator = { is: '' };
  const { carried } = carrying(undefined, { isOperator: (key) => key === operator.is });
  const board = new Board({
    carried: () => carried,
    self: selfHex,
    wallAt: (lived) => lived,
    progressOf: () => ({ progress: 'left' }),
  });
  await carried.keepOwn(root);
  board.note([root]);
  expect(board.news().put.map(({ id }) => id)).toEqual([root.id]);
  const remove = signedBy(newSecret(), labelDraft({ word: 'remove', target: root.id }, 9));
  operator.is = remove.pubkey;
  await carried.put(remove, 0, ROUTER);
  board.note([remove]);
  expect(board.news().gone).toEqual([root.id]);
  operator.is = '';
  board.touchAll();
  expect(board.news().put.map(({ id }) => id)).toEqual([root.id]);
});
