/** The contract of a bus (src/router/mesh/bus.ts), run against the one in memory and against real links between namespaces. */
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/protocol/words.ts';
import { MAX_PORTION_BYTES, type MeshMessage } from '../../src/router/mesh/messages.ts';
import { inMemory, inNamespaces, type Node, type Rig } from './mesh-bus-rigs.ts';
import { whyNot } from './place.ts';

const skip = whyNot();
const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const about = (name: string): MeshMessage => ({ type: 'about', about: { name } });
/** For a busy machine, including the start of a process. */
const WITHIN_MS = 15_000;

describe.each<[string, () => Promise<Rig>, string | undefined]>([
  ['in memory', inMemory, undefined],
  ['between namespaces', inNamespaces, skip],
])('a bus %s', (_, build, why) => {
  let rig: Rig | undefined;
  afterEach(async () => {
    await rig?.close();
    rig = undefined;
  });

  /** `count` routers, each of which knows all others. */
  async function together(count: number): Promise<readonly Node[]> {
    rig = await build();
    const nodes = await Promise.all(Array.from({ length: count }, (_value, index) => (rig as Rig).node(index)));
    for (const node of nodes)
      for (const other of nodes)
        if (other !== node) await node.until(({ members }) => members.has(other.id), WITHIN_MS);
    return nodes;
  }
  const [contract, only] = [it.skipIf(why !== undefined), why === undefined ? '' : ` (${why})`];

  contract(`announces each member to each other one${only}`, async () => {
    const nodes = await together(3);
    for (const node of nodes) {
      expect([...node.log.members].sort()).toEqual(
        nodes
          .map(({ id }) => id)
          .filter((id) => id !== node.id)
          .sort(),
      );
      // A router that was reached anew may join again: its neighbour then asks for a new snapshot.
      expect(new Set(node.log.events.filter((event) => event.startsWith('joined'))).size).toBe(2);
    }
  });

  contract(`carries what is published to all, and what is sent to one alone, in order${only}`, async () => {
    const [a, b, c] = (await together(3)) as [Node, Node, Node];
    for (let count = 0; count < 100; count += 1) {
      await a.publish(about(`all ${count}`));
      if (count % 10 === 0) await a.send(b.id, about(`only ${count}`));
    }
    await a.publish(about('end'));
    for (const node of [b, c])
      await node.until(({ received }) => received.some(({ text }) => text === 'end'), WITHIN_MS);
    const all = Array.from({ length: 100 }, (_value, count) => `all ${count}`);
    expect(c.log.received.map(({ text }) => text)).toEqual([...all, 'end']);
    expect(b.log.received.filter(({ text }) => text.startsWith('all')).map(({ text }) => text)).toEqual(all);
    expect(b.log.received.filter(({ text }) => text.startsWith('only'))).toHaveLength(10);
    expect(a.log.received).toEqual([]);
    expect(new Set(c.log.received.map(({ from }) => from))).toEqual(new Set([a.id]));
  });

  contract(`carries words, and bytes of files as they are, between what is said of devices${only}`, async () => {
    const [a, b] = (await together(2)) as [Node, Node];
    const bytes = randomBytes(MAX_PORTION_BYTES);
    const said: readonly MeshMessage[] = [
      { type: 'ask', words: ['CLOSE', 'one' as Subscription] },
      { type: 'bytes', n: 4_294_967_295, bytes },
      about('R1'),
      { type: 'tell', words: ['NOTICE', 'so'] },
      { type: 'bytes', n: 0, bytes: Buffer.from('{') },
    ];
    for (const message of said) expect(await a.send(b.id, message)).toBe(true);
    await b.until(({ received }) => received.length === said.length, WITHIN_MS);
    expect(b.log.received.map(({ text }) => text)).toEqual([
      '["CLOSE","one"]',
      `4294967295: ${digestOf(bytes)}`,
      'R1',
      '["NOTICE","so"]',
      `0: ${digestOf('{')}`,
    ]);
  });

  contract(`gives a snapshot to whoever asks for one${only}`, async () => {
    const [a, b] = (await together(2)) as [Node, Node];
    expect(await a.send(b.id, { type: 'want' })).toBe(true);
    await b.until(({ received }) => received.some(({ text, from }) => text === 'want' && from === a.id), WITHIN_MS);
    expect(await b.send('nobody-is-there-' as typeof b.id, { type: 'want' })).toBe(false);
  });

  contract(`tells an end from silence, and that a member is back${only}`, async () => {
    const [a, b, c] = (await together(3)) as [Node, Node, Node];
    await c.stop();
    for (const node of [a, b]) await node.until(({ events }) => events.includes(`left ${c.id} closed`), WITHIN_MS);
    await rig?.cut(1);
    await a.until(({ events }) => events.includes(`left ${b.id} silent`), WITHIN_MS);
    await b.until(({ events }) => events.includes(`left ${a.id} silent`), WITHIN_MS);
    expect(await a.send(b.id, about('lost'))).toBe(false);
    await rig?.mend(1);
    await a.until(({ members }) => members.has(b.id), WITHIN_MS);
    await b.until(({ members }) => members.has(a.id), WITHIN_MS);
    await a.send(b.id, about('found'));
    await b.until(({ received }) => received.at(-1)?.text === 'found', WITHIN_MS);
    expect(b.log.received.some(({ text }) => text === 'lost')).toBe(false);
  });

  contract(`listens no more to a member that is shunned${only}`, async () => {
    const [a, b, c] = (await together(3)) as [Node, Node, Node];
    await a.shun(c.id);
    await a.until(({ events }) => events.includes(`left ${c.id} silent`), WITHIN_MS);
    await c.publish(about('heard by one'));
    await c.publish(about('end'));
    await b.until(({ received }) => received.some(({ text }) => text === 'end'), WITHIN_MS);
    expect(a.log.received).toEqual([]);
    expect(await a.send(c.id, about('nobody'))).toBe(false);
    expect(a.log.members).toEqual(new Set([b.id]));
  });

  contract(`tells by the way how many changes a member has published${only}`, async () => {
    const [a, b] = (await together(2)) as [Node, Node];
    await a.advertise(7);
    await b.until(({ advertised }) => advertised.get(a.id) === 7, WITHIN_MS);
  });
});
