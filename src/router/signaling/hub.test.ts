import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SNAPSHOT_BYTES } from '../../protocol/limits.ts';
import {
  CLOSE,
  type ConnectionId,
  type Device,
  type DeviceId,
  type DeviceSecret,
  parseRouterMessage,
  REFUSALS,
  type Refusal,
  type RouterMessage,
} from '../../protocol/signaling.ts';
import { LIMITS, type Limits } from '../limits/limits.ts';
import type { RouterId } from '../mesh/bus.ts';
import { claimKeyOf } from '../mesh/claim.ts';
import type { Effect } from './effects.ts';
import { Hub, type HubOptions } from './hub.ts';

const INTERVAL_MS = 200;
const GRACE_MS = 30_000;
const CONNECTION = '0123456789abcdef' as ConnectionId;
const KEY = claimKeyOf('the secret of a device' as DeviceSecret);
const idOf = (name: string): DeviceId => name.padEnd(12, '-') as DeviceId;

/** A hub whose sockets are strings, a clock one sets, and what each socket was sent. */
function lab(options: Partial<Limits & Pick<HubOptions, 'apartFrom'>> = {}) {
  const hub = new Hub<string>({
    router: { id: 'r1', name: 'R1' },
    iceServersFor: (device, peer) => [{ urls: `stun:${device.id}@${device.address}:${peer.id}` }],
    ...LIMITS,
    graceMs: GRACE_MS,
    deltaIntervalMs: INTERVAL_MS,
    settledMs: 0,
    ...options,
  });
  let now = 1000;
  return {
    hub,
    join: (name: string, socket = name, address = `at-${socket}`, anyRefusal?: boolean) =>
      hub.hello(socket, { id: idOf(name), name, kind: 'phone', address, key: KEY, anyRefusal }, now),
    say: (socket: string, message: Parameters<typeof hub.receive>[1]) => hub.receive(socket, message, now),
    take: (router: string, message: Parameters<typeof hub.take>[1]) => hub.take(router as RouterId, message, now),
    drop: (socket: string) => hub.leave(socket, now),
    place: (name: string, far: { router: string; away: boolean } | undefined) => {
      const { router = '', away = false } = far ?? {};
      const remote = {
        name,
        kind: 'phone',
        away,
        router: router as RouterId,
        routerName: router.toUpperCase(),
      } as const;
      return hub.place([[idOf(name), far && remote]], [], now);
    },
    surrender: (name: string) => hub.place([], [{ device: idOf(name), code: CLOSE.replaced }], now),
    pass: (ms: number) => {
      now += ms;
      return hub.tick(now);
    },
    due: () => {
      const at = hub.nextDue();
      return at === undefined ? undefined : at - now;
    },
  };
}

const sentTo = (socket: string, effects: readonly Effect<string>[]): RouterMessage[] =>
  effects.flatMap((effect) => (effect.type === 'send' && effect.to.includes(socket) ? [effect.message] : []));
const phone = (name: string, more: Partial<Device> = {}): Device => ({ id: idOf(name), name, kind: 'phone', ...more });

describe('arriving', () => {
  it('is answered with who is here, without oneself', () => {
    const { join } = lab();
    join('a');
    const welcome = {
      type: 'welcome',
      version: 1,
      self: idOf('b'),
      router: { id: 'r1', name: 'R1' },
      devices: [phone('a')],
      answers: true,
    };
    expect(sentTo('b', join('b'))).toEqual([welcome]);
  });

  it('is told to the others at once after a quiet time', () => {
    const { join, pass } = lab();
    join('a');
    pass(INTERVAL_MS);
    expect(sentTo('a', join('b'))).toEqual([{ type: 'delta', put: [phone('b')] }]);
  });

  it('in a crowd is told in one frame after the interval', () => {
    const { join, pass, due } = lab();
    join('a');
    pass(INTERVAL_MS);
    join('b');
    expect(
      [...join('c'), ...join('d')].filter((effect) => effect.type === 'send' && effect.message.type === 'delta'),
    ).toEqual([]);
    expect(due()).toBe(INTERVAL_MS);
    const effects = pass(INTERVAL_MS);
    expect(sentTo('a', effects)).toEqual([{ type: 'delta', put: [phone('c'), phone('d')] }]);
    expect(sentTo('c', effects)).toEqual([{ type: 'delta', put: [phone('d')] }]);
    expect(sentTo('d', effects)).toEqual([]);
    expect(due()).toBeUndefined();
  });

  it('and leaving between two deltas is not mentioned', () => {
    const { join, say, pass } = lab();
    join('a');
    join('b');
    say('b', { type: 'bye' });
    expect(sentTo('a', pass(INTERVAL_MS))).toEqual([]);
  });

  it('shares one message among all who missed the same', () => {
    const { join, pass } = lab();
    for (const name of ['a', 'b', 'c']) join(name);
    pass(INTERVAL_MS);
    const deltas = join('d').filter((effect) => effect.type === 'send' && effect.message.type === 'delta');
    expect(deltas).toEqual([]); // within the interval of the last one
    expect(pass(INTERVAL_MS)).toMatchObject([{ to: ['a', 'b', 'c'] }]);
  });
});

