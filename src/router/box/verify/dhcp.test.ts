/** Bytes of a conversation with dnsmasq 2.90; `e2e/router/box-verify.test.ts` has one with the real one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asking, answerIn, discoverBytes, requestBytes } from './dhcp.ts';

const ASKING: Asking = { transaction: 0x0102_0304, mac: Uint8Array.of(2, 0, 0, 0, 0, 7) };

/** As the server writes it: the question turned round, with options of its own. */
function answer(options: readonly number[], { yours = [192, 168, 42, 50] } = {}): Uint8Array {
  const bytes = new Uint8Array(300);
  bytes.set(discoverBytes(ASKING).subarray(0, 240));
  bytes[0] = 2;
  bytes.set(yours, 16);
  bytes.set(options, 240);
  return bytes;
}

const OFFER = [
  53, 1, 2, 0, 54, 4, 192, 168, 42, 1, 1, 4, 255, 255, 255, 0, 3, 4, 192, 168, 42, 1, 6, 4, 192, 168, 42, 1, 255,
];

test('a question', () => {
  const bytes = discoverBytes(ASKING);
  expect([...bytes.subarray(0, 12)]).toEqual([1, 1, 6, 0, 1, 2, 3, 4, 0, 0, 0x80, 0]);
  expect([...bytes.subarray(28, 34)]).toEqual([2, 0, 0, 0, 0, 7]);
  expect([...bytes.subarray(236)]).toEqual([0x63, 0x82, 0x53, 0x63, 53, 1, 1, 55, 3, 1, 3, 6, 255]);
  const lease = { address: '192.168.42.50', prefixLength: 24, server: '192.168.42.1' };
  expect([...requestBytes(ASKING, lease).subarray(240)]).toEqual([
    53, 1, 3, 55, 3, 1, 3, 6, 50, 4, 192, 168, 42, 50, 54, 4, 192, 168, 42, 1, 255,
  ]);
});

test('its answers', () => {
  const lease = {
    address: '192.168.42.50',
    prefixLength: 24,
    server: '192.168.42.1',
    router: '192.168.42.1',
    dns: '192.168.42.1',
  };
  expect(answerIn(answer(OFFER), ASKING)).toEqual({ is: 'offer', lease });
  expect(answerIn(answer([53, 1, 5, ...OFFER.slice(3)]), ASKING)).toEqual({ is: 'ack', lease });
  expect(answerIn(answer([53, 1, 6, 255]), ASKING)).toEqual({ is: 'nak' });
});

test('what is to somebody else, or no answer', () => {
  expect(answerIn(answer(OFFER), { ...ASKING, transaction: 9 })).toBeUndefined();
  expect(answerIn(answer(OFFER), { ...ASKING, mac: Uint8Array.of(2, 0, 0, 0, 0, 8) })).toBeUndefined();
  expect(answerIn(discoverBytes(ASKING), ASKING)).toBeUndefined();
  expect(answerIn(answer([53, 1, 2, 255]), ASKING)).toBeUndefined();
  expect(answerIn(new Uint8Array(10), ASKING)).toBeUndefined();
});

test('takes any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (options) => void answerIn(answer([...options]), ASKING)));
});
