/** How many beacons a mesh sends, and how soon its routers find each other: real discovery over a switch in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../machine/log.ts';
import type { Incarnation, RouterId } from './bus.ts';
import type { Datagrams } from './datagrams.ts';
import { Discovery } from './discovery.ts';
import { deriveKeys } from './keys.ts';
import { Neighbours } from './neighbours.ts';
import { Strangers } from './strangers.ts';

const SILENCE_MS = 4_000;
const KEYS = deriveKeys(undefined);
const QUIET = createLog('error');

type Node = {
  readonly id: RouterId;
  readonly discovery: Discovery;
  readonly links: Set<Node>;
  island: string;
  readonly families: ReadonlySet<4 | 6>;
  readonly hear: { now: (bytes: Uint8Array, from: string) => void };
};

/** A backhaul of routers that link as soon as one hears the other, and notice silence as the engine does. */
class Backhaul {
  readonly nodes: Node[] = [];
  /** Datagrams to the group, by family. */
  sent = { 4: 0, 6: 0 };

  start(name: string, island = 'one', families: readonly (4 | 6)[] = [4, 6]): Node {
    const id = name.padEnd(16, '-') as RouterId;
    const number = this.nodes.length + 1;
    const links = new Set<Node>();
    const hear: Node['hear'] = { now: () => {} };
    const neighbours = new Neighbours();
    const byId = (other: RouterId): Node | undefined => this.nodes.find((one) => one.id === other);
    const isLinked = (other: RouterId): boolean => [...links].some((one) => one.id === other);
    const discovery = new Discovery({
      self: () => ({ id, incarnation: `0000000100000${100 + number}` as Incarnation }),
      keys: KEYS,
      look: () => ({ interface: 'in-memory' }),
      port: () => 8642,
      version: () => 0,
      isLinked,
      isWanted: (other) => !isLinked(other),
      links: () => links.size,
      heard: (beacon) => {
        const other = byId(beacon.id);
        if (other !== undefined && !isLinked(other.id)) this.#link(node, other);
      },
      double: () => {},
      neighbours,
      strangers: new Strangers(),
      log: QUIET,
      now: () => Date.now(),
      open: (_, __, heard) => {
        hear.now = heard;
        return this.#datagrams(node, number);
      },
    });
    const node: Node = { id, discovery, links, island, families: new Set(families), hear };
    this.nodes.push(node);
    discovery.start();
    return node;
  }

  /** From now on a router hears only those of its new island; links to others end after silence. */
  async move(node: Node, island: string): Promise<void> {
    node.island = island;
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    for (const one of this.nodes)
      for (const other of one.links)
        if (other.island !== one.island) {
          one.links.delete(other);
          one.discovery.left(other.id, 'silent');
        }
  }

  /** Beacons within so much time, by family. */
  async count(ms: number): Promise<{ readonly 4: number; readonly 6: number }> {
    this.sent = { 4: 0, 6: 0 };
    await vi.advanceTimersByTimeAsync(ms);
    return this.sent;
  }

  /** How long until two routers are linked, in steps of 100 ms. */
  async untilLinked(one: Node, other: Node): Promise<number> {
    for (let ms = 0; ms <= 120_000; ms += 100) {
      if (one.links.has(other)) return ms;
      await vi.advanceTimersByTimeAsync(100);
    }
    return Number.POSITIVE_INFINITY;
  }

