/**
 * Hellos that are not quite what their device said, for the fuzz of the router's entry: a sample of them with the units, all
 * of them with `e2e/router/hello-fuzz.test.ts`.
 */
import fc from 'fast-check';
import { fromBase64url, toBase64url } from '../../../protocol/base64url.ts';
import { signedHello } from '../../../protocol/hello-event.ts';
import type { PublicKey, SecretKey, Signature } from '../../../protocol/keys.ts';
import { SIGNALING_VERSION } from '../../../protocol/limits.ts';
import { type Challenge, CLOSE, type ClientMessage, parseClientMessage } from '../../../protocol/signaling.ts';
import { greet, type Visitor } from '../greet.ts';

type Hello = Extract<ClientMessage, { readonly type: 'hello' }>;
/** Where a hello is said, and what it says. */
export type Scene = { readonly visitor: Visitor; readonly router: string; readonly hello: Hello };

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  fromBase64url(text, Math.floor((text.length * 3) / 4)) ?? new Uint8Array();
const withBit = (text: string, bit: number): string => {
  const bytes = bytesOf(text);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return toBase64url(bytes);
};
const randomText = (bytes: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(toBase64url);

/** There is time for all that comes. */
export const ALWAYS = (): boolean => true;
export const ROUTER = 'a-router-of-ours';
export const VISITOR: Visitor = {
  address: '10.0.0.7',
  challenge: toBase64url(new Uint8Array(16).fill(7)) as Challenge,
};
const SECRET = toBase64url(new Uint8Array(32).fill(1)) as SecretKey;

/** A hello as it ought to be. */
export function honest({ visitor = VISITOR, router = ROUTER } = {}): Scene {
  const { challenge: _, ...signed } = signedHello(SECRET, {
    router,
    challenge: visitor.challenge,
    claim: 1_764_150_000_123,
  });
  return {
    visitor,
    router,
    hello: { type: 'hello', version: SIGNALING_VERSION, ...signed, name: 'Quiet Heron', kind: 'phone' },
  };
}

/** Frames that anybody may send: noise, the honest frame with a piece replaced, and with a field replaced. */
export function mutated({ hello }: Scene): fc.Arbitrary<string> {
  const json = JSON.stringify(hello);
  const spliced = fc
    .tuple(fc.nat(json.length), fc.nat(20), fc.string({ maxLength: 20 }))
    .map(([at, cut, text]) => json.slice(0, at) + text + json.slice(at + cut));
  const flipped = fc
    .tuple(fc.nat(json.length - 1), fc.nat(7))
    .map(([at, bit]) => json.slice(0, at) + String.fromCharCode(json.charCodeAt(at) ^ (1 << bit)) + json.slice(at + 1));
  const field = fc.constantFrom(...Object.keys(hello), 'groups', 'onlyGroups', 'type', '__proto__');
  const replaced = fc.tuple(field, fc.jsonValue()).map(([name, value]) => JSON.stringify({ ...hello, [name]: value }));
  const removed = field.map((name) => JSON.stringify({ ...hello, [name]: undefined }));
  const plausible = fc.oneof(
    randomText(32).map((key) => ({ ...hello, key })),
    randomText(64).map((signature) => ({ ...hello, signature })),
    fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map((claim) => ({ ...hello, claim })),
    fc
      .tuple(randomText(32), randomText(64))
      .map(([group, signature]) => ({ ...hello, groups: [{ group, signature }] })),
  );
  return fc.oneof(
    fc.string(),
    fc.json(),
    { arbitrary: spliced, weight: 6 },
    { arbitrary: flipped, weight: 6 },
    { arbitrary: replaced, weight: 6 },
    removed,
    plausible.map((value) => JSON.stringify(value)),
  );
}

/**
 * What is wrong with the router's answer to a frame, in words. Right is: let in what says all that was signed, under whatever
 * name, and dismiss everything else with a code.
 */
export function wrongAnswerTo(frame: string, { visitor, router, hello }: Scene): string | undefined {
  const answer = greet(frame, visitor, router, ALWAYS);
  const parsed = parseClientMessage(frame);
  const said = parsed.ok && parsed.value.type === 'hello' ? parsed.value : undefined;
  const isSigned = said?.key === hello.key && said.claim === hello.claim && said.signature === hello.signature;
  const isRight = isSigned && said.version === hello.version && (said.groups ?? []).length === 0;
  if (answer.do === 'admit') return isRight ? undefined : 'it was let in';
  if (isRight) return `it was dismissed: ${answer.reason}`;
  const codes: readonly number[] = [CLOSE.badMessage, CLOSE.versionMismatch, CLOSE.notProven];
  return codes.includes(answer.code) ? undefined : `it was dismissed with ${answer.code}`;
}

type Flip = { readonly what: string; readonly scene: Scene };

/** The scene with each bit of what is signed turned over, one by one, on the side of the device or of the router. */
export function* flips(scene: Scene): Generator<Flip> {
  const { visitor, router, hello } = scene;
  for (let bit = 0; bit < 256; bit++)
    yield {
      what: `bit ${bit} of the key`,
      scene: { ...scene, hello: { ...hello, key: withBit(hello.key, bit) as PublicKey } },
    };
  for (let bit = 0; bit < 512; bit++) {
    const signature = withBit(hello.signature, bit) as Signature;
    yield { what: `bit ${bit} of the signature`, scene: { ...scene, hello: { ...hello, signature } } };
  }
  for (let bit = 0; bit < 53; bit++) {
    const claim = Number(BigInt(hello.claim) ^ (1n << BigInt(bit)));
    yield { what: `bit ${bit} of the claim`, scene: { ...scene, hello: { ...hello, claim } } };
  }
  for (let bit = 0; bit < 128; bit++) {
    const challenge = withBit(visitor.challenge, bit) as Challenge;
    yield { what: `bit ${bit} of the challenge`, scene: { ...scene, visitor: { ...visitor, challenge } } };
  }
  for (let bit = 0; bit < 96; bit++)
    yield { what: `bit ${bit} of the router's id`, scene: { ...scene, router: withBit(router, bit) } };
}

export function answerTo({ visitor, router, hello }: Scene): ReturnType<typeof greet> {
  return greet(JSON.stringify(hello), visitor, router, ALWAYS);
}
