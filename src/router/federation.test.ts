/** Hubs of several routers over the bus in memory: what clients of one are told about clients of the others. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { membership } from '../protocol/groups.ts';
import { type SignedHello, signedHello } from '../protocol/hello-event.ts';
import { idOf as idOfKey, publicKeyOf, type SecretKey } from '../protocol/keys.ts';
import {
  type Challenge,
  CLOSE,
  type ConnectionId,
  type Device,
  type DeviceId,
  REFUSALS,
  type RouterMessage,
} from '../protocol/signaling.ts';
import { Federation } from './federation.ts';
import { LIMITS } from './limits/limits.ts';
import { DEVICES_PER_ROUTER, DEVICES_PER_UNKNOWN_ROUTER, KNOWN_AFTER_MS } from './mesh/acquaintances.ts';
import type { BackhaulAddress } from './mesh/apart.ts';
import type { About, BusEvents, Incarnation, RouterId, Self } from './mesh/bus.ts';
import { Claims } from './mesh/claims.ts';
import type { Listed, MeshMessage } from './mesh/messages.ts';
import { OtherRouters } from './mesh/other-routers.ts';
import { Presence } from './mesh/presence.ts';
import { Switch } from './mesh/testing/in-process.ts';
import { Hub, type PresentMessage } from './signaling/hub.ts';
import { RunningHub } from './signaling/running-hub.ts';
import type { Belonging } from './signaling/sight.ts';

const CONNECTION = '0123456789abcdef' as ConnectionId;
const OFFER = { type: 'offer', sdp: 's' } as const;
const secretOf = (name: string): SecretKey => createHash('sha256').update(name).digest('base64url') as SecretKey;
const idOf = (name: string): DeviceId => idOfKey(publicKeyOf(secretOf(name)));
let claims = 0;
/** As the device signs it, each time with a higher claim. */
const helloOf = (name: string, router: string, claim = ++claims): SignedHello =>
  signedHello(secretOf(name), { router, challenge: 'A'.repeat(22) as Challenge, claim });
const listedAt = (router: RouterId, name: string): Listed => ({
  id: idOf(name),
  name,
  kind: 'phone',
  ...helloOf(name, router),
});
const selfOf = (name: string): Self => ({
  id: name.padEnd(16, '-') as RouterId,
  incarnation: '0000000100000001' as Incarnation,
});

type PlaceOptions = { readonly trust?: 'key' | 'open'; readonly isHeardOverIpv6?: boolean };

/** A router whose clients' sockets are named after them, with `@` and the router. */
class Place {
  readonly self: Self;
  readonly hub: RunningHub<string>;
  readonly others: OtherRouters;
  readonly federation: Federation<string>;
  readonly told = new Map<string, RouterMessage[]>();
  readonly closed = new Map<string, number>();
  stunAnswers = true;
  backhaul: BackhaulAddress | undefined;
  /** True when the kernel has a route to 10.9.9.9. */
  hasRoute = false;
  /** Called when a client was told something. */
  onTold = () => {};
  #events: BusEvents | undefined;

  constructor(name: string, net: Switch, options: PlaceOptions = {}) {
    this.self = selfOf(name);
    this.others = new OtherRouters(
      async (_, to) => to !== '10.9.9.9' || this.hasRoute,
      ({ address }) => address.startsWith('192.168.'),
      () => true,
    );
    const hub = new Hub<string>({
      router: { id: this.self.id, name },
      iceServersFor: (device, peer) => [
        { urls: `stun:${device.id}:${'address' in peer ? 'near' : peer.stun?.address}` },
      ],
      stunOf: (router) => this.others.stunOf(router),
      apartFrom: (router) => this.others.apartFrom(router),
      ...LIMITS,
      settledMs: 0,
      deltaIntervalMs: 0,
    });
    this.hub = new RunningHub(hub);
    const bus = net.bus(this.self);
    const start = (events: BusEvents): Promise<void> => {
      this.#events = events;
      return bus.start(events);
    };
    this.federation = new Federation<string>({
      bus: { ...bus, start, isOnBackhaul: (id) => options.isHeardOverIpv6 !== false && bus.isOnBackhaul(id) },
      trust: options.trust ?? 'key',
      hub: this.hub,
      others: this.others,
      name,
      stun: () =>
        this.stunAnswers ? { address: name === 'r2' ? '192.168.1.2' : '203.0.113.1', port: 3478 } : undefined,
      backhaul: () => this.backhaul,
      graceMs: 30_000,
    });
    this.hub.start({
      sockets: {
        send: (to, message) => {
          for (const socket of to) this.told.set(socket, [...(this.told.get(socket) ?? []), message]);
          this.onTold();
        },
        close: (socket, code) => this.closed.set(socket, code),
      },
      routers: this.federation,
    });
  }

