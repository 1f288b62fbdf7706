import { expect, test } from 'vitest';
import type { ControlMessage, TransferId } from '../../protocol/peer.ts';
import { type Channel, CONTROL_HIGH_WATER_BYTES } from '../api/channel.ts';
import { ControlQueue } from './control-queue.ts';

const PIECE_BYTES = 16 * 1024;
const long = 'long____________' as TransferId;
const other = 'other___________' as TransferId;

function* manifest(transfer: TransferId, pieces: number): Generator<ControlMessage> {
  for (let first = 0; first < pieces; first += 1)
    yield { type: 'manifest', transfer, first, entries: [['n'.repeat(PIECE_BYTES), 0, 0]] };
}

/** A channel from which nothing leaves until it is told. */
function slowChannel() {
  const sent: string[] = [];
  let left = 0;
  const size = (messages: readonly string[]) => messages.reduce((sum, message) => sum + message.length, 0);
  const channel: Channel = {
    get bufferedAmount() {
      return size(sent) - left;
    },
    send: (data) => {
      sent.push(String(data));
    },
    listen: () => {},
    close: () => {},
  };
  const queue = new ControlQueue(channel);
  const empty = () => {
    left = size(sent);
    queue.drained();
  };
  const types = () => sent.map((json) => (JSON.parse(json) as ControlMessage).type);
  return { queue, channel, sent, empty, types };
}

test('a long row fills the channel up to its limit, and continues when there is room', () => {
  const { queue, channel, sent, empty } = slowChannel();
  queue.tellAll(long, manifest(long, 100));
  expect(channel.bufferedAmount).toBeLessThan(CONTROL_HIGH_WATER_BYTES + 2 * PIECE_BYTES);
  const before = sent.length;
  empty();
  expect(sent.length).toBeGreaterThan(before);
  while (channel.bufferedAmount > 0) empty();
  expect(sent.map((json) => JSON.parse(json).first)).toEqual(Array.from({ length: 100 }, (_, first) => first));
});

test('messages of another transfer go at once, and a second row alternates with the first', () => {
  const { queue, types, sent, empty } = slowChannel();
  queue.tellAll(long, manifest(long, 40));
  queue.tell({ type: 'stored', transfer: other, bytes: 1 });
  expect(types().at(-1)).toBe('stored');
  queue.tellAll(other, manifest(other, 3));
  const before = sent.length;
  empty();
  const next = sent.slice(before, before + 4).map((json) => JSON.parse(json).transfer);
  expect(new Set(next)).toEqual(new Set([long, other]));
});

test('messages of the same transfer come after its row', () => {
  const { queue, channel, types, empty } = slowChannel();
  queue.tellAll(long, manifest(long, 40));
  queue.tell({ type: 'paused', transfer: long });
  expect(types()).not.toContain('paused');
  while (channel.bufferedAmount > 0) empty();
  expect(types()).toEqual([...Array.from({ length: 40 }, () => 'manifest'), 'paused']);
});

test.each(['cancel', 'offer'] as const)('%s replaces the messages that were still waiting', (type) => {
  const { queue, channel, types, empty } = slowChannel();
  queue.tellAll(long, manifest(long, 40));
  const said = types().length;
  const offer = { type: 'offer', transfer: long, handle: 1, files: 1, bytes: 0, again: true } as const;
  queue.tell(type === 'offer' ? offer : { type, transfer: long });
  expect(types().at(-1)).toBe(type);
  while (channel.bufferedAmount > 0) empty();
  expect(types()).toHaveLength(said + 1);
});
