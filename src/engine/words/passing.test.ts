/** What people say to each other while both are there: passed on unread, and only what the one who says it may say. */
import { describe, expect, test } from 'vitest';
import { type Rumor, rumorOf } from '../../protocol/event.ts';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { MAX_RUMOR_BYTES } from '../../protocol/limits.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { EngineMessage } from '../api/api.ts';
import { connect, Device } from '../testing/device.ts';
import { channelPair } from '../testing/memory-channel.ts';
import { pairWithEnds } from '../testing/pair.ts';
import { Passing } from './passing.ts';

const said = (by: Device, content: string): Rumor =>
  rumorOf(publicKeyOf(by.secret), { kind: 14, created_at: 1_764_150_000, tags: [], content });
const say = (by: Device, to: DeviceId, event: Rumor): void =>
  by.engine.receive({ type: 'pass', peer: to, message: { type: 'word', event } });
const hear = (by: Device, from: DeviceId, { id }: Rumor): void =>
  by.engine.receive({ type: 'pass', peer: from, message: { type: 'heard', id } });
function posted<Type extends EngineMessage['type']>({ posted: all }: Device, type: Type) {
  return all.filter((message): message is Extract<EngineMessage, { type: Type }> => message.type === type);
}
const hasPosted = (device: Device, type: EngineMessage['type'], count = 1) =>
  device.until(() => (posted(device, type).length >= count ? true : undefined));

describe('over a link', () => {
  test('a word comes with the key that the link has proved, and the answer of the other device goes back', async () => {
    const { a, b } = pairWithEnds();
    const word = said(a, 'we are at the east gym');
    say(a, b.id, word);
    await hasPosted(b, 'word');
    expect(posted(b, 'word')).toEqual([{ type: 'word', peer: a.id, key: publicKeyOf(a.secret), event: word }]);
    expect(posted(a, 'heard')).toEqual([]);
    hear(b, a.id, word);
    await hasPosted(a, 'heard');
    expect(posted(a, 'heard')).toEqual([{ type: 'heard', peer: b.id, id: word.id }]);
  });

  test('that is not there yet, a word waits', async () => {
    const [a, b] = [new Device('a'), new Device('b')];
    say(a, b.id, said(a, 'hello'));
    expect(posted(a, 'want-link')).toMatchObject([{ peer: b.id }]);
    connect(a, b, 1);
    await hasPosted(b, 'word');
    expect(posted(a, 'unpassed')).toEqual([]);
  });

  test('somebody is met, and their key is learned without a word', async () => {
    const [a, b] = [new Device('a'), new Device('b')];
    a.engine.receive({ type: 'meet', peer: b.id });
    expect(posted(a, 'want-link')).toMatchObject([{ peer: b.id }]);
    connect(a, b, 1);
    await hasPosted(a, 'met');
    expect(posted(a, 'met')).toEqual([{ type: 'met', key: publicKeyOf(b.secret) }]);
    expect(posted(b, 'word')).toEqual([]);
  });

  test('that cannot be made, a word is said not to come through', () => {
    const a = new Device('a');
    const word = said(a, 'hello');
    say(a, 'b' as DeviceId, word);
    a.engine.receive({ type: 'no-link', peer: 'b' as DeviceId, cause: 'no-path' });
    expect(posted(a, 'unpassed')).toEqual([{ type: 'unpassed', peer: 'b', ids: [word.id] }]);
  });

  test('that breaks before the answer, as well', async () => {
    const { a, b, control } = pairWithEnds();
    const word = said(a, 'hello');
    say(a, b.id, word);
    await hasPosted(b, 'word');
    control[0].close();
    await hasPosted(a, 'unpassed');
    expect(posted(a, 'unpassed')).toEqual([{ type: 'unpassed', peer: b.id, ids: [word.id] }]);
  });

  test('to an older app nothing is said that it would not understand', async () => {
    const [a, b] = [new Device('a'), new Device('b')];
    const ends = pairOf(a, b, (message) => {
      if (message['type'] === 'hello') delete message['words'];
    });
    say(a, b.id, said(a, 'hello'));
    await hasPosted(a, 'unpassed');
    expect(ends.said.filter(({ type }) => type === 'word')).toEqual([]);
    expect(posted(b, 'drop-link')).toEqual([]);
  });
});

describe('a liar', () => {
  test('in the name of somebody else ends the link, and nothing of it is shown', async () => {
    const { a, b } = pairWithEnds();
    say(a, b.id, said(b, 'by b'));
    await hasPosted(b, 'drop-link');
    expect(posted(b, 'word')).toEqual([]);
  });

  test('who says that they have heard what was never said, is not believed', async () => {
    const { a, b } = pairWithEnds();
    hear(b, a.id, said(a, 'never said'));
    const word = said(b, 'after it');
    say(b, a.id, word);
    await hasPosted(a, 'word');
    expect(posted(a, 'heard')).toEqual([]);
  });

  test('is invited by a word to them alone, as long as there is a link; not by what answers theirs by itself', () => {
    const invited: boolean[] = [];
    const key = publicKeyOf(newSecret());
    const peer = 'b' as DeviceId;
    const passing = new Passing({
      post: () => {},
      wantLink: () => {},
      hears: (_, isInvited) => {
        invited.push(isInvited);
        return true;
      },
      elapsed: () => 0,
    });
    const link = { peer, keys: { own: key, other: key }, hearsWords: true, tell: () => {}, lose: () => {} };
    const word = { type: 'word', event: rumorOf(key, { kind: 14, created_at: 5, tags: [], content: 'x' }) } as const;
    const heard = { type: 'heard', id: word.event.id } as const;
    passing.told(link, word);
    passing.pass(peer, heard);
    passing.met(link);
    passing.told(link, word);
    passing.pass(peer, word);
    passing.met(link);
    passing.told(link, word);
    passing.told(link, heard);
    passing.told(link, word);
    passing.noLink(peer);
    passing.told(link, word);
    expect(invited).toEqual([false, false, true, true, false]);
  });

  test('who talks without end is not listened to, and then not connected', async () => {
    const { a, b } = pairWithEnds();
    for (let turn = 0; turn < 40; turn += 1) say(a, b.id, said(a, String(turn).padEnd(MAX_RUMOR_BYTES - 400, '.')));
    await hasPosted(b, 'drop-link');
    expect(posted(b, 'word').length).toBeGreaterThanOrEqual(8);
    expect(posted(b, 'word').length).toBeLessThanOrEqual(12);
  });

  test('who is blocked is not heard', async () => {
    const { a, b } = pairWithEnds();
    b.engine.receive({ type: 'regard', known: [], blocked: [a.id], isClosed: false });
    say(a, b.id, said(a, 'hello'));
    say(b, a.id, said(b, 'after it'));
    await hasPosted(a, 'word');
    expect(posted(b, 'word')).toEqual([]);
  });
});

/** Two devices whose messages pass through `change`, as if one were of another version. */
function pairOf(a: Device, b: Device, change: (message: Record<string, unknown>) => void) {
  const [control, bulk] = [channelPair(), channelPair()];
  const heard: Record<string, unknown>[] = [];
  for (const end of control) {
    const send = end.send.bind(end);
    end.send = (data) => {
      const message = JSON.parse(String(data)) as Record<string, unknown>;
      change(message);
      heard.push(message);
      send(JSON.stringify(message));
    };
  }
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  return { said: heard };
}