describe('leaving', () => {
  const two = () => {
    const setting = lab();
    setting.join('a');
    setting.join('b');
    setting.pass(INTERVAL_MS);
    setting.pass(INTERVAL_MS);
    return setting;
  };

  it('without bye shows as away at once, and as gone when grace ends', () => {
    const { drop, pass, due } = two();
    expect(sentTo('a', drop('b'))).toEqual([{ type: 'delta', put: [phone('b', { away: true })] }]);
    expect(due()).toBe(GRACE_MS);
    expect(pass(GRACE_MS - 1)).toEqual([]);
    expect(sentTo('a', pass(1))).toEqual([{ type: 'delta', gone: [idOf('b')] }]);
  });

  it('with bye is gone at once', () => {
    const { say } = two();
    const effects = say('b', { type: 'bye' });
    expect(sentTo('a', effects)).toEqual([{ type: 'delta', gone: [idOf('b')] }]);
    expect(effects).toContainEqual({ type: 'close', socket: 'b', code: 1000, reason: 'bye' });
  });

  it('and coming back within grace keeps the place in the list', () => {
    const { drop, join, pass } = two();
    drop('a');
    pass(GRACE_MS - 1);
    expect(sentTo('b', join('a', 'a2'))).toEqual([{ type: 'delta', put: [phone('a')] }]);
    expect(sentTo('c', join('c'))).toMatchObject([{ devices: [phone('a'), phone('b')] }]);
    expect(sentTo('b', pass(GRACE_MS))).toEqual([{ type: 'delta', put: [phone('c')] }]); // and nobody is gone
  });

  it('and coming back after bye is told once, as here', () => {
    const { say, join, pass } = two();
    pass(INTERVAL_MS);
    join('c'); // opens an interval, so that what follows is one delta
    say('b', { type: 'bye' });
    join('b', 'b2');
    expect(sentTo('a', pass(INTERVAL_MS))).toEqual([{ type: 'delta', put: [phone('b')] }]);
  });

  it('and coming back after bye, and leaving again, is told as gone to who knew it before', () => {
    const { say, join, pass } = two();
    pass(INTERVAL_MS);
    join('c'); // opens an interval, so that what follows is one delta
    say('b', { type: 'bye' });
    join('b', 'b2');
    say('b2', { type: 'bye' });
    expect(sentTo('a', pass(INTERVAL_MS))).toEqual([{ type: 'delta', gone: [idOf('b')] }]);
  });

  it('in great numbers keeps only the last ones as away', () => {
    const { join, drop, pass } = lab({ awayDevices: 2 });
    for (const name of ['a', 'b', 'c', 'd']) join(name);
    for (const name of ['a', 'b', 'c']) drop(name);
    pass(INTERVAL_MS);
    expect(sentTo('e', join('e'))).toMatchObject([
      { devices: [phone('b', { away: true }), phone('c', { away: true }), phone('d')] },
    ]);
  });
});

