/** Two engines whose people make sure of each other, over links in memory. */
import { expect, test } from 'vitest';
import { commitmentTo, newNonce } from '../../protocol/compare.ts';
import { publicKeyOf } from '../../protocol/keys.ts';
import type { LinkId } from '../api/api.ts';
import type { ComparisonView } from '../api/comparison-view.ts';
import { byHand, selfOf } from '../testing/by-hand.ts';
import { connect, Device, meet } from '../testing/device.ts';
import { MAX_VAIN_QUESTIONS, STRANGERS_QUESTIONS } from './comparing.ts';

const press = (device: Device, peer: Device) =>
  device.engine.receive({ type: 'compare', peer: peer.id, peerName: peer.id });
const say = (device: Device, peer: Device, verdict: 'same' | 'different' | 'cancelled') =>
  device.engine.receive({ type: 'compared', peer: peer.id, verdict });

/** What the page shows now. */
function shown(device: Device): ComparisonView | undefined {
  const last = device.posted.filter((message) => message.type === 'comparison').at(-1);
  return last?.type === 'comparison' ? last.comparison : undefined;
}
const phase = (device: Device, wanted: ComparisonView['phase'] | undefined) =>
  device.until(() => (shown(device)?.phase === wanted ? true : undefined));
const code = (device: Device) =>
  device.until(() => {
    const view = shown(device);
    return view?.phase === 'code' ? view.code : undefined;
  });
const posted = (device: Device, type: string) => device.posted.filter((message) => message.type === type).length;
const turn = () => new Promise((resolve) => setImmediate(resolve));
const turns = async (count: number) => {
  for (let n = 0; n < count; n++) await turn();
};

test('a link is made for it; both see one code, and each has the key of the other after both have said so', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  meet(a, b);
  press(a, b);
  expect(shown(a)).toEqual({ peer: b.id, peerName: b.id, phase: 'calling' });
  expect(posted(a, 'want-link')).toBe(1);
  connect(a, b, 1);
  await phase(b, 'asked');
  await phase(a, 'asking');
  press(b, a);
  expect(await code(a)).toEqual(await code(b));
  say(a, b, 'same');
  await b.until(() => (shown(b) as { saidThere?: boolean }).saidThere || undefined);
  expect(shown(a)).toMatchObject({ phase: 'code', saidHere: true, saidThere: false });
  say(b, a, 'same');
  await phase(a, 'same');
  expect(shown(a)).toMatchObject({ key: publicKeyOf(b.secret) });
  expect(shown(b)).toMatchObject({ key: publicKeyOf(a.secret) });
  say(a, b, 'cancelled');
  expect(shown(a)).toBeUndefined();
});

test('a link that is there already is used', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  connect(a, b, 1);
  await turns(12);
  press(a, b);
  await phase(b, 'asked');
  expect(posted(a, 'want-link')).toBe(0);
});

test('both press at once, with the links of both under way', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  press(a, b);
  press(b, a);
  connect(a, b, 1);
  expect(await code(a)).toEqual(await code(b));
});

test('the link is not idle while people compare, and may be afterwards', async () => {
  const later: (() => void)[] = [];
  const schedule = (task: () => void) => {
    later.push(task);
    return () => {};
  };
  const [a, b] = [new Device('a', undefined, 0, { schedule }), new Device('b')];
  connect(a, b, 1);
  await turns(12);
  press(a, b);
  await phase(b, 'asked');
  const idle = later.splice(0);
  for (const task of idle.slice(0, -1)) task(); // the last one is the end of the comparison
  expect([posted(a, 'idle-link'), shown(a)?.phase]).toEqual([0, 'asking']);
  idle.at(-1)?.();
  expect(shown(a)).toMatchObject({ phase: 'failed', why: 'late' });
  for (const task of later.splice(0)) task();
  expect(posted(a, 'idle-link')).toBe(1);
  await phase(b, undefined);
});

test.each([
  ['no-path', 'unreachable'],
  ['peer-left', 'unreachable'],
  ['no-proof', 'unproven'],
  ['version-mismatch', 'outdated'],
] as const)('no link because of %s: the page is told that it is %s', (cause, why) => {
  const [a, b] = [new Device('a'), new Device('b')];
  press(a, b);
  a.engine.receive({ type: 'no-link', peer: b.id, cause });
  expect(shown(a)).toMatchObject({ phase: 'failed', why });
});

test('a question survives the end of its link, a code does not', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  meet(a, b);
  press(a, b);
  connect(a, b, 1);
  await phase(b, 'asked');
  const lose = (link: number) => {
    for (const device of [a, b])
      device.engine.receive({ type: 'link-lost', link: link as LinkId, cause: 'connection-lost' });
  };
  lose(1);
  expect([shown(a)?.phase, shown(b)]).toEqual(['calling', undefined]);
  connect(a, b, 2);
  await phase(b, 'asked');
  press(b, a);
  await Promise.all([code(a), code(b)]);
  lose(2);
  expect(shown(a)).toMatchObject({ phase: 'failed', why: 'lost' });
  expect(shown(b)).toMatchObject({ phase: 'failed', why: 'lost' });
});

test('whoever presses with somebody else leaves the first comparison', async () => {
  const [a, b, c] = [new Device('a'), new Device('b'), new Device('c')];
  connect(a, b, 1);
  connect(a, c, 2);
  await turns(12);
  press(a, b);
  await phase(b, 'asked');
  press(a, c);
  await phase(c, 'asked');
  await phase(b, undefined);
  expect(shown(a)).toMatchObject({ peer: c.id, phase: 'asking' });
});