  /** Another router had its id. */
  renamed(): void {
    this.#events?.renamed(this.self.id);
  }

  /** A router that lies believes a hello that says nothing to it. */
  join(name: string, hello = helloOf(name, this.self.id), belonging: Belonging = {}): void {
    const arrival = { id: idOf(name), name, kind: 'phone', address: '10.0.0.1', hello, saidTo: this.self.id } as const;
    this.hub.happen((hub, now) => hub.hello(name, { ...arrival, ...belonging }, now));
  }

  say(name: string, message: PresentMessage): void {
    this.hub.happen((hub, now) => hub.receive(name, message, now));
  }

  /** The list that a client has. */
  list(name: string): readonly Device[] {
    const devices = new Map<DeviceId, Device>();
    for (const message of this.told.get(name) ?? []) {
      if (message.type === 'welcome') for (const device of message.devices) devices.set(device.id, device);
      if (message.type !== 'delta') continue;
      for (const device of message.put ?? []) devices.set(device.id, device);
      for (const id of message.gone ?? []) devices.delete(id);
    }
    return [...devices.values()];
  }

  heard<T extends RouterMessage['type']>(name: string, type: T): readonly (RouterMessage & { type: T })[] {
    return (this.told.get(name) ?? []).filter(
      (message): message is RouterMessage & { type: T } => message.type === type,
    );
  }
}

/** A second without new events: all consequences of earlier ones have arrived by then, or never will. */
const settled = () => vi.advanceTimersByTimeAsync(1_000);

let places: Place[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
  for (const { hub } of places) hub.stop();
  await Promise.all(places.map(({ federation }) => federation.stop()));
  places = [];
});

const routers = (...names: readonly string[]) => routersWith({}, ...names);

async function routersWith(
  options: PlaceOptions,
  ...names: readonly string[]
): Promise<{ net: Switch; all: readonly Place[] }> {
  const net = new Switch();
  places = names.map((name) => new Place(name, net, options));
  for (const { federation } of places) await federation.start();
  return { net, all: places };
}

/** A router that is a script, with devices as they really said hello to it, or with whatever else it lists. */
async function scripted(net: Switch, name: string, ...lists: readonly (string | Listed)[]) {
  const bus = net.bus(selfOf(name));
  const { id, incarnation } = bus.self;
  const heard: MeshMessage[] = [];
  const devices = lists.map((one) => (typeof one === 'string' ? listedAt(id, one) : one));
  await bus.start({
    joined: (member) => {
      bus.send(member.id, { type: 'about', about: { name } });
      bus.send(member.id, { type: 'snapshot', incarnation, version: 1, devices });
    },
    left: () => {},
    received: (_, message) => void heard.push(message),
    advertised: () => {},
    renamed: () => {},
  });
  return { bus, heard };
}

