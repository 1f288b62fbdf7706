import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerBinding } from './answer.ts';
import {
  ATTRIBUTE,
  type Attribute,
  checkFingerprint,
  decodeMessage,
  encodeMessage,
  mappedAddress,
  readErrorCode,
  type StunMessage,
  withFingerprint,
} from './message.ts';

const SENDER = { address: '192.168.42.100', port: 50_000 };
const request = (attributes: readonly Attribute[] = [], more: Partial<StunMessage> = {}): StunMessage => ({
  class: 'request',
  method: 1,
  transactionId: new Uint8Array(12).fill(7),
  attributes,
  ...more,
});
const attribute = (type: number, length = 4): Attribute => ({ type, value: new Uint8Array(length) });
const answerTo = (datagram: Uint8Array): StunMessage | undefined => {
  const answer = answerBinding(datagram, SENDER);
  return answer && decodeMessage(answer);
};

describe('a binding request', () => {
  it('is answered with the sender’s address', () => {
    const answer = answerTo(encodeMessage(request()));
    expect(answer).toMatchObject({ class: 'success', method: 1, transactionId: request().transactionId });
    expect(answer && mappedAddress(answer)).toEqual(SENDER);
    expect(answer?.attributes).toHaveLength(1);
  });

  it('with a fingerprint gets one back', () => {
    const bytes = answerBinding(withFingerprint(request()), SENDER) ?? new Uint8Array();
    const answer = decodeMessage(bytes);
    expect(answer && checkFingerprint(bytes, answer)).toBe(true);
  });

  it('may hold attributes that a server may ignore', () => {
    const attributes = [attribute(ATTRIBUTE.username), attribute(ATTRIBUTE.messageIntegrity, 20), attribute(0x8022)];
    expect(answerTo(encodeMessage(request(attributes)))?.class).toBe('success');
  });

  it('with an unknown mandatory attribute is refused, and the attribute is named', () => {
    const changeRequest = 0x0003; // RFC 5780: answer from another address. Such a server can be aimed at others.
    const answer = answerTo(encodeMessage(request([attribute(changeRequest)])));
    expect(answer && readErrorCode(answer)).toBe(420);
    expect(answer?.attributes[1]).toEqual({ type: ATTRIBUTE.unknownAttributes, value: Uint8Array.of(0, 3) });
  });
});

describe('silence is the answer to', () => {
  it.each([
    ['an answer', encodeMessage(request([], { class: 'success' }))],
    ['an indication', encodeMessage(request([], { class: 'indication' }))],
    ['an allocation, which is for coturn', encodeMessage(request([], { method: 3 }))],
    ['a wrong fingerprint', withFingerprint(request()).map((byte, index) => (index === 10 ? byte ^ 1 : byte))],
    ['nothing', new Uint8Array()],
  ])('%s', (_, datagram) => {
    expect(answerBinding(datagram, SENDER)).toBeUndefined();
  });
});

it('an answer is never much longer than its request, and answers are never answered', () => {
  const headers = 28; // IPv4 and UDP
  const any = fc
    .tuple(
      fc.constantFrom('request', 'success', 'error', 'indication'),
      fc.array(fc.record({ type: fc.nat(0xffff), value: fc.uint8Array({ maxLength: 40 }) }), { maxLength: 12 }),
      fc.boolean(),
    )
    .map(([kind, attributes, signed]) => {
      const message = request(attributes, { class: kind });
      return signed ? withFingerprint(message) : encodeMessage(message);
    });
  fc.assert(
    fc.property(fc.oneof(any, fc.uint8Array({ maxLength: 600 })), (datagram) => {
      const answer = answerBinding(datagram, SENDER);
      if (answer === undefined) return;
      expect(headers + answer.length).toBeLessThanOrEqual(1.5 * (headers + datagram.length));
      expect(answerBinding(answer, SENDER)).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
});
