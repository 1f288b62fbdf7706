import { describe, expect, it } from 'vitest';
import type { Device } from '../../protocol/signaling.ts';
import type { Effect } from './effects.ts';
import type { Belonging } from './sight.ts';
import { CONNECTION, INTERVAL_MS, idOf, lab, membersOf, sentTo } from './testing/hub-lab.ts';

const OFFER = { type: 'offer', sdp: 'v=0' } as const;
const ANSWER = { type: 'answer', sdp: 'v=0' } as const;

/** What the page at `socket` was told of devices, one text for each frame. */
const told = (socket: string, effects: readonly Effect<string>[]) =>
  sentTo(socket, effects).map((message) => {
    if (message.type === 'welcome') return `sees ${message.devices.map(name).join()}`;
    if (message.type !== 'delta') return message.type;
    return `put ${(message.put ?? []).map(name).join()} gone ${(message.gone ?? []).map((id) => id.replaceAll('-', '')).join()}`;
  });
const name = ({ name: called, member }: Device): string =>
  called + (member ? `(${member.of.map(({ group }) => group.replaceAll('-', '')).join('+')})` : '');

/** `a` and `b` belong to the family, `c` to a club, `o` to nothing; everybody was told of them. */
function shelter(hidden: Belonging = { onlyGroups: true }) {
  const setting = lab();
  const { join, pass } = setting;
  const enter = (who: string, groups: readonly string[], more: Belonging = {}, socket = who) =>
    join(who, socket, `at-${who}`, { ...(groups.length > 0 && { member: membersOf(who, groups) }), ...more });
  enter('o', []);
  enter('c', ['club']);
  enter('b', ['family']);
  pass(INTERVAL_MS);
  pass(INTERVAL_MS);
  const signal = (from: string, to: string, said: typeof OFFER | typeof ANSWER = OFFER) =>
    setting.say(from, { type: 'signal', to: idOf(to), connection: CONNECTION, signal: said });
  const connect = (from: string, to: string) =>
    setting.say(from, { type: 'connect', to: idOf(to), connection: CONNECTION });
  return { ...setting, enter, signal, connect, hide: () => enter('a', ['family'], hidden) };
}

describe('a device that only its groups may see', () => {
  it('is listed to members and to nobody else', () => {
    const { hide, enter } = shelter();
    const effects = hide();
    expect([told('b', effects), told('o', effects), told('c', effects)]).toEqual([['put a(family) gone '], [], []]);
    expect(told('a', effects)).toEqual(['sees o,c,b(family)']);
    expect(told('late', enter('late', ['club'], {}, 'late'))).toEqual(['sees o,c(club),b']);
    expect(told('kin', enter('kin', ['family', 'club'], {}, 'kin'))).toEqual([
      'sees o,c(club),b(family),a(family),late(club)',
    ]);
  });

  it('answers an outsider as a device that does not exist', () => {
    const { hide, connect, signal } = shelter();
    hide();
    const unreachable = (effects: readonly Effect<string>[]) =>
      JSON.stringify(effects).replaceAll(idOf('a'), idOf('x'));
    expect(unreachable(connect('o', 'a'))).toBe(JSON.stringify(connect('o', 'x')));
    for (const said of [OFFER, ANSWER])
      expect(unreachable(signal('c', 'a', said))).toBe(JSON.stringify(signal('c', 'x', said)));
    expect(connect('b', 'a')).toMatchObject([{ message: { type: 'ice' } }]);
    expect(sentTo('a', signal('b', 'a'))).toMatchObject([{ type: 'signal', from: idOf('b') }]);
  });

  it('is seen by whom it calls, from then on, and by nobody else', () => {
    const { hide, connect, signal, drop, pass } = shelter();
    hide();
    connect('a', 'o');
    expect(connect('o', 'a')).toMatchObject([{ message: { type: 'unreachable' } }]); // asking is no call yet
    const effects = signal('a', 'o');
    expect(told('o', effects)).toEqual(['put a gone ', 'signal']);
    expect(sentTo('a', signal('o', 'a', ANSWER))).toMatchObject([{ type: 'signal' }]);
    pass(INTERVAL_MS);
    drop('a');
    pass(INTERVAL_MS);
    const ended = pass(60_000);
    expect([told('o', ended), told('c', ended)]).toEqual([['put  gone a'], []]);
  });

  it('that calls more than there is room for hides from the earlier ones again, and they are told so', () => {
    const { hide, enter, signal, pass } = shelter();
    hide();
    signal('a', 'o');
    const crowd = Array.from({ length: 127 }, (_, n) => `n${n}`);
    for (const one of crowd) {
      enter(one, []);
      pass(120_000);
      signal('a', one);
    }
    pass(INTERVAL_MS);
    enter('last', []);
    pass(120_000);
    const called = [...signal('a', 'last'), ...pass(INTERVAL_MS)];
    expect(told('last', called)).toEqual(['put a gone ', 'signal']);
    for (const one of ['o', 'n0', 'n126']) expect(told(one, called)).toEqual(['put  gone a']);
    expect(told('c', called)).toEqual([]);
  });

  it('is gone for outsiders when it hides, and back when it no longer does', () => {
    const { enter, hide, pass } = shelter({ onlyGroups: true });
    enter('a', ['family']);
    pass(INTERVAL_MS);
    pass(INTERVAL_MS);
    const hiding = hide();
    expect([told('o', hiding), told('b', hiding)]).toEqual([['put  gone a'], ['put a(family) gone ']]);
    pass(INTERVAL_MS);
    const shown = enter('a', ['family'], {}, 'a2');
    expect([told('o', shown), told('b', shown)]).toEqual([['put a gone '], ['put a(family) gone ']]);
  });

  it('that was never seen is not said to be gone', () => {
    const { hide, say, pass } = shelter();
    hide();
    pass(INTERVAL_MS);
    const effects = say('a', { type: 'bye' });
    expect([told('o', effects), told('b', effects)]).toEqual([[], ['put  gone a']]);
  });

  it('that hides and shows itself between two frames is still there', () => {
    const { enter, hide, pass } = shelter();
    enter('a', ['family']);
    pass(INTERVAL_MS);
    enter('x', []); // now frames wait
    hide();
    enter('a', ['family'], {}, 'a3');
    const effects = pass(INTERVAL_MS);
    expect(told('o', effects)).toEqual(['put a gone ']);
  });

  it('of no group is seen by nobody', () => {
    const { enter } = shelter();
    const effects = enter('a', [], { onlyGroups: true });
    expect(['o', 'b', 'c'].flatMap((one) => told(one, effects))).toEqual([]);
  });

  it('that leaves one of two groups is gone for that one alone', () => {
    const { enter, pass } = shelter();
    enter('a', ['family', 'club'], { onlyGroups: true });
    pass(INTERVAL_MS);
    pass(INTERVAL_MS);
    const effects = enter('a', ['family'], { onlyGroups: true }, 'a2');
    expect([told('c', effects), told('b', effects)]).toEqual([['put  gone a'], ['put a(family) gone ']]);
  });
});

