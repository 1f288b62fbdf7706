import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId, DeviceSecret } from '../../protocol/signaling.ts';
import type { Incarnation, RouterId, Self } from './bus.ts';
import { claimKeyOf } from './claim.ts';
import type { PresenceMessage } from './messages.ts';
import { type Local, Presence } from './presence.ts';

const GRACE_MS = 30_000;
const idOf = (name: string): DeviceId => name.padEnd(12, '-') as DeviceId;
const keyOf = (name: string) => claimKeyOf(`secret of ${name}` as DeviceSecret);
const selfOf = (router: string, life = 1): Self => ({
  id: router.padEnd(16, '-') as RouterId,
  incarnation: life.toString(16).padStart(8, '0').padEnd(16, 'a') as Incarnation,
});
const local = (name: string, more: Partial<Local> = {}): Local => ({
  id: idOf(name),
  name,
  kind: 'phone',
  away: false,
  hellos: 1,
  key: keyOf(name),
  ...more,
});
const R1 = selfOf('r1');
const R2 = selfOf('r2');
const R3 = selfOf('r3');

/** Two routers that know each other, with devices at R2. */
function pair(...devices: readonly Local[]) {
  const [one, two] = [new Presence(R1, GRACE_MS), new Presence(R2, GRACE_MS)];
  one.joined(R2.id, R2.incarnation, 0);
  two.joined(R1.id, R1.incarnation, 0);
  two.publish(devices);
  two.receive(R1.id, one.snapshot(), 0);
  one.receive(R2.id, two.snapshot(), 0);
  return { one, two };
}

function published(presence: Presence, ...devices: readonly Local[]): PresenceMessage {
  const { message } = presence.publish(devices);
  if (message === undefined) throw new Error('nothing to publish');
  return message;
}

describe('copies of another router', () => {
  it('come by snapshot and follow by deltas', () => {
    const { one, two } = pair(local('a'));
    expect(one.find(idOf('a'))).toEqual({ name: 'a', kind: 'phone', away: false, router: R2.id });
    const outcome = one.receive(R2.id, published(two, local('a', { name: 'A' }), local('b')), 0);
    expect([...outcome.changed]).toEqual([idOf('a'), idOf('b')]);
    expect(one.find(idOf('a'))?.name).toBe('A');
    one.receive(R2.id, published(two, local('b')), 0);
    expect(one.find(idOf('a'))).toBeUndefined();
    expect(one.clientsOf(R2.id)).toBe(1);
  });

  it('show a gap by the version, and are repaired by a snapshot', () => {
    const { one, two } = pair();
    published(two, local('a'));
    const second = published(two, local('a'), local('b'));
    expect(one.isBehind(R2.id, two.version)).toBe(true);
    expect(one.receive(R2.id, second, 0)).toMatchObject({ want: true });
    expect(one.find(idOf('b'))).toBeUndefined();
    one.receive(R2.id, two.snapshot(), 0);
    expect(one.find(idOf('a'))).toBeDefined();
    expect(one.isBehind(R2.id, two.version)).toBe(false);
  });

  it('do not go back to what is older', () => {
    const { one, two } = pair(local('a'));
    const old = two.snapshot();
    const delta = published(two);
    one.receive(R2.id, delta, 0);
    expect(one.receive(R2.id, old, 0)).toMatchObject({ want: false });
    expect(one.receive(R2.id, delta, 0)).toMatchObject({ want: false });
    expect(one.find(idOf('a'))).toBeUndefined();
  });

  it('are gone at once when their router is silent', () => {
    const { one } = pair(local('a'));
    expect([...one.left(R2.id, 'silent', 100).changed]).toEqual([idOf('a')]);
    expect(one.find(idOf('a'))).toBeUndefined();
    expect(one.nextDue()).toBeUndefined();
  });

  it('are away for the time of grace when its process ended', () => {
    const { one } = pair(local('a'));
    one.left(R2.id, 'closed', 100);
    expect(one.find(idOf('a'))).toMatchObject({ away: true, router: R2.id });
    expect(one.nextDue()).toBe(100 + GRACE_MS);
    expect([...one.tick(100 + GRACE_MS).changed]).toEqual([idOf('a')]);
    expect(one.find(idOf('a'))).toBeUndefined();
    expect(one.nextDue()).toBeUndefined();
  });

  it('stay away after its process started again until they come back or grace ends', () => {
    const { one } = pair(local('a'), local('b'));
    one.left(R2.id, 'closed', 100);
    const life2 = selfOf('r2', 2);
    const again = new Presence(life2, GRACE_MS);
    one.joined(R2.id, life2.incarnation, 2_000);
    one.receive(R2.id, again.snapshot(), 2_000);
    expect(one.find(idOf('a'))).toMatchObject({ away: true });
    one.receive(R2.id, published(again, local('a')), 3_000);
    expect(one.find(idOf('a'))).toMatchObject({ away: false });
    expect(one.clientsOf(R2.id)).toBe(1);
    one.tick(100 + GRACE_MS);
    expect(one.find(idOf('a'))).toMatchObject({ away: false });
    expect(one.find(idOf('b'))).toBeUndefined();
  });

  it('are what it says when only the link was made anew', () => {
    const { one, two } = pair(local('a'), local('b'));
    one.left(R2.id, 'closed', 100);
    two.publish([local('b')]);
    one.joined(R2.id, R2.incarnation, 200);
    one.receive(R2.id, two.snapshot(), 200);
    expect(one.find(idOf('a'))).toBeUndefined();
    expect(one.find(idOf('b'))).toMatchObject({ away: false });
  });
});