  #link(one: Node, other: Node): void {
    one.links.add(other);
    other.links.add(one);
    one.discovery.joined(other.id);
    other.discovery.joined(one.id);
  }

  #datagrams(node: Node, number: number): Datagrams {
    const say = (family: 4 | 6, bytes: Uint8Array, to: readonly Node[]): void => {
      const from = family === 4 ? `192.168.1.${number}` : `fe80::${number}%in-memory`;
      for (const other of to)
        if (other !== node && other.island === node.island && other.families.has(family))
          setTimeout(() => other.hear.now(bytes, from), 1);
    };
    return {
      broadcast: (make, onlyIpv6) => {
        for (const family of node.families) {
          if (family === 4 && onlyIpv6 && node.families.has(6)) continue;
          this.sent[family] += 1;
          say(family, make(), this.nodes);
        }
      },
      send: (bytes, address) =>
        say(address.includes(':') ? 6 : 4, bytes, [this.nodes[Number(/\d+(?=%|$)/.exec(address)?.[0]) - 1] ?? node]),
      close: () => {},
    };
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('beacons', () => {
  it('of six linked routers are one in ten seconds from each or less, over one family', async () => {
    const backhaul = new Backhaul();
    for (let index = 0; index < 6; index += 1) backhaul.start(`r${index}`);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(backhaul.nodes.every(({ links }) => links.size === 5)).toBe(true);
    const minute = await backhaul.count(60_000);
    expect(minute[4]).toBe(0);
    expect(minute[6]).toBeGreaterThanOrEqual(6 * 4);
    expect(minute[6]).toBeLessThanOrEqual(6 * 6);
  });

  it('of eighteen are one in two seconds from all of them together', async () => {
    const backhaul = new Backhaul();
    for (let index = 0; index < 18; index += 1) backhaul.start(`r${index}`);
    await vi.advanceTimersByTimeAsync(30_000);
    const minute = await backhaul.count(60_000);
    expect(minute[4] + minute[6]).toBeGreaterThanOrEqual(24);
    expect(minute[4] + minute[6]).toBeLessThanOrEqual(38);
  });

  it('go out over both families as long as one router is heard over IPv4 alone', async () => {
    const backhaul = new Backhaul();
    backhaul.start('r1');
    backhaul.start('r2');
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await backhaul.count(60_000))[4]).toBe(0);
    const old = backhaul.start('r3', 'one', [4]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(old.links.size).toBe(2);
    expect((await backhaul.count(60_000))[4]).toBeGreaterThan(0);
  });

  it('of a router that is alone come each second, over both families', async () => {
    const backhaul = new Backhaul();
    backhaul.start('r1');
    await vi.advanceTimersByTimeAsync(600_000);
    const minute = await backhaul.count(60_000);
    expect(minute[4]).toBeGreaterThan(50);
    expect(minute[6]).toBe(minute[4]);
  });
});

describe('a router', () => {
  it('that starts beside settled ones is linked to all of them within a second', async () => {
    const backhaul = new Backhaul();
    const [one, two] = [backhaul.start('r1'), backhaul.start('r2')];
    await vi.advanceTimersByTimeAsync(60_000);
    const late = backhaul.start('r3');
    expect(await backhaul.untilLinked(late, one)).toBeLessThanOrEqual(1_000);
    expect(await backhaul.untilLinked(late, two)).toBeLessThanOrEqual(1_000);
  });

  it.each([
    ['a quarter of a minute', 15_000],
    ['twenty minutes', 1_200_000],
  ])('that was out of reach for %s is linked two seconds after its return', async (_, ms) => {
    const backhaul = new Backhaul();
    const [one, two, three] = [backhaul.start('r1'), backhaul.start('r2'), backhaul.start('r3')];
    await vi.advanceTimersByTimeAsync(60_000);
    await backhaul.move(three, 'two');
    expect([one.links.size, two.links.size, three.links.size]).toEqual([1, 1, 0]);
    await vi.advanceTimersByTimeAsync(ms);
    three.island = 'one';
    expect(await backhaul.untilLinked(three, one)).toBeLessThanOrEqual(2_000);
    expect(await backhaul.untilLinked(three, two)).toBeLessThanOrEqual(2_000);
  });

  it('of another settled mesh is found when the two come into reach, and so are all others', async () => {
    const backhaul = new Backhaul();
    for (const island of ['one', 'two'])
      for (const name of ['a', 'b', 'c']) backhaul.start(`${name}-${island}`, island);
    await vi.advanceTimersByTimeAsync(700_000);
    expect(backhaul.nodes.map(({ links }) => links.size)).toEqual([2, 2, 2, 2, 2, 2]);
    for (const node of backhaul.nodes) node.island = 'one';
    const [first, last] = [backhaul.nodes[0] as Node, backhaul.nodes[5] as Node];
    expect(await backhaul.untilLinked(first, last)).toBeLessThanOrEqual(12_000);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(backhaul.nodes.map(({ links }) => links.size)).toEqual([5, 5, 5, 5, 5, 5]);
  });
});
