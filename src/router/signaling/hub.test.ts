import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNALING_VERSION } from '../../protocol/limits.ts';
import { CLOSE, type Device, type DeviceId, type RouterMessage } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { Effect } from './effects.ts';
import { CONNECTION, GRACE_MS, INTERVAL_MS, idOf, keyOf, lab, phone, sentTo } from './testing/hub-lab.ts';

describe('arriving', () => {
  it('is answered with the devices here, without oneself', () => {
    const { join } = lab();
    join('a');
    const welcome = {
      type: 'welcome',
      version: SIGNALING_VERSION,
      self: idOf('b'),
      router: { id: 'r1', name: 'R1' },
      devices: [phone('a')],
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

  it('shares one message among all clients that missed the same', () => {
    const { join, pass } = lab();
    for (const name of ['a', 'b', 'c']) join(name);
    pass(INTERVAL_MS);
    const deltas = join('d').filter((effect) => effect.type === 'send' && effect.message.type === 'delta');
    expect(deltas).toEqual([]); // within the interval of the last one
    expect(pass(INTERVAL_MS)).toMatchObject([{ to: ['a', 'b', 'c'] }]);
  });
});

describe('the same device on a second socket', () => {
  it('closes the first, and others are not told', () => {
    const { hub, join, pass, drop } = lab();
    join('a');
    join('b');
    pass(INTERVAL_MS);
    pass(INTERVAL_MS);
    const effects = join('b', 'b2');
    expect(effects).toContainEqual(expect.objectContaining({ type: 'close', socket: 'b', code: CLOSE.replaced }));
    expect(sentTo('a', effects)).toEqual([]);
    expect(drop('b')).toEqual([]); // the end of the old socket does not count as leaving
    expect(hub.clients).toBe(2);
  });
});

describe('renaming', () => {
  it('is told to others, not to oneself, and only after a real change', () => {
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

describe('places of devices from other routers', () => {
  const two = () => {
    const setting = lab();
    for (const name of ['a', 'b']) setting.join(name);
    setting.pass(INTERVAL_MS);
    return setting;
  };

  it('reach clients by the returned effects, after a quiet time at once', () => {
    const { place, pass } = two();
    pass(INTERVAL_MS);
    const far = { router: 'r2', away: false };
    expect(place('x', far)).toEqual([
      { type: 'send', to: ['a', 'b'], message: { type: 'delta', put: [phone('x', { router: 'R2' })] } },
    ]);
    pass(INTERVAL_MS);
    expect(place('x', undefined)).toMatchObject([{ type: 'send', to: ['a', 'b'], message: { gone: [idOf('x')] } }]);
  });

  it('reach clients in one frame, together with devices that left for there', () => {
    const { hub, pass } = two();
    pass(INTERVAL_MS);
    const at = (name: string) => {
      const far = {
        name,
        kind: 'phone',
        key: keyOf(name),
        away: false,
        router: 'r2' as RouterId,
        routerName: 'R2',
      } as const;
      return [idOf(name), far] as const;
    };
    const effects = hub.place([at('x'), at('b')], [idOf('b')], 10_000);
    expect(effects).toMatchObject([
      { type: 'close', socket: 'b', code: CLOSE.replaced },
      { type: 'changed' },
      { type: 'send', to: ['a'], message: { put: [{ name: 'b', router: 'R2' }, { name: 'x' }] } },
    ]);
  });
});

describe('a router with a new id', () => {
  it('closes all sockets, whose devices are away until they say hello to that id', () => {
    const { hub, join, pass } = lab();
    join('a');
    join('b');
    pass(INTERVAL_MS);
    const effects = hub.renamed({ id: 'r9', name: 'R1' }, 10_000);
    expect(effects).toMatchObject([
      { type: 'close', socket: 'a', code: 1001 },
      { type: 'close', socket: 'b', code: 1001 },
      { type: 'changed' },
    ]);
    expect([hub.clients, [...hub.locals()].map(({ away, saidTo }) => [away, saidTo])]).toEqual([
      0,
      [
        [true, 'r1'],
        [true, 'r1'],
      ],
    ]);
    expect(sentTo('a', join('a'))).toMatchObject([
      { type: 'welcome', router: { id: 'r9' }, devices: [{ away: true }] },
    ]);
    expect([...hub.locals()].map(({ away, saidTo }) => [away, saidTo])).toContainEqual([false, 'r9']);
  });
});

describe('other routers must know', () => {
  const changes = (effects: readonly Effect<string>[]) => effects.filter(({ type }) => type === 'changed').length;

  it('of every event of a device here, once each', () => {
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

  it('a client that follows its frames sees exactly the list of a newcomer', () => {
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
        deliver(pass(INTERVAL_MS)); // the newcomer may have taken a place in the list
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

/**
 * Handles a frame of presence as an app does. Throws for a `gone` without an earlier `put`, which would reveal a
 * stranger.
 */
function follow(views: Map<string, Map<DeviceId, Device>>, socket: string, message: RouterMessage): void {
  if (message.type === 'welcome') views.set(socket, new Map(message.devices.map((device) => [device.id, device])));
  if (message.type !== 'delta') return;
  const view = views.get(socket);
  if (view === undefined) throw new Error(`a frame for ${socket}, which is not open`);
  for (const device of message.put ?? []) view.set(device.id, device);
  for (const id of message.gone ?? []) if (!view.delete(id)) throw new Error('gone, but never here');
}
