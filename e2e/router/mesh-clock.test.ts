/**
 * Clocks of routers compared, over real links on this machine. Each engine is given the other's address: no network is
 * needed.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/router/machine/log.ts';
import type { BusStatus, Incarnation, Self } from '../../src/router/mesh/bus.ts';
import { Engine } from '../../src/router/mesh/engine.ts';
import { Deframer, frame } from '../../src/router/mesh/framing.ts';
import { deriveKeys } from '../../src/router/mesh/keys.ts';
import { bindingOf } from '../../src/router/mesh/link.ts';
import { dial, listen } from '../../src/router/mesh/listener.ts';
import { type LinkFrame, MAX_LINK_FRAME_BYTES, MESH_VERSION, parseLinkFrame } from '../../src/router/mesh/messages.ts';
import { introduction, passportOf, type Seed } from '../../src/router/mesh/passport.ts';
import { HOST } from './setting.ts';

const HOUR_MS = 3_600_000;
/** A clock is read to half a round trip, which is no time on one machine; a busy machine needs some. */
const WITHIN_MS = 2_000;
const keys = deriveKeys('a key of this test');
const log = createLog('error');
const incarnation = '0000000100000001' as Incarnation;
const passportNamed = (name: string) => passportOf(createHash('sha256').update(name).digest() as Seed);
const selfOf = (name: string): Self => ({ id: passportNamed(name).id, incarnation });

/** The first message of a router. */
function helloOf(name: string, socket: TLSSocket, side: 'dialled' | 'answered', version = MESH_VERSION): object {
  const { key, sign } = passportNamed(name);
  const self = selfOf(name);
  return { type: 'hello', version, ...self, key, proof: sign(introduction(bindingOf(socket), side, self)) };
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A free port, which somebody takes in a moment. */
async function freePort(): Promise<number> {
  const probe = await listen({ keys, port: 0, allows: () => false, linked() {}, refused() {}, log });
  probe.stop();
  return probe.port;
}

async function engine(
  name: string,
  port: number,
  peer: number,
  wall: () => number,
  heard: (type: string) => void = () => {},
): Promise<() => BusStatus> {
  const started = new Engine({
    passport: passportNamed(name),
    incarnation,
    renew: () => passportNamed(name),
    keys,
    look: () => undefined,
    peers: [{ address: HOST, port: peer }],
    port,
    log,
    wall,
  });
  await started.start({
    joined() {},
    left() {},
    received: (_, { type }) => heard(type),
    advertised() {},
    renamed() {},
  });
  ends.push(() => started.stop());
  return () => started.status();
}

/** A scripted router that answers pings as told, and says something every `chattersMs`. Resolves with its port. */
async function scripted(
  answer: (ping: LinkFrame & { type: 'ping' }) => readonly object[],
  chattersMs?: number,
): Promise<number> {
  const listener = await listen({
    keys,
    port: 0,
    allows: () => true,
    linked(socket) {
      const frames = new Deframer(MAX_LINK_FRAME_BYTES);
      const say = (message: object) => socket.write(frame(JSON.stringify(message)));
      socket.on('error', () => {});
      socket.on('data', (bytes: Buffer) => {
        for (const each of frames.push(bytes) ?? []) {
          const parsed = parseLinkFrame(each);
          if (parsed.ok && parsed.value.type === 'ping') for (const message of answer(parsed.value)) say(message);
        }
      });
      say(helloOf('old', socket, 'answered'));
      if (chattersMs === undefined) return;
      const chatter = setInterval(() => say({ type: 'want' }), chattersMs);
      ends.push(() => clearInterval(chatter));
    },
    refused() {},
    log,
  });
  ends.push(() => listener.stop());
  return listener.port;
}

describe('clocks of two routers', () => {
  it('are compared by both, even if they are wrong', async () => {
    const [one, two] = [await freePort(), await freePort()];
    const first = await engine('first', one, two, Date.now);
    const second = await engine('second', two, one, () => Date.now() - 3 * HOUR_MS);
    const seenBy = (status: () => BusStatus): number => status().members[0]?.clock?.aheadMs ?? Number.NaN;
    await expect.poll(() => Math.abs(seenBy(first) + 3 * HOUR_MS), { timeout: 10_000 }).toBeLessThan(WITHIN_MS);
    await expect.poll(() => Math.abs(seenBy(second) - 3 * HOUR_MS), { timeout: 10_000 }).toBeLessThan(WITHIN_MS);
    expect(first().members).toMatchObject([{ id: selfOf('second').id, linked: true }]);
  });

  it('are compared at once, even on a busy link', async () => {
    const clock = Date.now() + HOUR_MS;
    // Never quiet for so long that the other would ping it.
    const port = await scripted(({ n }) => [{ type: 'pong', n, clock }], 300);
    const status = await engine('new', 0, port, Date.now);
    await expect.poll(() => status().members[0]?.clock?.aheadMs, { timeout: 10_000 }).toBeGreaterThan(HOUR_MS / 2);
  });

  it.each<[string, (ping: { readonly n?: number }) => object]>([
    ['of a router that does not tell', () => ({ type: 'pong' })],
    ['from an answer that nobody asked for', ({ n = 0 }) => ({ type: 'pong', n: n + 1, clock: 0 })],
  ])('are not taken %s, which is a member all the same', async (_, answer) => {
    const port = await scripted((ping) => [answer(ping), { type: 'want' }]);
    const heard: string[] = [];
    const status = await engine('new', 0, port, Date.now, (type) => heard.push(type));
    // A message that was sent after the answer is here, so the answer has arrived.
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('want');
    expect(status().members).toMatchObject([{ id: selfOf('old').id, linked: true }]);
    expect(status().members[0]).not.toHaveProperty('clock');
  });
});

it('an old router that pings gets a plain answer, and one of another version is shown with that reason', async () => {
  const port = await freePort();
  const status = await engine('new', port, await freePort(), Date.now);
  const socket = await dial(HOST, port, keys);
  const heard: LinkFrame[] = [];
  const frames = new Deframer(MAX_LINK_FRAME_BYTES);
  socket.on('error', () => {});
  socket.on('data', (bytes: Buffer) => {
    for (const each of frames.push(bytes) ?? []) {
      const parsed = parseLinkFrame(each);
      if (parsed.ok) heard.push(parsed.value);
    }
  });
  const say = (message: object) => socket.write(frame(JSON.stringify(message)));
  say(helloOf('old', socket, 'dialled'));
  say({ type: 'ping' });
  await expect.poll(() => heard.filter(({ type }) => type === 'pong'), { timeout: 10_000 }).toEqual([{ type: 'pong' }]);
  socket.destroy();

  const other = await dial(HOST, port, keys);
  other.on('error', () => {});
  const closed = once(other, 'close');
  other.resume();
  other.write(frame(JSON.stringify(helloOf('newer', other, 'dialled', MESH_VERSION + 1))));
  await closed;
  expect(status().strangers).toMatchObject([{ address: HOST, reason: 'other-version' }]);
});
