/** Presence of several routers over a network that loses, delays, reorders and splits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { DEVICES_PER_ROUTER } from './acquaintances.ts';
import type { Self } from './bus.ts';
import type { PresenceMessage } from './messages.ts';
import type { Local } from './own-devices.ts';
import { Presence } from './presence.ts';
import { IN_WORDS, idOf, localAt, selfOf } from './testing/devices.ts';

const GRACE_MS = 30_000;

/** Routers, devices that walk between them, and a network that loses, delays and reorders. */
class Islands {
  readonly routers: Sim[];
  readonly phones: Phone[];
  readonly cut = new Set<string>();
  readonly wire: { from: number; to: number; message: PresenceMessage | { type: 'want' } }[] = [];
  now = 0;

  constructor(routers: number, phones: number) {
    this.routers = Array.from({ length: routers }, (_, index) => new Sim(`r${index}`));
    this.phones = Array.from({ length: phones }, (_, index) => ({ name: `p${index}`, at: undefined, claim: 0 }));
    for (const [a, b] of this.pairs()) this.join(a, b);
  }

  *pairs(): Generator<[number, number]> {
    for (let a = 0; a < this.routers.length; a += 1) for (let b = 0; b < a; b += 1) yield [b, a];
  }

  router(index: number): Sim {
    return this.routers[index % this.routers.length] as Sim;
  }

  join(a: number, b: number): void {
    if (this.cut.has(`${a} ${b}`)) return;
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const other = this.router(y);
      this.router(x).presence.joined(other.self.id, other.self.incarnation, this.now);
      this.wire.push({ from: y, to: x, message: other.presence.snapshot() });
    }
  }

  part(a: number, b: number, how: 'closed' | 'silent'): void {
    this.router(a).presence.left(this.router(b).self.id, how, this.now);
    this.router(b).presence.left(this.router(a).self.id, how, this.now);
    const left = this.wire.filter(({ from, to }) => !(from === a && to === b) && !(from === b && to === a));
    this.wire.splice(0, this.wire.length, ...left);
  }

  hello(phone: Phone, at: number): void {
    phone.at = at;
    phone.claim += 1;
    const { name, claim } = phone;
    this.router(at).locals.set(name, localAt(this.router(at).self, name, { claim }));
    this.publish(at);
  }

  publish(index: number): void {
    const { presence, locals } = this.router(index);
    const message = presence.publish(locals.values());
    if (message) for (const [to] of this.reach(index)) this.wire.push({ from: index, to, message });
  }

  *reach(index: number): Generator<[number]> {
    for (const [a, b] of this.pairs())
      if ((a === index || b === index) && !this.cut.has(`${a} ${b}`)) yield [a === index ? b : a];
  }

  lose(index: number, lost: readonly DeviceId[]): void {
    for (const device of lost) {
      const phone = this.phones.find(({ name }) => idOf(name) === device);
      if (phone === undefined || !this.router(index).locals.delete(phone.name)) continue;
      this.publish(index);
      if (phone.at === index) this.hello(phone, index); // it is here, so its page reconnects
    }
  }

  deliver(position: number): void {
    const [one] = this.wire.splice(position % Math.max(1, this.wire.length), 1);
    if (one === undefined) return;
    const { from, to, message } = one;
    const [sender, receiver] = [this.router(from), this.router(to)];
    if (message.type === 'want') this.wire.push({ from: to, to: from, message: receiver.presence.snapshot() });
    else {
      const outcome = receiver.presence.receive(sender.self.id, message, this.now);
      expect(outcome.liars.size).toBe(0); // nobody lies here, however late the news
      if (outcome.want) this.wire.push({ from: to, to: from, message: { type: 'want' } });
      this.lose(to, outcome.lost);
    }
  }

  restart(index: number): void {
    for (const [a, b] of this.pairs()) if (a === index || b === index) this.part(a, b, 'closed');
    this.router(index).restart();
    for (const phone of this.phones) if (phone.at === index) phone.at = undefined;
    for (const [a, b] of this.pairs()) if (a === index || b === index) this.join(a, b);
  }

  /** All islands meet, and nothing is lost any more. No time passes. */
  meet(): void {
    for (const pair of [...this.cut]) {
      this.cut.delete(pair);
      const [a = 0, b = 0] = pair.split(' ').map(Number);
      this.join(a, b);
    }
    this.exchange();
  }

  /** Routers that are behind ask for snapshots, until none is. */
  exchange(): void {
    for (let left = 10_000; left > 0; left -= 1) {
      if (this.wire.length === 0) this.ask();
      if (this.wire.length === 0) return;
      this.deliver(0);
    }
  }

  /** Routers ask as they would after a beacon. */
  ask(): void {
    for (const [index, { presence }] of this.routers.entries())
      for (const [other] of this.reach(index)) {
        const { self, presence: theirs } = this.router(other);
        if (presence.isBehind(self.id, theirs.version))
          this.wire.push({ from: index, to: other, message: { type: 'want' } });
      }
  }

  /** Sockets of phones that went elsewhere are noticed, and grace ends. */
  settle(): void {
    this.meet();
    for (let round = 0; round < 30; round += 1) {
      this.now += GRACE_MS;
      for (const [index, router] of this.routers.entries()) {
        for (const name of [...router.locals.keys()])
          if (this.phones.find((phone) => phone.name === name)?.at !== index) router.locals.delete(name);
        router.presence.tick(this.now);
        this.publish(index);
      }
      this.exchange();
    }
  }
}