describe('a device that moves', () => {
  it('belongs to the router where it said hello last', () => {
    const { one, two } = pair(local('a'));
    const claim = published(one, local('a'));
    expect(claim).toMatchObject({ put: [{ claim: 2 }] });
    expect(two.receive(R1.id, claim, 0)).toMatchObject({ lost: [{ device: idOf('a'), later: true }] });
    // A third router that still hears both sees the same.
    const three = new Presence(R3, GRACE_MS);
    three.joined(R1.id, R1.incarnation, 0);
    three.joined(R2.id, R2.incarnation, 0);
    three.receive(R1.id, one.snapshot(), 0);
    three.receive(R2.id, two.snapshot(), 0);
    expect(three.find(idOf('a'))?.router).toBe(R1.id);
  });

  it('and comes back claims again', () => {
    const { one, two } = pair(local('a'));
    two.receive(R1.id, published(one, local('a')), 0);
    two.publish([]);
    expect(published(two, local('a'))).toMatchObject({ put: [{ claim: 3 }] });
  });

  it('faster than the news of it goes may be at either: its page is to say hello again', () => {
    const { one, two } = pair();
    const [here, there] = [published(one, local('a')), published(two, local('a'))];
    expect(two.receive(R1.id, here, 0).lost).toEqual([]); // the greater id has it for now
    expect(one.receive(R2.id, there, 0).lost).toEqual([{ device: idOf('a'), later: false }]);
  });

  it('keeps its claim when it is only renamed', () => {
    const { one } = pair(local('a'));
    one.publish([local('a')]);
    expect(published(one, local('a', { name: 'A' }))).toMatchObject({ put: [{ claim: 2 }] });
  });

  it('is where it is not away when islands meet, whatever the claims', () => {
    const [one, two] = [new Presence(R1, GRACE_MS), new Presence(R2, GRACE_MS)];
    one.publish([local('a', { away: true })]);
    two.publish([local('a')]);
    one.joined(R2.id, R2.incarnation, 0);
    expect(one.receive(R2.id, two.snapshot(), 0).lost).toEqual([{ device: idOf('a'), later: false }]);
  });

  it('is not given up to a router that it never said hello to', () => {
    const { one } = pair();
    one.publish([local('a')]);
    const liar = new Presence(R2, GRACE_MS);
    liar.publish([]);
    const forged = published(liar, local('a', { key: keyOf('guess'), hellos: 9 }));
    if (forged.type !== 'delta') throw new Error('a delta is expected');
    const high = { ...forged, put: forged.put.map((entry) => ({ ...entry, claim: 1_000 })) };
    expect(one.receive(R2.id, high, 0).lost).toEqual([]);
  });

  it('is given up when its socket closes and it has been elsewhere all the while', () => {
    const [one, two] = [new Presence(R1, GRACE_MS), new Presence(R2, GRACE_MS)];
    one.publish([local('a')]);
    two.publish([local('a')]);
    two.joined(R1.id, R1.incarnation, 0);
    // Islands meet, equal claims: the greater id has it for now.
    expect(two.receive(R1.id, one.snapshot(), 0).lost).toEqual([]);
    expect(two.publish([local('a', { away: true })]).lost).toEqual([{ device: idOf('a'), later: false }]);
  });
});

