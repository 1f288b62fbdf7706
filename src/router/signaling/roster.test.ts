import { describe, expect, it } from 'vitest';
import { MAX_SNAPSHOT_BYTES } from '../../protocol/limits.ts';
import { type Device, parseRouterMessage } from '../../protocol/signaling.ts';
import { LIMITS, type Limits } from '../limits/limits.ts';
import { CONNECTION, GRACE_MS, INTERVAL_MS, idOf, lab, phone, sentTo } from './testing/hub-lab.ts';

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

  it('and coming back after bye, and leaving again, is told as gone to clients that knew it before', () => {
    const { say, join, pass } = two();
    pass(INTERVAL_MS);
    join('c'); // opens an interval, so that what follows is one delta
    say('b', { type: 'bye' });
    join('b', 'b2');
    say('b2', { type: 'bye' });
    expect(sentTo('a', pass(INTERVAL_MS))).toEqual([{ type: 'delta', gone: [idOf('b')] }]);
  });

  it('in great numbers keeps only the last few as away', () => {
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
  it('by devices that leave at once lists none of them as away', () => {
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

  it('from one address pushes out only its own devices', () => {
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

describe('more devices than a page is told of', () => {
  const crowd = (options: Partial<Limits> = {}) => {
    const setting = lab(options);
    const fill = (router: string, count: number) => {
      for (let number = 0; number < count; number++) setting.place(`${router}-${number}`, { router, away: false });
    };
    return { ...setting, fill };
  };
  const namesIn = (devices: readonly Device[] = []) => devices.map(({ name }) => name);

  it('are counted, and every page accepts the welcome', () => {
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

  it('can still call: a caller is listed at the device that it calls', () => {
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
    // Also to a device that is no longer listed: it may have been until now.
    for (const name of ['r2-8', 'r2-0'])
      expect(say('a', { type: 'signal', to: idOf(name), connection: CONNECTION, signal: answer })).toMatchObject([
        { type: 'pass', router: 'r2', message: { to: idOf(name), signal: answer } },
      ]);
  });
});