describe('two routers whose devices cannot reach each other', () => {
  const call = (place: Place, from: string, to: string) =>
    place.say(from, { type: 'connect', to: idOf(to), connection: CONNECTION });

  it.each([
    ['same-address', '192.168.1.1', '192.168.1.1'],
    ['other-network', '192.168.1.1', '10.9.9.9'],
  ] as const)('%s: say so on both sides, and to who calls, until it is mended', async (reason, ours, theirs) => {
    const { all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.backhaul = { address: ours, prefix: 24 };
    two.backhaul = { address: theirs, prefix: 24 };
    one.join('ann');
    two.join('bob');
    await settled();
    expect(one.list('ann')).toHaveLength(1);
    expect(one.federation.status().routers).toMatchObject([{ apart: reason }]);
    call(one, 'ann', 'bob');
    expect(one.heard('ann', 'unreachable')).toEqual([
      { type: 'unreachable', to: idOf('bob'), connection: CONNECTION, reason },
    ]);
    two.backhaul = { address: '192.168.1.2', prefix: 24 };
    await settled();
    expect(one.federation.status().routers[0]?.apart).toBeUndefined();
    call(one, 'ann', 'bob');
    expect(one.heard('ann', 'ice')).toHaveLength(1);
  });

  it('have one address: a third router says so of both, and to who calls, until it is mended', async () => {
    const { all } = await routers('r1', 'r2', 'r3');
    const [one, two, three] = all as [Place, Place, Place];
    one.backhaul = { address: '192.168.1.1', prefix: 24 };
    two.backhaul = { address: '192.168.1.2', prefix: 24 };
    three.backhaul = { address: '192.168.1.2', prefix: 24 };
    one.join('ann');
    two.join('bob');
    await settled();
    expect(one.federation.status().routers).toMatchObject([
      { apart: 'shared-address', backhaul: { address: '192.168.1.2', prefix: 24 } },
      { apart: 'shared-address' },
    ]);
    call(one, 'ann', 'bob');
    expect(one.heard('ann', 'unreachable')).toMatchObject([{ to: idOf('bob'), reason: 'same-address' }]);
    three.backhaul = { address: '192.168.1.3', prefix: 24 };
    await settled();
    expect(one.federation.status().routers.map(({ apart }) => apart)).toEqual([undefined, undefined]);
    call(one, 'ann', 'bob');
    expect(one.heard('ann', 'ice')).toHaveLength(1);
  });

  it('tell no address of one that may be a phone which plays a router: boxes would give way to it', async () => {
    const { all } = await routersWith({ isHeardOverIpv6: false }, 'r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.backhaul = { address: '192.168.1.1', prefix: 24 };
    two.backhaul = { address: '192.168.1.1', prefix: 24 };
    await settled();
    const [seen] = one.federation.status().routers;
    expect(seen).toMatchObject({ id: two.self.id, apart: 'same-address' });
    expect(seen?.backhaul).toBeUndefined();
  });

  it('are apart as long as there is no route, which comes after the address and may go', async () => {
    const { all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.backhaul = { address: '192.168.1.1', prefix: 24 };
    two.backhaul = { address: '10.9.9.9', prefix: 24 };
    for (const hasRoute of [false, true, false]) {
      one.hasRoute = hasRoute;
      await settled();
      expect(one.others.apartFrom(two.self.id)).toBe(hasRoute ? undefined : 'other-network');
    }
  });

  it('are not apart when there is a route, or when no address is stated', async () => {
    const { all } = await routers('r1', 'r2', 'r3');
    const [one, two] = all as [Place, Place];
    one.backhaul = { address: '192.168.1.1', prefix: 24 };
    two.backhaul = { address: '10.1.1.1', prefix: 24 };
    one.join('ann');
    two.join('bob');
    await settled();
    expect(one.list('ann')).toHaveLength(1);
    call(one, 'ann', 'bob');
    expect(one.heard('ann', 'ice')).toHaveLength(1);
    expect(one.federation.status().routers.map(({ apart }) => apart)).toEqual([undefined, undefined]);
  });
});

describe('in an open mesh', () => {
  it('eight devices of an unknown router are accepted, and all of them once it has been there for a while', async () => {
    const { all } = await routersWith({ trust: 'open' }, 'r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.join('ann');
    for (let device = 0; device < 12; device++) two.join(`d${device}`);
    await settled();
    expect(one.list('ann')).toHaveLength(DEVICES_PER_UNKNOWN_ROUTER);
    expect(two.list('d0')).toHaveLength(12);
    await vi.advanceTimersByTimeAsync(KNOWN_AFTER_MS);
    expect(one.list('ann')).toHaveLength(12);
  });

  it('only eight devices are ever accepted from a router at the address of another one', async () => {
    const { net, all } = await routersWith({ trust: 'open' }, 'r1');
    const [one] = all as [Place];
    const join = async (self: Self, address: string, about: About) => {
      const bus = net.bus(self, address);
      const locals = Array.from({ length: 12 }, (_, device) => {
        const name = `${about.name}-${device}`;
        const hello = helloOf(name, self.id);
        return { id: idOf(name), name, kind: 'phone', away: false, hello, saidTo: self.id } as const;
      });
      const presence = new Presence(self, 0, () => DEVICES_PER_ROUTER, new Claims(() => 0));
      presence.publish(locals);
      await bus.start({
        joined: ({ id }) => {
          bus.send(id, { type: 'about', about });
          bus.send(id, presence.snapshot());
        },
        left: () => {},
        received: (from, { type }) => void (type === 'want' && bus.send(from, presence.snapshot())),
        advertised: () => {},
        renamed: () => {},
      });
    };
    const clients = () => one.federation.status().routers.map((router) => router.clients);
    const backhaul = { address: '192.168.1.2', prefix: 24 };
    await join(selfOf('r2'), 'fe80::2%bh0', { name: 'r2', backhaul });
    await settled(); // the first router at an address keeps it
    await join(selfOf('f1'), backhaul.address, { name: 'f1' });
    await join(selfOf('r3'), '192.168.1.3', { name: 'r3' });
    await settled();
    expect(clients()).toEqual([8, 8, 8]);
    await vi.advanceTimersByTimeAsync(KNOWN_AFTER_MS);
    expect(clients()).toEqual([12, 8, 12]);
  });
});

describe('the mark of the status', () => {
  it('changes whenever a device comes, goes, walks or is renamed, or a router loses a link or its id, and not in between', async () => {
    const { net, all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    const texts = [one.federation.standing()];
    const moves = [
      () => one.join('ann'),
      () => two.join('bob'),
      () => two.join('cid'),
      () => two.say('cid', { type: 'rename', name: 'Cid' }),
      () => one.join('cid'),
      () => two.say('bob', { type: 'bye' }),
      () => net.cut(one.self.id, two.self.id),
      () => one.renamed(),
    ];
    const parted = moves.slice(-2);
    for (const move of moves) {
      move();
      await settled();
      expect(texts.includes(one.federation.standing())).toBe(false);
      // Until all consequences have arrived.
      await settled();
      expect(two.federation.status().presence === one.federation.status().presence).toBe(!parted.includes(move));
      texts.push(one.federation.standing());
      expect(one.federation.standing()).toBe(texts.at(-1));
    }
  });

  it('is computed without looking at every device; their list is made once for each change', async () => {
    const { all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    two.join('bob');
    await settled();
    expect(one.federation.status().devices).toBe(1);
    const looks = vi.spyOn(Presence.prototype, 'places');
    one.federation.standing();
    one.federation.status();
    one.federation.status();
    expect(looks).not.toHaveBeenCalled();
    looks.mockRestore();
  });
});

describe('devices of two routers', () => {
  it('see each other, with the name of the other router, own ones first', async () => {
    const { all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.join('ann');
    two.join('bob');
    await settled();
    expect(one.list('ann')).toEqual([{ id: idOf('bob'), name: 'bob', kind: 'phone', router: 'r2' }]);
    expect(two.list('bob').map(({ router }) => router)).toEqual(['r1']);
    one.join('cid');
    expect(one.list('cid').map(({ name }) => name)).toEqual(['ann', 'bob']);
    await settled();
    expect(one.federation.status().devices).toBe(3);
    expect(one.federation.status().routers).toMatchObject([{ name: 'r2', clients: 1 }]);
    expect(two.federation.status().presence).toBe(one.federation.status().presence);
  });

  it('call each other: the caller is announced before the call, and each side gets the STUN of the other', async () => {
    const { all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    two.join('bob');
    one.join('ann');
    await settled();
    expect(one.list('ann')).toHaveLength(1);
    one.join('new');
    one.say('new', { type: 'connect', to: idOf('bob'), connection: CONNECTION });
    expect(one.heard('new', 'ice')).toMatchObject([{ iceServers: [{ urls: `stun:${idOf('new')}:192.168.1.2` }] }]);
    one.say('new', { type: 'signal', to: idOf('bob'), connection: CONNECTION, signal: { type: 'offer', sdp: 's' } });
    await settled();
    expect(two.heard('bob', 'signal')).toHaveLength(1);
    const [call] = two.heard('bob', 'signal');
    // A server outside private networks is given to nobody.
    expect(call).toMatchObject({ from: idOf('new'), iceServers: [{ urls: `stun:${idOf('bob')}:undefined` }] });
    const told = two.told.get('bob') ?? [];
    const introduced = told.findIndex((m) => m.type === 'delta' && m.put?.some(({ id }) => id === idOf('new')));
    expect(introduced).toBeGreaterThanOrEqual(0);
    expect(introduced).toBeLessThan(told.findIndex(({ type }) => type === 'signal'));
  });

  it('are passed refusals for every reason, unchanged', async () => {
    const { net, all } = await routers('r1');
    const [one] = all as [Place];
    const { bus, heard } = await scripted(net, 'new', 'bob');
    await settled();
    for (const reason of REFUSALS) {
      const signal = { type: 'refuse', reason } as const;
      const message = { type: 'signal', from: idOf('ann'), to: idOf('bob'), connection: CONNECTION, signal } as const;
      expect(one.federation.pass(bus.self.id, message)).toBe(true);
    }
    await settled();
    expect(heard.flatMap((message) => (message.type === 'signal' ? [message.signal] : []))).toEqual(
      REFUSALS.map((reason) => ({ type: 'refuse', reason })),
    );
  });

  it('get the STUN of the other side together with its first device, even if STUN is up later than the link', async () => {
    const { all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.join('ann');
    two.stunAnswers = false;
    two.join('old');
    await settled();
    expect(one.list('ann')).toHaveLength(1);
    expect(one.others.stunOf(two.self.id)).toBeUndefined();
    // At the very moment when the list has the device, and not a message later.
    let known: unknown;
    one.onTold = () => {
      if (one.list('ann').length === 2) known ??= [one.others.stunOf(two.self.id)];
    };
    two.stunAnswers = true;
    two.join('bob');
    await settled();
    expect(known).toEqual([{ address: '192.168.1.2', port: 3478 }]);
  });

  it('are told when the other one is gone', async () => {
    const { net, all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.join('ann');
    two.join('bob');
    await settled();
    expect(one.list('ann')).toHaveLength(1);
    two.say('bob', { type: 'bye' });
    one.say('ann', { type: 'signal', to: idOf('bob'), connection: CONNECTION, signal: { type: 'offer', sdp: 's' } });
    await settled();
    expect(one.heard('ann', 'unreachable')).toEqual([{ type: 'unreachable', to: idOf('bob'), connection: CONNECTION }]);
    two.join('bob');
    await settled();
    expect(one.list('ann')).toHaveLength(1);
    net.cut(one.self.id, two.self.id);
    await settled();
    expect(one.list('ann')).toEqual([]);
    expect(one.federation.status().departed).toMatchObject([{ id: two.self.id, name: 'r2' }]);
    one.say('ann', { type: 'connect', to: idOf('bob'), connection: CONNECTION });
    expect(one.heard('ann', 'unreachable')).toHaveLength(2);
    net.mend(one.self.id, two.self.id);
    await settled();
    expect(one.list('ann')).toHaveLength(1);
    expect(one.federation.status()).toMatchObject({ departed: [], routers: [{ id: two.self.id, linked: true }] });
  });

  it('are not reached through a third router', async () => {
    const { net, all } = await routers('r1', 'r2', 'r3');
    const [one, , three] = all as [Place, Place, Place];
    one.join('ann');
    three.join('cid');
    await settled();
    expect(one.list('ann')).toHaveLength(1);
    net.cut(one.self.id, three.self.id);
    await settled();
    expect(one.list('ann')).toEqual([]);
  });
});

describe('a device', () => {
  it('that walks stays one device, and its old page is told', async () => {
    const { all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.join('ann');
    one.join('walker');
    await settled();
    expect(two.federation.status().devices).toBe(2);
    two.join('walker');
    await settled();
    expect(one.list('ann')).toMatchObject([{ name: 'walker', router: 'r2' }]);
    expect(one.closed.get('walker')).toBe(CLOSE.replaced);
    expect(one.heard('ann', 'delta').flatMap(({ gone = [] }) => gone)).toEqual([]);
    one.join('walker');
    await settled();
    expect(two.closed.get('walker')).toBe(CLOSE.replaced);
    expect(one.list('ann')).toEqual([{ id: idOf('walker'), name: 'walker', kind: 'phone' }]);
  });

  it('cannot be claimed by a router to which it never said hello, whoever hears the lie', async () => {
    const { all } = await routers('r1', 'r2', 'r3');
    const [one, two, three] = all as [Place, Place, Place];
    one.join('ann');
    one.join('victim');
    three.join('cid');
    two.join('witness');
    await settled();
    for (const [place, name] of [
      [one, 'ann'],
      [three, 'cid'],
    ] as const)
      expect(place.list(name).some((device) => device.name === 'witness')).toBe(true);
    // What the victim said to the first router, copied off the wire.
    two.join('victim', helloOf('victim', one.self.id));
    await settled();
    // A router that lists it anyway lies, and is ignored from then on.
    for (const [place, name, victim] of [
      [one, 'ann', { id: idOf('victim'), name: 'victim', kind: 'phone' }],
      [three, 'cid', { id: idOf('victim'), name: 'victim', kind: 'phone', router: 'r1' }],
    ] as const) {
      expect(place.list(name).some((device) => device.name === 'witness')).toBe(false);
      expect(place.federation.status().routers.map(({ id }) => id)).not.toContain(two.self.id);
      expect(place.list(name)).toContainEqual(victim);
    }
    expect(one.closed.size).toBe(0);
    // Calls for it still go where it is.
    three.say('cid', { type: 'signal', to: idOf('victim'), connection: CONNECTION, signal: OFFER });
    await settled();
    expect(one.heard('victim', 'signal')).toMatchObject([{ from: idOf('cid') }]);
  });

  it('is not called at a router that invented it, which is ignored from then on', async () => {
    const { net, all } = await routers('r1');
    const [one] = all as [Place];
    one.join('ann');
    const invented = { ...listedAt('somewhere-else--' as RouterId, 'nobody'), name: 'mayor' };
    const { bus, heard } = await scripted(net, 'rogue', invented);
    await settled();
    expect(one.list('ann')).toMatchObject([{ name: 'mayor', router: 'rogue' }]);
    one.say('ann', { type: 'signal', to: idOf('nobody'), connection: CONNECTION, signal: OFFER });
    await settled();
    expect(heard.filter(({ type }) => type === 'signal')).toEqual([]);
    expect(one.heard('ann', 'unreachable')).toMatchObject([{ to: idOf('nobody') }]);
    expect(one.federation.status().routers).toEqual([]);
    expect(bus.status().members).toEqual([]);
    expect(one.list('ann')).toEqual([]);
  });

  it('does not call from a router that invented it: nobody here hears of the call', async () => {
    const { net, all } = await routers('r1');
    const [one] = all as [Place];
    one.join('ann');
    const invented = { ...listedAt('somewhere-else--' as RouterId, 'friend'), name: 'mayor' };
    const { bus } = await scripted(net, 'rogue', invented);
    await settled();
    bus.send(one.self.id, {
      type: 'signal',
      from: idOf('friend'),
      to: idOf('ann'),
      connection: CONNECTION,
      signal: OFFER,
    });
    await settled();
    expect(one.heard('ann', 'signal')).toEqual([]);
    expect(one.federation.status()).toMatchObject({ routers: [], dropped: 1 });
    expect(one.list('ann')).toEqual([]);
  });

  it('that has just left is unreachable, and its router is no liar', async () => {
    const { all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.join('ann');
    two.join('bob');
    await settled();
    const message = {
      type: 'signal',
      from: idOf('ann'),
      to: idOf('gone'),
      connection: CONNECTION,
      signal: OFFER,
    } as const;
    expect(one.federation.pass(two.self.id, message)).toBe(false);
    await settled();
    expect(one.list('ann')).toHaveLength(1);
  });

  it('of one router cannot be impersonated by another router', async () => {
    const { net, all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.join('ann');
    one.join('cid');
    const rogue = net.bus(selfOf('rogue'));
    let refused = 0;
    await rogue.start({
      joined: () => {},
      left: () => {},
      received: (_, message) => {
        if (message.type === 'unreachable') refused += 1;
      },
      advertised: () => {},
      renamed: () => {},
    });
    await settled();
    expect(one.federation.status().routers.length).toBe(2);
    const call = {
      type: 'signal',
      to: idOf('ann'),
      connection: CONNECTION,
      signal: { type: 'offer', sdp: '' },
    } as const;
    for (const from of ['cid', 'nobody']) rogue.send(one.self.id, { ...call, from: idOf(from) });
    await settled();
    expect(refused).toBe(2);
    expect(one.heard('ann', 'signal')).toEqual([]);
    // A flood is cut to the allowance of a neighbour.
    for (let count = 0; count < 5_000; count += 1) rogue.send(one.self.id, { ...call, from: idOf('nobody') });
    await settled();
    expect(one.federation.status().dropped).toBeGreaterThan(2_000);
    expect(two.federation.status().dropped).toBe(0);
  });
});

describe('a device that only its groups may see, over two routers', () => {
  /** That `name` belongs to `group`, signed with the key of `signer`. */
  const memberOf = (name: string, group: string, signer = group) => {
    const key = publicKeyOf(secretOf(name));
    return { key, of: [membership(secretOf(signer), publicKeyOf(secretOf(group)), key)] };
  };
  /** `kin` at the first router belongs to the family; `mum` at the second one hides. */
  async function shelter() {
    const { net, all } = await routers('r1', 'r2');
    const [one, two] = all as [Place, Place];
    one.join('kin', undefined, { member: memberOf('kin', 'family') });
    one.join('out');
    two.join('mum', undefined, { member: memberOf('mum', 'family'), onlyGroups: true });
    await settled();
    return { net, one, two };
  }
  const call = (place: Place, from: string, to: string) => {
    place.say(from, { type: 'connect', to: idOf(to), connection: CONNECTION });
    place.say(from, { type: 'signal', to: idOf(to), connection: CONNECTION, signal: OFFER });
  };

  it('is listed to members and calls reach it from them alone', async () => {
    const { one, two } = await shelter();
    expect(one.list('kin').find(({ name }) => name === 'mum')?.member?.key).toBe(publicKeyOf(secretOf('mum')));
    expect(one.list('out').map(({ name }) => name)).toEqual(['kin']);
    call(one, 'out', 'mum');
    expect(one.heard('out', 'unreachable')).toHaveLength(2);
    call(one, 'kin', 'mum');
    await settled();
    expect(two.heard('mum', 'signal').map(({ from }) => from)).toEqual([idOf('kin')]);
  });

  it('is called by no device that shows a membership of somebody else, whatever its router lets through', async () => {
    const { net, two } = await shelter();
    const stolen = { ...memberOf('kin', 'family'), key: publicKeyOf(secretOf('thief')) };
    const self = selfOf('r0');
    const thief: Listed = { ...listedAt(self.id, 'thief'), groups: stolen.of };
    const honest: Listed = { ...listedAt(self.id, 'dad'), groups: memberOf('dad', 'family').of };
    const rogue = await scripted(net, 'r0', thief, honest);
    await settled();
    for (const name of ['thief', 'dad']) {
      const from = idOf(name);
      rogue.bus.send(two.self.id, { type: 'signal', from, to: idOf('mum'), connection: CONNECTION, signal: OFFER });
    }
    await settled();
    expect(two.heard('mum', 'signal').map(({ from }) => from)).toEqual([idOf('dad')]);
    expect(rogue.heard).toContainEqual({
      type: 'unreachable',
      from: idOf('thief'),
      to: idOf('mum'),
      connection: CONNECTION,
    });
  });

  it('shows itself to whom it calls at the other router, and gets the answer', async () => {
    const { one, two } = await shelter();
    call(two, 'mum', 'out');
    await settled();
    expect(one.list('out').map(({ name }) => name)).toContain('mum');
    one.say('out', { type: 'signal', to: idOf('mum'), connection: CONNECTION, signal: { type: 'answer', sdp: 's' } });
    await settled();
    expect(two.heard('mum', 'signal').map(({ from }) => from)).toEqual([idOf('out')]);
  });

  it('hides again with its next hello, at every router', async () => {
    const { one, two } = await shelter();
    two.join('mum', undefined, { member: memberOf('mum', 'family') });
    await settled();
    expect(one.list('out').map(({ name }) => name)).toContain('mum');
    two.join('mum', undefined, { member: memberOf('mum', 'family'), onlyGroups: true });
    await settled();
    expect(one.list('out').map(({ name }) => name)).toEqual(['kin']);
    expect(one.list('kin').map(({ name }) => name)).toContain('mum');
  });
});
