import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_GROUPS } from '../../protocol/groups.ts';
import { MAX_WORDS_FRAME_BYTES } from '../../protocol/limits.ts';
import { NO_NAME } from '../../protocol/signaling.ts';
import * as messages from './messages.ts';
import { encode, type LinkFrame, MAX_DEVICES_PER_ROUTER, MAX_LINK_FRAME_BYTES, MAX_PORTION_BYTES } from './messages.ts';

const DEVICE = {
  id: 'AbCdEfGhIjKlMnOp',
  name: 'Quiet Heron',
  kind: 'phone',
  key: 'AbCdEfGhIjKlMnOp'.padEnd(43, 'k'),
  challenge: '0123456789abcdefghijkl',
  claim: 1_764_150_000_123,
  signature: 's'.repeat(86),
};
const GROUP = { group: 'g'.repeat(43), signature: 's'.repeat(86) };
const LIFE = '0000000700c0ffee';
const CONNECTION = '0123456789-_abcd';

const SHA256 = 'f'.repeat(64);
const EVENT = {
  id: 'a'.repeat(64),
  pubkey: 'b'.repeat(64),
  kind: 1,
  created_at: 1_764_150_000,
  tags: [['t', 'need']],
  content: 'Water',
  sig: 'c'.repeat(128),
};
const parseLinkFrame = (json: string) => messages.parseLinkFrame(Buffer.from(json));

/** As they cross the wire. Changing one of these is a new version of the protocol. */
const GOLDEN: Record<Exclude<LinkFrame['type'], 'bytes'>, string> = {
  hello: `{"type":"hello","version":4,"id":"CaJnJDPpIm_BgPv9","incarnation":"${LIFE}","key":"${'k'.repeat(43)}","proof":"${'p'.repeat(86)}"}`,
  ping: '{"type":"ping","n":7}',
  pong: '{"type":"pong","n":7,"clock":1764150000123}',
  bye: '{"type":"bye"}',
  want: '{"type":"want"}',
  about: '{"type":"about","about":{"name":"R1","stun":{"address":"192.168.1.144","port":3478}}}',
  snapshot: `{"type":"snapshot","incarnation":"${LIFE}","version":7,"devices":[${JSON.stringify(DEVICE)}]}`,
  delta: `{"type":"delta","incarnation":"${LIFE}","base":7,"version":8,"put":[${JSON.stringify({ ...DEVICE, away: true })}],"gone":["mnopqrstuvwxyz01"]}`,
  signal: `{"type":"signal","from":"AbCdEfGhIjKlMnOp","to":"mnopqrstuvwxyz01","connection":"${CONNECTION}","signal":{"type":"offer","sdp":"v=0"}}`,
  unreachable: `{"type":"unreachable","from":"AbCdEfGhIjKlMnOp","to":"mnopqrstuvwxyz01","connection":"${CONNECTION}"}`,
  ask: '{"type":"ask","words":["NEG-OPEN","1",{"kinds":[1,5,1985]},"6100000200"]}',
  tell: `{"type":"tell","words":["EVENT","1",${JSON.stringify(EVENT)},{"age":60}]}`,
  took: '{"type":"took","count":7}',
  holds: '{"type":"holds","sum":"2000-0123456789ab"}',
  where: `{"type":"where","sha256":"${SHA256}"}`,
  here: `{"type":"here","sha256":"${SHA256}","size":5000000}`,
  get: `{"type":"get","n":7,"sha256":"${SHA256}","from":65536,"to":131072,"despite":"CaJnJDPpIm_BgPv9"}`,
  soon: '{"type":"soon","n":7}',
  not: '{"type":"not","n":7,"instead":"CaJnJDPpIm_BgPv9"}',
};

const MORE = {
  'ask, with an event': `{"type":"ask","words":["EVENT",${JSON.stringify(EVENT)},{"age":60}]}`,
  'here, of what is not': `{"type":"here","sha256":"${SHA256}"}`,
  'not, and nowhere else': '{"type":"not","n":7}',
  'about, with its address':
    '{"type":"about","about":{"name":"R1","backhaul":{"address":"192.168.1.144","prefix":24}}}',
  'snapshot, of a device that hides': `{"type":"snapshot","incarnation":"${LIFE}","version":7,"devices":[${JSON.stringify({ ...DEVICE, groups: [GROUP], onlyGroups: true })}]}`,
  'unreachable, with a reason': `{"type":"unreachable","from":"AbCdEfGhIjKlMnOp","to":"mnopqrstuvwxyz01","connection":"${CONNECTION}","reason":"same-address"}`,
};

