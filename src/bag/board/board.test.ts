import { expect, it } from 'vitest';
import { signedBy } from '../../protocol/event.ts';
import { newSecret } from '../../protocol/keys.ts';
import { POST } from '../../words/kinds.ts';
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

it.each([
  [[root, reply, deep]],
  [[deep, reply, root]],
  [[reply, deep, root]],
])('a reply to a reply stands nowhere, in whichever order they come', async (order) => {
  const { carried } = carrying();
  const ports = { self: selfHex, wallAt: (lived: number) => lived, days: () => 14 };
  const board = new Board({ ...ports, carried: () => carried, progressOf: () => ({ progress: 'waiting' }) as never });
  for (const event of order) {
    await carried.put(event, 0, ROUTER);
    board.note([event]);
  }
  const { put } = board.news();
  expect(put.map(({ id, replies }) => [id, replies.map((one) => one.id)])).toEqual([[root.id, [reply.id]]]);
  expect(board.whole().put).toEqual(put);
});
