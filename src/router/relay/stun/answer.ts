/** What a STUN server without authentication answers (RFC 8489 section 6.3 and 12: the basic server behaviour). Pure. */
import {
  ATTRIBUTE,
  type Attribute,
  checkFingerprint,
  decodeMessage,
  type Endpoint,
  encodeMessage,
  errorCode,
  FIRST_OPTIONAL_ATTRIBUTE,
  METHOD,
  withFingerprint,
  xorAddress,
} from './message.ts';

/** Attributes of the requests that ICE agents send each other; a server without credentials ignores them. */
const PASSED_OVER: readonly number[] = [
  ATTRIBUTE.username,
  ATTRIBUTE.messageIntegrity,
  ATTRIBUTE.messageIntegritySha256,
];
/** More than this would make a refusal longer than the request with those attributes. */
const MAX_UNKNOWN_TOLD = 4;

/**
 * The answer to a datagram; `undefined` for silence. Forging a sender's address gains nothing: with its IP and UDP
 * headers a request has at least 48 bytes and an answer at most 68.
 */
export function answerBinding(datagram: Uint8Array, sender: Endpoint): Uint8Array | undefined {
  const request = decodeMessage(datagram);
  if (request?.class !== 'request' || request.method !== METHOD.binding) return undefined;
  const signed = checkFingerprint(datagram, request);
  if (signed === false) return undefined;
  const { method, transactionId } = request;
  const unknown = request.attributes
    .map(({ type }) => type)
    .filter((type) => type < FIRST_OPTIONAL_ATTRIBUTE && !PASSED_OVER.includes(type));
  const answer =
    unknown.length === 0
      ? { class: 'success' as const, method, transactionId, attributes: [mapped(sender)] }
      : { class: 'error' as const, method, transactionId, attributes: refusal(unknown) };
  return signed ? withFingerprint(answer) : encodeMessage(answer);
}

function mapped(sender: Endpoint): Attribute {
  return { type: ATTRIBUTE.xorMappedAddress, value: xorAddress(sender) };
}

/** RFC 8489 section 6.3.1: 420, with the attributes that were not understood. */
function refusal(unknown: readonly number[]): readonly Attribute[] {
  const told = unknown.slice(0, MAX_UNKNOWN_TOLD);
  const value = Uint8Array.from(told.flatMap((type) => [type >> 8, type & 0xff]));
  return [
    { type: ATTRIBUTE.errorCode, value: errorCode(420, '') },
    { type: ATTRIBUTE.unknownAttributes, value },
  ];
}