describe('a device that everybody sees', () => {
  it('shows its groups to their members alone', () => {
    const { enter } = shelter();
    const effects = enter('a', ['family', 'club']);
    expect([told('o', effects), told('c', effects), told('b', effects)]).toEqual([
      ['put a gone '],
      ['put a(club) gone '],
      ['put a(family) gone '],
    ]);
  });

  it('that joins a group later is told anew to its members', () => {
    const { enter, pass } = shelter();
    pass(INTERVAL_MS);
    expect(told('c', enter('o', ['club'], {}, 'o2'))).toEqual(['put o(club) gone ']);
  });
});

describe('at another router', () => {
  const far = (who: string, groups: readonly string[], onlyGroups: boolean, signedFor?: string) => ({
    router: 'r2',
    away: false,
    member: membersOf(who, groups, signedFor),
    onlyGroups,
  });

  it('a hidden device is listed to members alone, and shows itself where it calls', () => {
    const { place, take } = shelter();
    const effects = place('f', far('f', ['family'], true));
    expect([told('b', effects), told('o', effects)]).toEqual([['put f(family) gone '], []]);
    const called = take('r2', {
      type: 'signal',
      from: idOf('f'),
      to: idOf('o'),
      connection: CONNECTION,
      signal: OFFER,
    });
    expect(told('o', called)).toEqual(['put f gone ', 'signal']);
  });

  it('a caller gets to a hidden device here only by a membership of its own', () => {
    const { place, take, hide } = shelter();
    hide();
    const call = (who: string) =>
      take('r2', { type: 'signal', from: idOf(who), to: idOf('a'), connection: CONNECTION, signal: OFFER });
    place('kin', far('kin', ['family'], false));
    place('thief', far('thief', ['family'], false, 'kin'));
    place('other', far('other', ['club'], false));
    expect(sentTo('a', call('kin'))).toMatchObject([{ type: 'delta' }, { type: 'signal', from: idOf('kin') }]);
    for (const who of ['thief', 'other']) {
      const answer = [{ type: 'pass', router: 'r2', message: { type: 'unreachable', from: idOf(who), to: idOf('a') } }];
      expect(call(who)).toMatchObject(answer);
    }
  });

  it('lets in answers of a device that a hidden one has called there', () => {
    const { place, take, hide, signal } = shelter();
    hide();
    place('f', far('f', [], false));
    const answer = () =>
      take('r2', { type: 'signal', from: idOf('f'), to: idOf('a'), connection: CONNECTION, signal: ANSWER });
    expect(answer()).toMatchObject([{ type: 'pass', message: { type: 'unreachable' } }]);
    expect(signal('a', 'f')).toMatchObject([{ type: 'pass', message: { type: 'signal' } }]);
    expect(sentTo('a', answer())).toMatchObject([{ type: 'signal', from: idOf('f') }]);
  });

  it('a device that begins to hide there is gone for outsiders', () => {
    const { place, pass } = shelter();
    place('f', far('f', ['family'], false));
    pass(INTERVAL_MS);
    pass(INTERVAL_MS);
    const effects = place('f', far('f', ['family'], true));
    expect([told('o', effects), told('b', effects)]).toEqual([['put  gone f'], ['put f(family) gone ']]);
  });
});