describe('a flood of visits', () => {
  it('by devices that only look in leaves none of them listed', () => {
    const { join, drop, pass } = lab({ settledMs: 10_000 });
    join('a');
    pass(INTERVAL_MS);
    join('b');
    expect(sentTo('a', pass(9_999))).toEqual([]);
    expect(sentTo('a', drop('b'))).toEqual([{ type: 'delta', gone: [idOf('b')] }]);
  });

  it('counts the time since the first hello, not since the last', () => {
    const { join, drop, pass } = lab({ settledMs: 10_000 });
    for (const name of ['a', 'b']) join(name);
    pass(10_000);
    drop('b');
    join('b', 'b2');
    pass(INTERVAL_MS);
    pass(INTERVAL_MS);
    expect(sentTo('a', drop('b2'))).toEqual([{ type: 'delta', put: [phone('b', { away: true })] }]);
  });

  it('from one address pushes out its own and nobody else', () => {
    const { join, drop, pass } = lab({ awayDevices: 4, awayPerAddress: 3 });
    join('in-picker', 'p', 'her-address');
    pass(10_000);
    drop('p');
    for (let visit = 0; visit < 300; visit++) {
      join(`visit${visit}`, `v${visit}`, visit % 2 === 0 ? 'flooder-1' : 'flooder-2');
      drop(`v${visit}`);
    }
    pass(INTERVAL_MS);
    const [welcome] = sentTo('new', join('new'));
    const listed = welcome?.type === 'welcome' ? welcome.devices.map(({ name }) => name) : [];
    expect(listed[0]).toBe('in-picker');
    expect(listed).toHaveLength(4);
  });
});

describe('a refusal', () => {
  const reasonsAt = ({ join, say }: ReturnType<typeof lab>, socket: string, anyRefusal?: boolean) => {
    join('caller', socket, 'there', anyRefusal);
    const to = idOf('caller');
    return REFUSALS.map((reason) => {
      const told = say('b', { type: 'signal', to, connection: CONNECTION, signal: { type: 'refuse', reason } });
      return sentTo(socket, told).map((message) => message.type === 'signal' && message.signal);
    });
  };
  const refusals = (...reasons: readonly Refusal[]) => reasons.map((reason) => [{ type: 'refuse', reason }]);

  it('is told an older page in words that it knows, and a newer one as it was said', () => {
    const here = lab();
    here.join('b');
    expect(reasonsAt(here, 'new', true)).toEqual(refusals(...REFUSALS));
    expect(reasonsAt(here, 'old')).toEqual(refusals('no-webrtc', 'not-here', 'not-here', 'not-here'));
    expect(reasonsAt(here, 'new again', true)).toEqual(refusals(...REFUSALS));
  });
});

describe('calls beyond what one address may', () => {
  const calls = { ...LIMITS.calls, callees: 2, calleesPerMinute: 1, offers: 3, offersPerMinute: 1, crowd: 1 };
  const offer = { type: 'offer', sdp: 'v=0' } as const;
  const refused = (name: string) => ({
    type: 'unreachable',
    to: idOf(name),
    connection: CONNECTION,
    reason: 'too-many-calls',
  });

  it('are refused with that reason, whatever the id, and let through again in a while', () => {
    const { join, say, pass } = lab({ calls });
    for (const name of ['b', 'c', 'd']) join(name);
    for (const name of ['x', 'y', 'z']) join(name, name, 'one-address');
    pass(INTERVAL_MS);
    const call = (from: string, to: string) =>
      sentTo(from, say(from, { type: 'connect', to: idOf(to), connection: CONNECTION }));
    expect(call('x', 'b')).toMatchObject([{ type: 'ice' }]);
    expect(call('y', 'c')).toMatchObject([{ type: 'ice' }]);
    expect(call('z', 'd')).toEqual([refused('d')]);
    expect(call('z', 'b')).toMatchObject([{ type: 'ice' }]); // called from there just before
    expect(call('d', 'b')).toMatchObject([{ type: 'ice' }]); // from elsewhere
    pass(60_000);
    expect(call('z', 'd')).toMatchObject([{ type: 'ice' }]);
  });

  it('are refused as offers too, and those are not passed on', () => {
    const { join, say, pass } = lab({ calls });
    join('b');
    for (const name of ['x', 'y']) join(name, name, 'one-address');
    pass(INTERVAL_MS);
    const make = (from: string) => say(from, { type: 'signal', to: idOf('b'), connection: CONNECTION, signal: offer });
    for (let count = 0; count < 3; count++) expect(sentTo('b', make('x'))).toMatchObject([{ type: 'signal' }]);
    const fourth = make('y');
    expect(sentTo('b', fourth)).toEqual([]);
    expect(sentTo('y', fourth)).toEqual([refused('b')]);
  });

  it('from a router that is apart are refused for that, and cost nothing for later', () => {
    let apart: 'other-network' | undefined = 'other-network';
    const { join, place, take, pass } = lab({ calls, apartFrom: () => apart });
    join('b');
    place('x', { router: 'r2', away: false });
    pass(INTERVAL_MS);
    const call = () =>
      take('r2', { type: 'signal', from: idOf('x'), to: idOf('b'), connection: CONNECTION, signal: offer });
    for (let count = 0; count < 9; count++)
      expect(call()).toMatchObject([{ type: 'pass', message: { reason: 'other-network' } }]);
    apart = undefined;
    expect(sentTo('b', call())).toHaveLength(1);
  });

  it('from another router are sent back with that reason, and told to the caller at the other end', () => {
    const { join, place, take, pass } = lab({ calls });
    join('b');
    for (const name of ['x', 'y']) place(name, { router: 'r2', away: false });
    pass(INTERVAL_MS);
    const message = (from: string) =>
      ({ type: 'signal', from: idOf(from), to: idOf('b'), connection: CONNECTION, signal: offer }) as const;
    for (let count = 0; count < 3; count++) expect(sentTo('b', take('r2', message('x')))).toHaveLength(1);
    const back = take('r2', message('y'));
    const { type: _, ...pair } = { ...message('y'), signal: undefined };
    expect(back).toMatchObject([
      {
        type: 'pass',
        router: 'r2',
        message: { type: 'unreachable', from: pair.from, to: pair.to, reason: 'too-many-calls' },
      },
    ]);
    const [first] = back;
    if (first?.type !== 'pass') throw new Error('nothing came back');
    const home = lab();
    home.join('y');
    expect(sentTo('y', home.take('r1', first.message))).toEqual([refused('b')]);
  });
});

