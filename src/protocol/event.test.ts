import { Event, loadWasmSync } from '@rust-nostr/nostr-sdk';
import fc from 'fast-check';
import { verifyEvent } from 'nostr-tools/pure';
import { describe, expect, test } from 'vitest';
import {
  bytesIn,
  type Draft,
  isGenuine,
  keyFrom,
  rumor,
  rumorOf,
  type SignedEvent,
  signedBy,
  signedEvent,
} from './event.ts';
import { newSecret, publicKeyOf, type SecretKey } from './keys.ts';
import { MAX_EVENT_BYTES, MAX_TAG_ITEMS, MAX_TAGS } from './limits.ts';

loadWasmSync();

const SECRET = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE' as SecretKey;
const DRAFT: Draft = {
  kind: 1,
  created_at: 1_764_150_000,
  tags: [
    ['t', 'notice'],
    ['location', '西小学校'],
  ],
  content: '水は 10時\n\t"体育館" \\ \u2028 🚰',
};

/** Two implementations of others: one in JavaScript, one in Rust. */
function othersSay(event: SignedEvent) {
  const json = JSON.stringify(event);
  const inRust = (): boolean => {
    try {
      return Event.fromJson(json).verify();
    } catch {
      return false;
    }
  };
  return { inJavaScript: verifyEvent(JSON.parse(json)), inRust: inRust() };
}

describe('a signed event', () => {
  test('has the id that it always had', () => {
    const { id, pubkey } = rumorOf(publicKeyOf(SECRET), DRAFT);
    expect(pubkey).toBe('1b84c5567b126440995d3ed5aaba0565d71e1834604819ff9c17f5e9d5dd078f');
    expect(id).toMatchInlineSnapshot(`"bf7081851680aefce75bf7e61c4568586e97f0924583c962ae4166c3a0acfe3d"`);
  });

  test('is one to others', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const draft = fc.record({
      kind: fc.integer({ min: 0, max: 65_535 }),
      created_at: fc.integer({ min: 0, max: 253_402_300_799 }),
      tags: fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      content: text,
    });
    fc.assert(
      fc.property(draft, (said) => {
        const event = signedBy(newSecret(), said);
        expect(isGenuine(event)).toBe(true);
        expect(othersSay(event)).toEqual({ inJavaScript: true, inRust: true });
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['another text', { content: 'x' }],
    ['another time', { created_at: 1 }],
    ['another kind', { kind: 2 }],
    ['another tag', { tags: [['t', 'need']] }],
    ['another id', { id: 'ab'.repeat(32) }],
    ['another author', { pubkey: 'ab'.repeat(32) }],
    ['another signature', { sig: 'ab'.repeat(64) }],
  ])('is not genuine with %s, neither here nor to others', (_, change) => {
    const event = { ...signedBy(SECRET, DRAFT), ...change } as SignedEvent;
    expect(isGenuine(event)).toBe(false);
    expect(othersSay(event)).toEqual({ inJavaScript: false, inRust: false });
  });

  test('names its author', () => {
    const secret = newSecret();
    expect(keyFrom(signedBy(secret, DRAFT).pubkey)).toBe(publicKeyOf(secret));
  });
});

describe('from outside', () => {
  const event = signedBy(SECRET, DRAFT);

  test('is taken as it is, without what is not ours', () => {
    expect(signedEvent({ ...event, more: 1 }, 'event')).toEqual(event);
    expect(bytesIn(event)).toBe(Buffer.byteLength(JSON.stringify(event)));
  });

  test.each([
    ['no object', []],
    ['an id that is none', { ...event, id: 'AB'.repeat(32) }],
    ['a key that is none', { ...event, pubkey: event.pubkey.slice(2) }],
    ['a signature that is none', { ...event, sig: `${event.sig}00` }],
    ['no content', { ...event, content: undefined }],
    ['half a character', { ...event, content: '\ud800' }],
    ['a time before time', { ...event, created_at: -1 }],
    ['a time that is no number', { ...event, created_at: 1.5 }],
    ['a kind beyond all kinds', { ...event, kind: 65_536 }],
    ['a tag that is no list', { ...event, tags: ['t'] }],
    ['a tag that holds a list', { ...event, tags: [[['t']]] }],
    ['too many tags', { ...event, tags: Array.from({ length: MAX_TAGS + 1 }, () => ['t']) }],
    ['too long a tag', { ...event, tags: [Array.from({ length: MAX_TAG_ITEMS + 1 }, () => 't')] }],
    ['too many bytes', { ...event, content: '水'.repeat(MAX_EVENT_BYTES / 3) }],
    ['too many bytes once they are written', { ...event, content: '\u0001'.repeat(Math.ceil(MAX_EVENT_BYTES / 6)) }],
    ['too many bytes in tags', { ...event, tags: Array(8).fill(['e', '水'.repeat(MAX_EVENT_BYTES / 24)]) }],
  ])('is refused: %s', (_, value) => {
    expect(() => signedEvent(value, 'event')).toThrow(/^event/);
  });

  test('a rumor must have the id of what it says', () => {
    const { sig: _, ...said } = event;
    expect(rumor(said, 'rumor')).toEqual(said);
    expect(() => rumor({ ...said, content: 'x' }, 'rumor')).toThrow('rumor.id');
  });
});
