/** Whatever a phone says on the socket of words: it is answered or passed over, nothing that is not genuine is held, and the router goes on. */
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { hexOf, isGenuine, type SignedEvent, signedBy } from '../../src/protocol/event.ts';
import { publicKeyOf } from '../../src/protocol/keys.ts';
import { authDraft } from '../../src/protocol/words-auth.ts';
import { LIMITS } from '../../src/router/limits/limits.ts';
import { createLog } from '../../src/router/machine/log.ts';
import { type Holder, openHolder } from '../../src/router/words/holder.ts';
import { labelDraft } from '../../src/words/label.ts';
import { postDraft } from '../../src/words/post.ts';
import { HOST, type Running, secretOf, start, temporaryDirectory } from './setting.ts';

const ROUTER = 'router-of-a-test';
const NOW = 1_764_150_000;
const RUNS = 1_500;
const ann = secretOf('ann');
let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let holder: Holder;
let running: Running;
let socket: WebSocket;
let heard = 0;

beforeAll(async () => {
  directory = await temporaryDirectory();
  const operator = secretOf('operator');
  holder = await openHolder(directory.path, {
    log: createLog('debug', () => {}),
    bytesAtMost: 1_000_000,
    days: 14,
    operator,
  });
  const words = { ...LIMITS.words, burstFrames: 1e9, checks: { ...LIMITS.words.checks, signatures: 1e9, inAll: 1e9 } };
  const hold = { ...holder, operator: hexOf(publicKeyOf(operator)), blobBytes: 1_000 };
  running = await start({ words }, { hold });
  socket = new WebSocket(`ws://${HOST}:${running.port}/words`, { origin: `http://${HOST}:${running.port}` });
  const [asked] = await once(socket, 'message');
  socket.on('message', () => {
    heard += 1;
  });
  const [, challenge = ''] = JSON.parse(String(asked)) as string[];
  socket.send(JSON.stringify(['AUTH', signedBy(ann, authDraft(ROUTER, challenge, NOW))]));
});

afterAll(async () => {
  socket.terminate();
  await running.router.stop();
  await directory.remove();
});

const post = (text: string): SignedEvent =>
  signedBy(ann, postDraft({ text, topic: 'need', authorName: 'Ann', place: 'R1', attachments: [], lasts: 60 }, NOW));
const event = fc.constantFrom(
  post('water'),
  post('水\u202e\u0000'),
  signedBy(ann, { kind: 5, created_at: NOW, tags: [['e', post('water').id]], content: '' }),
  signedBy(ann, { kind: 1059, created_at: NOW, tags: [['p', hexOf(publicKeyOf(ann))]], content: 'x' }),
  signedBy(ann, labelDraft({ word: 'remove', target: post('water').id }, NOW)),
);
const filter = fc.constantFrom(
  {},
  { kinds: [1] },
  { ids: ['ab'.repeat(32)] },
  { limit: 0 },
  { '#p': ['ab'.repeat(32)] },
);
const frame = fc.oneof(
  fc.tuple(fc.constant('EVENT'), event),
  fc.tuple(fc.constant('REQ'), fc.constantFrom('a', 'b'), filter),
  fc.tuple(
    fc.constant('NEG-OPEN'),
    fc.constantFrom('a', 'b'),
    filter,
    fc.constantFrom('6100000200', '61', '610000010102'),
  ),
  fc.tuple(
    fc.constant('NEG-MSG'),
    fc.constantFrom('a', 'b'),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), maxLength: 90 }),
  ),
  fc.tuple(fc.constantFrom('CLOSE', 'NEG-CLOSE'), fc.constantFrom('a', 'b')),
  fc.tuple(fc.constant('KEY'), fc.constant('AbCdEfGhIjKlMnOp')),
);

/** Another character in some place, or a place that is gone, or there twice. */
const mutation = fc.record({
  at: fc.nat(),
  what: fc.constantFrom('change', 'drop', 'double', 'none'),
  by: fc.string({ minLength: 1, maxLength: 3 }),
});

function mutated(text: string, { at, what, by }: { at: number; what: string; by: string }): string {
  const place = at % Math.max(1, text.length);
  if (what === 'change') return text.slice(0, place) + by + text.slice(place + 1);
  if (what === 'drop') return text.slice(0, place) + text.slice(place + by.length);
  if (what === 'double') return text.slice(0, place) + text.slice(Math.max(0, place - 40));
  return text;
}

/** Answered by the router behind everything before it. */
async function answered(): Promise<void> {
  const seen = heard;
  socket.send('["KEY","0123456789abcdef"]');
  while (heard === seen) await once(socket, 'message');
}

test(`${RUNS} frames, most of them not quite right`, async () => {
  await fc.assert(
    fc.asyncProperty(frame, mutation, async (said, change) => {
      socket.send(mutated(JSON.stringify(said), change));
    }),
    { numRuns: RUNS },
  );
  await answered();
  expect(socket.readyState).toBe(socket.OPEN);
  for await (const held of holder.shelf.query({})) expect(isGenuine(held.event)).toBe(true);
  expect(running.log.filter((line) => /fault|TypeError|RangeError|Unhandled/.test(line))).toEqual([]);
  const { counts } = { counts: holder.shelf.counts() };
  expect(counts.bytes).toBeLessThanOrEqual(1_000_000);
  expect(heard).toBeGreaterThan(RUNS / 2);
});