describe('more devices than a page is told of', () => {
  const crowd = (options: Partial<Limits> = {}) => {
    const setting = lab(options);
    const fill = (router: string, count: number) => {
      for (let number = 0; number < count; number++) setting.place(`${router}-${number}`, { router, away: false });
    };
    return { ...setting, fill };
  };
  const namesIn = (devices: readonly Device[] = []) => devices.map(({ name }) => name);

  it('are counted, and the welcome is one that every page takes', () => {
    const { join, fill } = crowd();
    for (let router = 0; router < 120; router++) fill(`x${router}`, 512);
    join('neighbour');
    const [welcome] = sentTo('lone', join('lone'));
    if (welcome?.type !== 'welcome') throw new Error('no welcome');
    expect(namesIn(welcome.devices)).toContain('neighbour');
    expect(welcome.devices).toHaveLength(LIMITS.listedDevices - 1);
    expect(welcome.more).toBe(61_440 - (LIMITS.listedDevices - 2));
    const json = JSON.stringify(welcome);
    expect(json.length).toBeLessThan(MAX_SNAPSHOT_BYTES / 10);
    expect(parseRouterMessage(json).ok).toBe(true);
  });

  it('are shared among routers, and move up when there is room', () => {
    const { join, fill, place, pass } = crowd({ listedDevices: 4 });
    fill('liar', 9);
    expect(sentTo('a', join('a'))).toMatchObject([{ devices: { length: 3 }, more: 6 }]);
    pass(INTERVAL_MS);
    place('honest-0', { router: 'honest', away: false });
    const [told] = sentTo('a', pass(INTERVAL_MS));
    expect(told).toMatchObject({ put: [{ name: 'honest-0' }], gone: { length: 1 }, more: 7 });
    fill('liar', 0);
    for (let number = 0; number < 9; number++) place(`liar-${number}`, undefined);
    const [later] = sentTo('b', join('b'));
    expect(later).toMatchObject({ devices: [{ name: 'a' }, { name: 'honest-0' }] });
    expect(later).not.toHaveProperty('more');
    expect(sentTo('a', pass(INTERVAL_MS))).toMatchObject([{ more: 0 }]);
  });

  it('call all the same: a caller is listed where it calls', () => {
    const { join, fill, take, say, pass } = crowd({ listedDevices: 3 });
    join('a');
    fill('r2', 9);
    pass(INTERVAL_MS);
    const signal = { type: 'offer', sdp: 'v=0' } as const;
    const call = { type: 'signal', from: idOf('r2-8'), to: idOf('a'), connection: CONNECTION, signal } as const;
    expect(sentTo('a', take('r2', call))).toMatchObject([
      { type: 'delta', put: [{ name: 'r2-8' }], gone: { length: 1 } },
      { type: 'signal', from: idOf('r2-8') },
    ]);
    const answer = { type: 'answer', sdp: 'v=0' } as const;
    // Also to one that is not listed: it may have been until now.
    for (const name of ['r2-8', 'r2-0'])
      expect(say('a', { type: 'signal', to: idOf(name), connection: CONNECTION, signal: answer })).toMatchObject([
        { type: 'pass', router: 'r2', message: { to: idOf(name), signal: answer } },
      ]);
  });
});

