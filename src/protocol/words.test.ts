import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SignedEvent, signedBy } from './event.ts';
import type { SecretKey } from './keys.ts';
import { MAX_WORDS_FRAME_BYTES } from './limits.ts';
import { parseClientWords, parseHolderWords, refusedEvent } from './words.ts';

const SECRET = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE' as SecretKey;
const DEVICE = 'AbCdEfGhIjKlMnOp';
const KEY = 'ab'.repeat(32);
let event: SignedEvent;
beforeAll(() => {
  event = signedBy(SECRET, { kind: 1, created_at: 1_764_150_000, tags: [['t', 'need']], content: '水' });
});

/** In its wire form; `E` stands for the event. */
const client: readonly (readonly [json: string])[] = [
  ['["AUTH",E]'],
  ['["EVENT",E]'],
  ['["EVENT",E,{"age":3600}]'],
  ['["REQ","a",{}]'],
  [
    `["REQ","a",{"ids":["${KEY}"],"kinds":[1],"authors":["${KEY}"],"since":1,"until":2,"#e":["${KEY}"],"#p":["${KEY}"],"#t":["need"],"limit":50}]`,
  ],
  ['["CLOSE","a"]'],
  ['["NEG-OPEN","a",{"kinds":[1]},"6100000200"]'],
  ['["NEG-MSG","a","61"]'],
  ['["NEG-CLOSE","a"]'],
  [`["KEY","${DEVICE}"]`],
];
const holder: readonly (readonly [json: string])[] = [
  ['["AUTH","q83vEjRWeJq83vEjRWeJqw"]'],
  ['["EVENT","a",E]'],
  ['["EVENT","a",E,{"age":0}]'],
  ['["EOSE","a"]'],
  [`["OK","${KEY}",true,""]`],
  [`["OK","${KEY}",false,"restricted: quota"]`],
  ['["CLOSED","a","rate-limited: pace"]'],
  ['["NOTICE","hello"]'],
  ['["NEG-MSG","a","61"]'],
  ['["NEG-ERR","a","invalid: malformed"]'],
  [`["KEY","${DEVICE}","${KEY}"]`],
  [`["KEY","${DEVICE}",null]`],
];
const written = (json: string): string =>
  json.replace('E,{', `${JSON.stringify(event)},{`).replace('E]', `${JSON.stringify(event)}]`);

describe.each([
  ['a phone says', client, parseClientWords],
  ['a router says', holder, parseHolderWords],
] as const)('%s', (_, frames, parse) => {
  test.each(frames)('%s', (json) => {
    const frame = written(json);
    const parsed = parse(frame);
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(frame);
  });

  test('and what stands behind it is for others', () => {
    const frame = JSON.parse(written(frames[3]?.[0] ?? ''));
    expect(parse(JSON.stringify([...frame, { more: 1 }, 'more']))).toEqual({ ok: true, value: frame });
  });

  test('nothing that is cut off, or has another in its place', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('a', KEY, 'KEY', null, {}));
    fc.assert(
      fc.property(fc.constantFrom(...frames), fc.nat(3), value, fc.boolean(), ([json], at, other, isCut) => {
        const frame = JSON.parse(written(json));
        if (isCut) frame.length = Math.min(frame.length, at);
        else frame[at] = other;
        const parsed = parse(JSON.stringify(frame)); // never throws
        if (parsed.ok) expect(parse(JSON.stringify(parsed.value))).toEqual(parsed);
        else expect(parsed.error).toMatch(/^message/);
      }),
    );
  });
});

describe('no frame', () => {
  test.each([
    ['no JSON', '['],
    ['no list', '{"type":"REQ"}'],
    ['nothing', '[]'],
    ['another verb', '["COUNT","a",{}]'],
    ['a verb of the other side', '["EOSE","a"]'],
    ['a name of every object', '["constructor","a"]'],
    ['a filter that is none', '["REQ","a",[]]'],
    ['a filter of which a part is not understood', '["REQ","a",{"#d":["x"]}]'],
    ['a subscription without a name', '["REQ","",{}]'],
    ['half a byte', '["NEG-MSG","a","610"]'],
    ['too much', JSON.stringify(['NEG-MSG', 'a', 'a'.repeat(MAX_WORDS_FRAME_BYTES)])],
  ])('is %s', (_, json) => expect(parseClientWords(json)).toMatchObject({ ok: false }));

  test('an age that is none counts as none: other relays may put something else there', () => {
    expect(parseClientWords(JSON.stringify(['EVENT', event, { age: -1 }]))).toEqual({
      ok: true,
      value: ['EVENT', event],
    });
  });
});

test('whoever brings an event that is none can be told which', () => {
  expect(refusedEvent(JSON.stringify(['EVENT', { ...event, tags: 'none' }]))).toBe(event.id);
  expect(refusedEvent(JSON.stringify(['EVENT', { id: 'none' }]))).toBeUndefined();
  expect(refusedEvent(JSON.stringify(['REQ', { id: event.id }]))).toBeUndefined();
  expect(refusedEvent('[')).toBeUndefined();
});