describe('a frame between routers', () => {
  it.each(Object.entries({ ...GOLDEN, ...MORE }))('%s is what it was', (_, json) => {
    expect(parseLinkFrame(json)).toEqual({ ok: true, value: JSON.parse(json) });
  });

  it.each(Object.entries({ ...GOLDEN, ...MORE }))('%s is written so', (_, json) => {
    const parsed = parseLinkFrame(json);
    expect(parsed.ok && encode(parsed.value)).toBe(json);
  });

  it('of bytes is what it was: a 1, the number of the question, and they themselves', () => {
    const golden = Buffer.from('01000000077bff00', 'hex');
    const message = { type: 'bytes', n: 7, bytes: Buffer.from('7bff00', 'hex') } as const;
    expect(messages.parseLinkFrame(golden)).toEqual({ ok: true, value: message });
    expect(encode(message)).toEqual(golden);
  });

  it.each([
    ['none', Buffer.from('0100000007', 'hex')],
    ['no number', Buffer.from('010000', 'hex')],
    ['too many', Buffer.concat([Buffer.from('0100000007', 'hex'), Buffer.alloc(MAX_PORTION_BYTES + 1)])],
    ['another form', Buffer.from('02000000077bff00', 'hex')],
  ])('of bytes with %s is refused', (_, frame) => {
    expect(messages.parseLinkFrame(frame).ok).toBe(false);
  });

  it.each(['ping', 'pong'] as const)('%s of a router that compares no clocks is accepted', (type) => {
    expect(parseLinkFrame(`{"type":"${type}"}`)).toEqual({ ok: true, value: { type } });
  });

  it.each([
    ['hello of a longer id', GOLDEN.hello.replace('BgPv9', 'BgPv9A')],
    ['hello without a proof', GOLDEN.hello.replace(/,"proof.*"/, '')],
    ['STUN outside of IPv4', '{"type":"about","about":{"name":"R1","stun":{"address":"stun.example","port":3478}}}'],
    ['a clock beyond all dates', '{"type":"pong","n":7,"clock":8640000000000001}'],
    ['a clock before 1970', '{"type":"pong","n":7,"clock":-1}'],
    ['a clock in words', '{"type":"pong","n":7,"clock":"noon"}'],
    ['a ping that has no whole number', '{"type":"ping","n":0.5}'],
    ['a claim of nothing', GOLDEN.snapshot.replace(/"claim":\d+/, '"claim":0')],
    ['a device without its signature', GOLDEN.snapshot.replace(/,"signature":"s+"/, '')],
    ["a device under another one's id", GOLDEN.snapshot.replace('AbCdEfGhIjKlMnOp', 'AbCdEfGhIjKlMnOq')],
    [
      'a device of five groups',
      GOLDEN.snapshot.replace('"claim"', `"groups":${JSON.stringify(Array(5).fill(GROUP))},"claim"`),
    ],
    ['a question that is for sockets', `{"type":"ask","words":["KEY","AbCdEfGhIjKlMnOp"]}`],
    ['an answer for a question', '{"type":"ask","words":["EOSE","1"]}'],
    [
      'words that are too long',
      `{"type":"ask","words":["NEG-MSG","1","${'00'.repeat(MAX_WORDS_FRAME_BYTES / 2 + 20)}"]}`,
    ],
    ['a digest that is none', GOLDEN.where.replace('ffff', 'FFFF')],
    ['a file of less than nothing', GOLDEN.here.replace('5000000', '-1')],
    ['bytes in JSON', '{"type":"bytes","n":7,"bytes":"AAAA"}'],
    ['no type', '{}'],
    ['no object', '[]'],
  ])('with %s is refused', (_, json) => {
    expect(parseLinkFrame(json).ok).toBe(false);
  });

  it('holds as many devices as a router may have, each of them in as many groups', () => {
    const device = { ...DEVICE, name: '避'.repeat(40), kind: 'computer', away: true, onlyGroups: true };
    const groups = Array(MAX_GROUPS).fill(GROUP);
    const devices = Array(MAX_DEVICES_PER_ROUTER).fill({ ...device, groups });
    const json = JSON.stringify({ type: 'snapshot', incarnation: LIFE, version: 7, devices });
    expect(Buffer.byteLength(json)).toBeLessThan(MAX_LINK_FRAME_BYTES);
  });

  it('cleans the names that people see', () => {
    const parsed = parseLinkFrame(GOLDEN.about.replace('R1', 'R1\\u202e  \\u0007x'));
    expect(parsed).toMatchObject({ ok: true, value: { about: { name: 'R1 x' } } });
  });

  // A router with another version of Unicode cleans differently. That must not cost its whole list, and the link with
  // it.
  it.each(['✅', '\u1acf', ''])('does not fail for the name %j', (odd) => {
    const json = GOLDEN.snapshot.replace('Quiet Heron', odd);
    expect(parseLinkFrame(json)).toMatchObject({ ok: true, value: { devices: [{ name: NO_NAME }] } });
    expect(parseLinkFrame(GOLDEN.delta.replace('Quiet Heron', odd)).ok).toBe(true);
    expect(parseLinkFrame(GOLDEN.about.replace('R1', odd))).toMatchObject({
      ok: true,
      value: { about: { name: NO_NAME } },
    });
  });

  it('accepts a device of a kind that only a newer router knows', () => {
    const json = GOLDEN.snapshot.replace('"kind":"phone"', '"kind":"toaster"');
    expect(parseLinkFrame(json)).toMatchObject({ ok: true, value: { devices: [{ kind: 'device' }] } });
  });

  it('never throws on what comes from outside', () => {
    const mutated = fc
      .tuple(fc.constantFrom(...Object.values(GOLDEN)), fc.nat(300), fc.nat(20), fc.string({ maxLength: 20 }))
      .map(([json, at, cut, text]) => json.slice(0, at) + text + json.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), mutated), (json) => {
        expect(typeof parseLinkFrame(json).ok).toBe('boolean');
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ max: 3, maxLength: 9 }), (bytes) => {
        expect(typeof messages.parseLinkFrame(Buffer.from(bytes)).ok).toBe('boolean');
      }),
    );
  });

  it('is not parsed at all when it is too long', () => {
    expect(parseLinkFrame(' '.repeat(MAX_LINK_FRAME_BYTES + 1)).ok).toBe(false);
  });
});