describe('what other routers say of where devices are', () => {
  const two = () => {
    const setting = lab();
    for (const name of ['a', 'b']) setting.join(name);
    setting.pass(INTERVAL_MS);
    return setting;
  };

  it('is told to clients by what it returns, after a quiet time at once', () => {
    const { place, pass } = two();
    pass(INTERVAL_MS);
    const far = { router: 'r2', away: false };
    expect(place('x', far)).toEqual([
      { type: 'send', to: ['a', 'b'], message: { type: 'delta', put: [phone('x', { router: 'R2' })] } },
    ]);
    pass(INTERVAL_MS);
    expect(place('x', undefined)).toMatchObject([{ type: 'send', to: ['a', 'b'], message: { gone: [idOf('x')] } }]);
  });

  it('is told in one frame for all that is said at once, and for those that left for there', () => {
    const { hub, pass } = two();
    pass(INTERVAL_MS);
    const at = (name: string) => {
      const far = { name, kind: 'phone', away: false, router: 'r2' as RouterId, routerName: 'R2' } as const;
      return [idOf(name), far] as const;
    };
    const lost = [{ device: idOf('b'), code: CLOSE.replaced }];
    const effects = hub.place([at('x'), at('b')], lost, 10_000);
    expect(effects).toMatchObject([
      { type: 'close', socket: 'b', code: CLOSE.replaced },
      { type: 'changed' },
      { type: 'send', to: ['a'], message: { put: [{ name: 'b', router: 'R2' }, { name: 'x' }] } },
    ]);
  });
});

describe('other routers are to know', () => {
  const changes = (effects: readonly Effect<string>[]) => effects.filter(({ type }) => type === 'changed').length;

  it('of whatever happens to a device here, once for each event', () => {
    const { join, say, drop, pass, surrender } = lab();
    const events = [
      () => join('a'),
      () => join('a', 'a2'),
      () => say('a2', { type: 'rename', name: 'Ann' }),
      () => drop('a2'),
      () => pass(GRACE_MS),
      () => join('b'),
      () => say('b', { type: 'bye' }),
      () => join('c'),
      () => surrender('c'),
    ];
    expect(events.map((event) => changes(event()))).toEqual(events.map(() => 1));
  });

  it('of nothing else', () => {
    const { join, say, drop, pass, place, take } = lab();
    for (const name of ['a', 'b']) join(name);
    const signal = { type: 'offer', sdp: 'v=0' } as const;
    const events = [
      () => say('a', { type: 'pong', asks: true }),
      () => say('a', { type: 'rename', name: 'a' }),
      () => say('a', { type: 'connect', to: idOf('b'), connection: CONNECTION }),
      () => say('a', { type: 'signal', to: idOf('b'), connection: CONNECTION, signal }),
      () => place('x', { router: 'r2', away: false }),
      () => take('r2', { type: 'signal', from: idOf('x'), to: idOf('b'), connection: CONNECTION, signal }),
      () => place('x', undefined),
      () => drop('nobody'),
      () => pass(INTERVAL_MS),
    ];
    expect(events.map((event) => changes(event()))).toEqual(events.map(() => 0));
  });
});

describe('what cannot be passed to another router', () => {
  const signal = { type: 'offer', sdp: 'v=0' } as const;
  const message = { type: 'signal', from: idOf('a'), to: idOf('x'), connection: CONNECTION, signal } as const;

  it('is told to who said it', () => {
    const { hub, join } = lab();
    join('a');
    expect(sentTo('a', hub.unpassed(message, 1000))).toEqual([
      { type: 'unreachable', to: idOf('x'), connection: CONNECTION },
    ]);
  });

  it('is told to nobody when it says itself that somebody is unreachable, or when who said it is gone', () => {
    const { hub, join } = lab();
    expect(hub.unpassed(message, 1000)).toEqual([]);
    join('a');
    const { signal: _, ...pair } = message;
    expect(sentTo('a', hub.unpassed({ ...pair, type: 'unreachable' }, 1000))).toEqual([]);
  });
});

