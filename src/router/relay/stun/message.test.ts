import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTRIBUTE,
  checkFingerprint,
  decodeMessage,
  encodeMessage,
  errorCode,
  mappedAddress,
  readErrorCode,
  readXorAddress,
  type StunMessage,
  withFingerprint,
  xorAddress,
} from './message.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'));

const changed = (bytes: Uint8Array, at: number, byte: number): Uint8Array =>
  bytes.map((old, index) => (index === at % bytes.length ? byte : old));

/** RFC 5769 section 2.1. */
const REQUEST = hex(`0001 0058 2112a442 b7e7a701bc34d686fa87dfae
  8022 0010 5354554e207465737420636c69656e74   0024 0004 6e0001ff   8029 0008 932ff9b151263b36
  0006 0009 6576746a3a68367659202020   0008 0014 9aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2   8028 0004 e57a3bcf`);
/** RFC 5769 section 2.2. */
const RESPONSE = hex(`0101 003c 2112a442 b7e7a701bc34d686fa87dfae
  8022 000b 7465737420766563746f7220   0020 0008 0001a147e112a643
  0008 0014 2b91f599fd9e90c38c7489f92af9ba53f06be7d7   8028 0004 c07d4c96`);

const TRANSACTION = hex('b7e7a701bc34d686fa87dfae');
const message = (more: Partial<StunMessage> = {}): StunMessage => ({
  class: 'request',
  method: 1,
  transactionId: TRANSACTION,
  attributes: [],
  ...more,
});

describe('the test vectors of RFC 5769', () => {
  it('are decoded correctly', () => {
    const request = decodeMessage(REQUEST);
    expect(request).toMatchObject({ class: 'request', method: 1, transactionId: TRANSACTION });
    expect(request?.attributes.map(({ type }) => type)).toEqual([0x8022, 0x0024, 0x8029, 0x0006, 0x0008, 0x8028]);
    expect(Buffer.from(request?.attributes[3]?.value ?? []).toString()).toBe('evtj:h6vY');
    const response = decodeMessage(RESPONSE);
    expect(response?.class).toBe('success');
    expect(response && mappedAddress(response)).toEqual({ address: '192.0.2.1', port: 32_853 });
  });

  it.each([REQUEST, RESPONSE])('carry a valid fingerprint, which any changed bit breaks', (vector) => {
    const check = (bytes: Uint8Array) => {
      const decoded = decodeMessage(bytes);
      return decoded && checkFingerprint(bytes, decoded);
    };
    expect(check(vector)).toBe(true);
    expect(check(changed(vector, 30, 0))).toBe(false);
  });
});

it('a written message is read back unchanged', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const any: fc.Arbitrary<StunMessage> = fc.record({
    class: fc.constantFrom('request', 'indication', 'success', 'error'),
    method: fc.nat(0xfff),
    transactionId: bytes(12),
    attributes: fc.array(fc.record({ type: fc.nat(0xffff), value: fc.uint8Array({ maxLength: 9 }) }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(any, (written) => {
      expect(decodeMessage(encodeMessage(written))).toEqual(written);
      const signed = withFingerprint(written);
      const read = decodeMessage(signed);
      expect(read && checkFingerprint(signed, read)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(65_535), (address, port) => {
      expect(readXorAddress(xorAddress({ address, port }))).toEqual({ address, port });
    }),
  );
  const refusal = message({ class: 'error', attributes: [{ type: ATTRIBUTE.errorCode, value: errorCode(420, 'no') }] });
  expect(readErrorCode(refusal)).toBe(420);
});

it.each([
  ['nothing', ''],
  ['a header cut short', '0001 0000 2112a442 b7e7a701bc34d686fa87df'],
  ['another cookie', '0001 0000 2112a443 b7e7a701bc34d686fa87dfae'],
  ['ChannelData or DTLS', '4001 0000 2112a442 b7e7a701bc34d686fa87dfae'],
  ['a length that is no multiple of four', '0001 0002 2112a442 b7e7a701bc34d686fa87dfae 0000'],
  ['less than the header says', '0001 0008 2112a442 b7e7a701bc34d686fa87dfae 00240000'],
  ['more than the header says', '0001 0000 2112a442 b7e7a701bc34d686fa87dfae 00240000'],
  ['an attribute longer than the message', '0001 0004 2112a442 b7e7a701bc34d686fa87dfae 00240001'],
])('%s is no STUN message', (_, bytes) => {
  expect(decodeMessage(hex(bytes))).toBeUndefined();
});

it('never throws on what comes from outside', () => {
  const near = fc
    .tuple(fc.constantFrom(REQUEST, RESPONSE), fc.nat(200), fc.nat(255))
    .map(([b, at, byte]) => changed(b, at, byte));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), near), (bytes) => {
      const read = decodeMessage(bytes);
      if (read === undefined) return;
      checkFingerprint(bytes, read);
      mappedAddress(read);
      readErrorCode(read);
    }),
    { numRuns: 2000 },
  );
});