type Phone = { readonly name: string; at: number | undefined; claim: number };
const presenceOf = (self: Self) => new Presence(self, GRACE_MS, () => DEVICES_PER_ROUTER, IN_WORDS);

class Sim {
  readonly #name: string;
  #life = 1;
  self: Self;
  presence: Presence;
  readonly locals = new Map<string, Local>();

  constructor(name: string) {
    this.#name = name;
    this.self = selfOf(name);
    this.presence = presenceOf(this.self);
  }

  restart(): void {
    this.#life += 1;
    this.self = selfOf(this.#name, this.#life);
    this.presence = presenceOf(this.self);
    this.locals.clear();
  }
}

describe('islands that meet', () => {
  const step = fc.tuple(
    fc.constantFrom('hello', 'away', 'gone', 'deliver', 'deliver', 'deliver', 'lose', 'cut', 'mend', 'restart', 'wait'),
    fc.nat(100),
    fc.nat(100),
  );

  function play(world: Islands, [what, x, y]: [string, number, number]): void {
    const phone = world.phones[x % world.phones.length] as Phone;
    const pairs = [...world.pairs()];
    const [a, b] = pairs[y % pairs.length] ?? [0, 1];
    const index = y % world.routers.length;
    switch (what) {
      case 'hello':
        world.hello(phone, index);
        return;
      case 'away': {
        const known = world.router(index).locals.get(phone.name);
        if (known) world.router(index).locals.set(phone.name, { ...known, away: true });
        if (phone.at === index) phone.at = undefined;
        world.publish(index);
        return;
      }
      case 'gone':
        world.router(index).locals.delete(phone.name);
        if (phone.at === index) phone.at = undefined;
        world.publish(index);
        return;
      case 'deliver':
        world.deliver(x);
        return;
      case 'lose':
        world.wire.splice(x % Math.max(1, world.wire.length), 1);
        return;
      case 'cut':
        if (world.cut.has(`${a} ${b}`)) return;
        world.cut.add(`${a} ${b}`);
        world.part(a, b, x % 2 === 0 ? 'silent' : 'closed');
        return;
      case 'mend':
        if (world.cut.delete(`${a} ${b}`)) world.join(a, b);
        return;
      case 'restart':
        world.restart(index);
        return;
      case 'wait':
        world.now += x * 1_000;
        for (const { presence } of world.routers) presence.tick(world.now);
    }
  }

  it('agree as soon as all messages have arrived, whatever is still listed as away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.array(step, { maxLength: 120 }), (count, steps) => {
        const world = new Islands(count, 4);
        for (const one of steps) play(world, one);
        world.meet();
        const [first, ...others] = world.routers.map(({ presence }) => [...presence.places()].sort());
        for (const places of others) expect(places).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('end with one list, without ghosts, and with every device in its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.array(step, { maxLength: 120 }), (count, steps) => {
        const world = new Islands(count, 4);
        for (const one of steps) play(world, one);
        world.settle();
        const truth = world.phones
          .flatMap(({ name, at }) =>
            at === undefined ? [] : [`${idOf(name)} ${world.router(at).self.id} here ${name}`],
          )
          .sort();
        for (const { presence } of world.routers) expect([...presence.places()].sort()).toEqual(truth);
      }),
      { numRuns: 300 },
    );
  });
});