describe('the same device on a second socket', () => {
  it('closes the first and is no news to others', () => {
    const { hub, join, pass, drop } = lab();
    join('a');
    join('b');
    pass(INTERVAL_MS);
    pass(INTERVAL_MS);
    const effects = join('b', 'b2');
    expect(effects).toContainEqual(expect.objectContaining({ type: 'close', socket: 'b', code: CLOSE.replaced }));
    expect(sentTo('a', effects)).toEqual([]);
    expect(drop('b')).toEqual([]); // the old socket's end is no leaving
    expect(hub.clients).toBe(2);
  });
});

describe('renaming', () => {
  it('is told to others, not to oneself, and only when it changes something', () => {
    const { join, say, pass } = lab();
    join('a');
    join('b');
    pass(INTERVAL_MS);
    pass(INTERVAL_MS);
    const effects = say('b', { type: 'rename', name: 'Bee' });
    expect(sentTo('a', effects)).toEqual([{ type: 'delta', put: [phone('b', { name: 'Bee' })] }]);
    expect(sentTo('b', effects)).toEqual([]);
    pass(INTERVAL_MS);
    expect(say('b', { type: 'rename', name: 'Bee' })).toEqual([]);
  });
});

describe('connecting', () => {
  const to = idOf('b');
  const three = () => {
    const setting = lab();
    for (const name of ['a', 'b', 'c']) setting.join(name);
    setting.pass(INTERVAL_MS);
    return setting;
  };

  it('gives the caller the servers of the pair', () => {
    const { say } = three();
    const iceServers = [{ urls: `stun:${idOf('a')}@at-a:${to}` }];
    expect(say('a', { type: 'connect', to, connection: CONNECTION })).toEqual([
      { type: 'send', to: ['a'], message: { type: 'ice', to, connection: CONNECTION, iceServers } },
    ]);
  });

  it('relays to the addressed device only; an offer brings it its servers', () => {
    const { say } = three();
    const signal = { type: 'offer', sdp: 'v=0' } as const;
    const iceServers = [{ urls: `stun:${to}@at-b:${idOf('a')}` }];
    const from = idOf('a');
    expect(say('a', { type: 'signal', to, connection: CONNECTION, signal })).toEqual([
      { type: 'send', to: ['b'], message: { type: 'signal', from, connection: CONNECTION, signal, iceServers } },
    ]);
    const candidate = { type: 'candidate', candidate: 'x' } as const;
    expect(say('a', { type: 'signal', to, connection: CONNECTION, signal: candidate })).toEqual([
      { type: 'send', to: ['b'], message: { type: 'signal', from, connection: CONNECTION, signal: candidate } },
    ]);
  });

  it.each(['somebody unknown', 'somebody away', 'oneself'] as const)('to %s is unreachable', (whom) => {
    const { say, drop } = three();
    if (whom === 'somebody away') drop('b');
    const target = { 'somebody unknown': idOf('zz'), 'somebody away': to, oneself: idOf('a') }[whom];
    const answer = [{ type: 'unreachable', to: target, connection: CONNECTION }];
    expect(sentTo('a', say('a', { type: 'connect', to: target, connection: CONNECTION })).slice(0, 1)).toEqual(answer);
    const signal = { type: 'answer', sdp: '' } as const;
    expect(sentTo('a', say('a', { type: 'signal', to: target, connection: CONNECTION, signal })).slice(0, 1)).toEqual(
      answer,
    );
  });

  it('introduces a caller of whom the called device has not heard yet', () => {
    const { join, say, pass } = lab();
    join('a');
    pass(INTERVAL_MS);
    join('b'); // told to `a` at once
    join('c'); // waits for the interval
    const offer = { type: 'offer', sdp: 'v=0' } as const;
    const call = { type: 'signal', to: idOf('a'), connection: CONNECTION, signal: offer } as const;
    expect(sentTo('a', say('c', call))).toEqual([
      { type: 'delta', put: [phone('c')] },
      expect.objectContaining({ type: 'signal', from: idOf('c') }),
    ]);
    const later = pass(INTERVAL_MS);
    expect(sentTo('a', later)).toEqual([]);
    expect(sentTo('b', later)).toEqual([{ type: 'delta', put: [phone('c')] }]);
  });
});