test('who asks while another comparison runs is told "not now", and nobody sees it', async () => {
  const [a, b, c] = [new Device('a'), new Device('b'), new Device('c')];
  connect(a, b, 1);
  connect(c, b, 2);
  await turns(12);
  press(a, b);
  await phase(b, 'asked');
  press(c, b);
  await c.until(() => (shown(c)?.phase === 'failed' ? true : undefined));
  expect(shown(c)).toMatchObject({ why: 'refused' });
  expect(shown(b)).toMatchObject({ peer: a.id, phase: 'asked' });
});

test('who asks again and again is not heard any more, until the person here asks', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  connect(a, b, 1);
  await turns(12);
  for (let n = 0; n < MAX_VAIN_QUESTIONS; n++) {
    press(a, b);
    await phase(b, 'asked');
    say(b, a, 'cancelled');
    await phase(a, 'failed');
  }
  press(a, b);
  await phase(a, 'asking');
  await turns(20);
  expect([shown(a)?.phase, shown(b)]).toEqual(['asking', undefined]);
  press(b, a);
  expect(await code(a)).toEqual(await code(b)); // both have pressed
});

test('who is blocked is not answered, nor is a stranger while strangers are kept out; who was made sure of is', async () => {
  for (const [regard, isHeard] of [
    [{ known: [], blocked: ['a'], isClosed: false }, false],
    [{ known: [], blocked: [], isClosed: true }, false],
    [{ known: ['a'], blocked: [], isClosed: true }, true],
  ] as const) {
    const [a, b] = [new Device('a'), new Device('b')];
    const known = regard.known.map(() => publicKeyOf(a.secret));
    b.engine.receive({ ...regard, type: 'regard', known, blocked: regard.blocked.map(() => a.id) });
    connect(a, b, 1);
    await turns(12);
    press(a, b);
    await phase(a, 'asking');
    await turns(20);
    expect([shown(a)?.phase, shown(b)?.phase]).toEqual(['asking', isHeard ? 'asked' : undefined]);
  }
});

test('many strangers ring no more often than a few, until time has passed; who is known rings all the same', async () => {
  let now = 0;
  const b = new Device('b', undefined, 0, { elapsed: () => now });
  const known = new Device('known');
  b.engine.receive({ type: 'regard', known: [publicKeyOf(known.secret)], blocked: [], isClosed: false });
  let link = 0;
  const rings = async (device: Device) => {
    link += 1;
    connect(device, b, link);
    await turns(12);
    press(device, b);
    await turns(8);
    const isAsked = shown(b)?.peer === device.id && shown(b)?.phase === 'asked';
    say(b, device, 'cancelled');
    return isAsked;
  };
  for (let n = 0; n < STRANGERS_QUESTIONS.burst; n++) expect(await rings(new Device(`stranger ${n}`))).toBe(true);
  expect(await rings(new Device('one more'))).toBe(false);
  expect(await rings(known)).toBe(true);
  now += 1_000 / STRANGERS_QUESTIONS.perSecond;
  expect(await rings(new Device('ten minutes later'))).toBe(true);
  expect(await rings(new Device('and another'))).toBe(false);
});

const nonce = () => newNonce((bytes) => crypto.getRandomValues(bytes));

/** A device that is played by hand, on a proven link to `device`. */
function mallory(device: Device, link: number) {
  const self = selfOf('mallory');
  const end = byHand(device, self, link);
  end.hello();
  end.prove();
  const keys = { asking: publicKeyOf(self.secret), asked: publicKeyOf(device.secret) };
  const ask = () => {
    const own = nonce();
    const commitment = commitmentTo(own, keys);
    end.tell({ type: 'compare', commitment });
    return { own, commitment };
  };
  const agree = () => device.engine.receive({ type: 'compare', peer: self.id, peerName: 'mallory' });
  return { ...end, ask, agree, self };
}

test('a device that lies loses its connection, and the person is warned until they have read it', async () => {
  const b = new Device('b');
  const { tell, ask, agree, heard, self } = mallory(b, 1);
  const { commitment } = ask();
  await phase(b, 'asked');
  agree();
  await expect.poll(() => heard.at(-1)?.type).toBe('compare-answer');
  tell({ type: 'compare-reveal', commitment, nonce: nonce() });
  await phase(b, 'failed');
  expect(shown(b)).toMatchObject({ why: 'broken' });
  expect(posted(b, 'drop-link')).toBe(1);
  // Neither it nor anybody else asks the warning away.
  const again = mallory(b, 2);
  again.ask();
  const a = new Device('a');
  connect(a, b, 3);
  await turns(12);
  press(a, b);
  await phase(a, 'failed');
  await expect.poll(() => again.heard.at(-1)).toMatchObject({ type: 'compare-verdict', verdict: 'cancelled' });
  expect(shown(b)).toMatchObject({ peer: self.id, why: 'broken' });
});

test('a device that asks without end is not heard, and then cut off', async () => {
  const b = new Device('b');
  const { ask } = mallory(b, 1);
  await turns(12);
  for (let n = 0; n < 1_000; n++) ask();
  await b.until(() => b.posted.find((message) => message.type === 'drop-link'));
  const asked = b.posted.filter((message) => message.type === 'comparison' && message.comparison?.phase === 'asked');
  expect(asked).toHaveLength(MAX_VAIN_QUESTIONS);
  expect(shown(b)).toBeUndefined();
});

test('nothing is heard before both sides have proved who they are', async () => {
  const b = new Device('b');
  const end = byHand(b, selfOf('mallory'), 1);
  end.hello();
  end.tell({
    type: 'compare',
    commitment: commitmentTo(nonce(), { asking: publicKeyOf(b.secret), asked: publicKeyOf(b.secret) }),
  });
  await b.until(() => b.posted.find((message) => message.type === 'drop-link'));
  expect(posted(b, 'comparison')).toBe(0);
});