/** Routers, devices that walk between them, and a network that loses, delays and reorders. */
class Islands {
  readonly routers: Sim[];
  readonly phones: Phone[];
  readonly cut = new Set<string>();
  readonly wire: { from: number; to: number; message: PresenceMessage | { type: 'want' } }[] = [];
  now = 0;

  constructor(routers: number, phones: number) {
    this.routers = Array.from({ length: routers }, (_, index) => new Sim(`r${index}`));
    this.phones = Array.from({ length: phones }, (_, index) => ({ name: `p${index}`, at: undefined, hellos: 0 }));
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
    phone.hellos += 1;
    const { name, hellos } = phone;
    this.router(at).locals.set(name, local(name, { hellos }));
    this.publish(at);
  }

  publish(index: number): void {
    const { presence, locals } = this.router(index);
    const { message, lost } = presence.publish(locals.values());
    if (message) for (const [to] of this.reach(index)) this.wire.push({ from: index, to, message });
    this.lose(index, lost);
  }

  *reach(index: number): Generator<[number]> {
    for (const [a, b] of this.pairs())
      if ((a === index || b === index) && !this.cut.has(`${a} ${b}`)) yield [a === index ? b : a];
  }

  lose(index: number, lost: readonly { readonly device: DeviceId }[]): void {
    for (const { device } of lost) {
      const phone = this.phones.find(({ name }) => idOf(name) === device);
      if (phone === undefined || !this.router(index).locals.delete(phone.name)) continue;
      this.publish(index);
      if (phone.at === index) this.hello(phone, index); // it is here, so its page connects again
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

  /** Sockets of phones that went elsewhere are noticed, grace ends, and nothing is lost any more. */
  settle(): void {
    for (const pair of [...this.cut]) {
      this.cut.delete(pair);
      const [a = 0, b = 0] = pair.split(' ').map(Number);
      this.join(a, b);
    }
    for (let round = 0; round < 30; round += 1) {
      this.now += GRACE_MS;
      for (const [index, router] of this.routers.entries()) {
        for (const name of [...router.locals.keys()])
          if (this.phones.find((phone) => phone.name === name)?.at !== index) router.locals.delete(name);
        router.presence.tick(this.now);
        this.publish(index);
        for (const [other] of this.reach(index))
          if (router.presence.isBehind(this.router(other).self.id, this.router(other).presence.version))
            this.wire.push({ from: index, to: other, message: { type: 'want' } });
      }
      for (let left = 10_000; this.wire.length > 0 && left > 0; left -= 1) this.deliver(0);
    }
  }
}

type Phone = { readonly name: string; at: number | undefined; hellos: number };
class Sim {
  readonly #name: string;
  #life = 1;
  self: Self;
  presence: Presence;
  readonly locals = new Map<string, Local>();

  constructor(name: string) {
    this.#name = name;
    this.self = selfOf(name);
    this.presence = new Presence(this.self, GRACE_MS);
  }

  restart(): void {
    this.#life += 1;
    this.self = selfOf(this.#name, this.#life);
    this.presence = new Presence(this.self, GRACE_MS);
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

  it('end with one list, without ghosts, and with everybody where they are', () => {
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