describe('whatever happens', () => {
  const names = ['a', 'b', 'c', 'd'];
  const step = fc.oneof(
    fc.record({ do: fc.constant('join' as const), who: fc.constantFrom(...names) }),
    fc.record({ do: fc.constant('bye' as const), who: fc.constantFrom(...names) }),
    fc.record({ do: fc.constant('drop' as const), who: fc.constantFrom(...names) }),
    fc.record({ do: fc.constant('rename' as const), who: fc.constantFrom(...names), name: fc.constantFrom('x', 'y') }),
    fc.record({
      do: fc.constant('far' as const),
      who: fc.constantFrom(...names),
      far: fc.option(fc.record({ router: fc.constantFrom('r2', 'r3'), away: fc.boolean() }), { nil: undefined }),
    }),
    fc.record({ do: fc.constant('surrender' as const), who: fc.constantFrom(...names) }),
    fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(10, 200, 20_000, 31_000) }),
  );

  it('a client that follows its frames sees exactly what a newcomer is told', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom(2, 3, 100), (steps, listedDevices) => {
        const { hub, join, say, drop, pass, place, surrender } = lab({ awayDevices: 2, listedDevices });
        const views = new Map<string, Map<DeviceId, Device>>();
        const deliver = (effects: readonly Effect<string>[]): void => {
          for (const effect of effects) {
            if (effect.type === 'close') views.delete(effect.socket);
            if (effect.type === 'send') for (const socket of effect.to) follow(views, socket, effect.message);
          }
        };
        let sockets = 0;
        const socketOf = new Map<string, string>();
        for (const event of steps) {
          if (event.do === 'pass') {
            deliver(pass(event.ms));
            continue;
          }
          if (event.do === 'join') {
            socketOf.set(event.who, `${event.who}${++sockets}`);
            deliver(join(event.who, socketOf.get(event.who)));
            continue;
          }
          if (event.do === 'far') {
            deliver(place(event.who, event.far));
            continue;
          }
          if (event.do === 'surrender') {
            deliver(surrender(event.who));
            continue;
          }
          const socket = socketOf.get(event.who) ?? 'none';
          if (event.do === 'bye') deliver(say(socket, { type: 'bye' }));
          if (event.do === 'rename') deliver(say(socket, { type: 'rename', name: event.name }));
          if (event.do === 'drop') {
            views.delete(socket);
            deliver(drop(socket));
          }
        }
        deliver(pass(INTERVAL_MS));
        deliver(join('newcomer'));
        deliver(pass(INTERVAL_MS)); // it may have taken somebody's place in the list
        const truth = views.get('newcomer') ?? new Map();
        expect(hub.clients).toBe(views.size);
        const here = [...truth.values()].filter(({ away, router }) => !away && router === undefined);
        expect(here).toHaveLength(views.size - 1);
        for (const [socket, view] of views) {
          if (socket === 'newcomer') continue;
          const self = idOf(socket.slice(0, 1));
          const seen = [...view.values()].filter(({ id }) => id !== idOf('newcomer'));
          const expected = [...truth.values()].filter(({ id }) => id !== self);
          expect(seen.sort(byId)).toEqual(expected.sort(byId));
        }
      }),
    );
  });
});

const byId = (a: Device, b: Device): number => (a.id < b.id ? -1 : 1);

/** What an app does with a frame of presence. A `gone` that was never `put` would be news of a stranger: it throws. */
function follow(views: Map<string, Map<DeviceId, Device>>, socket: string, message: RouterMessage): void {
  if (message.type === 'welcome') views.set(socket, new Map(message.devices.map((device) => [device.id, device])));
  if (message.type !== 'delta') return;
  const view = views.get(socket);
  if (view === undefined) throw new Error(`a frame for ${socket}, which is not open`);
  for (const device of message.put ?? []) view.set(device.id, device);
  for (const id of message.gone ?? []) if (!view.delete(id)) throw new Error('gone, but never here');
}
