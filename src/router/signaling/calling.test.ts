import { describe, expect, it } from 'vitest';
import { REFUSALS } from '../../protocol/signaling.ts';
import { LIMITS } from '../limits/limits.ts';
import { CONNECTION, INTERVAL_MS, idOf, lab, phone, sentTo } from './testing/hub-lab.ts';

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

  it('relays only to the addressed device; an offer brings its servers', () => {
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

  it('introduces a caller that the called device does not know yet', () => {
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

describe('a refusal', () => {
  it.each(REFUSALS)('reaches the caller unchanged: %s', (reason) => {
    const { join, say } = lab();
    join('b');
    join('caller');
    const signal = { type: 'refuse', reason } as const;
    const told = say('b', { type: 'signal', to: idOf('caller'), connection: CONNECTION, signal });
    expect(sentTo('caller', told)).toMatchObject([{ type: 'signal', from: idOf('b'), signal }]);
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

  it('are refused with that reason, whatever the id, and allowed again after a while', () => {
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

  it('are also refused as offers, which are not passed on', () => {
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

  it('from an unreachable router are refused for that reason, and do not count', () => {
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

  it('from another router are sent back with that reason, which the caller at the other end gets', () => {
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

describe('a message that cannot be passed to another router', () => {
  const signal = { type: 'offer', sdp: 'v=0' } as const;
  const message = { type: 'signal', from: idOf('a'), to: idOf('x'), connection: CONNECTION, signal } as const;

  it('is reported to its sender', () => {
    const { hub, join } = lab();
    join('a');
    expect(sentTo('a', hub.unpassed(message, 1000))).toEqual([
      { type: 'unreachable', to: idOf('x'), connection: CONNECTION },
    ]);
  });

  it('is dropped when it is itself an unreachable, or when its sender is gone', () => {
    const { hub, join } = lab();
    expect(hub.unpassed(message, 1000)).toEqual([]);
    join('a');
    const { signal: _, ...pair } = message;
    expect(sentTo('a', hub.unpassed({ ...pair, type: 'unreachable' }, 1000))).toEqual([]);
  });
});
