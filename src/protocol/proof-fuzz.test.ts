/**
 * What is signed, changed in any way, is refused, and nothing throws: hellos as the router takes them (`greet.ts`), what other
 * routers are told of them (claims), and proofs of connections as the engine takes them (`link/proof.ts`). A signature takes
 * milliseconds to check, so a few hundred changes are tried each time; all bits and a hundred thousand changes after a change
 * of what is signed: `FUZZ_RUNS=34000 npx vitest run --project unit src/protocol/proof-fuzz.test.ts`.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Groups } from '../engine/link/groups.ts';
import { Proof } from '../engine/link/proof.ts';
import { greet } from '../router/signaling/greet.ts';
import { toBase64url } from './base64url.ts';
import { connectionDigest, type End } from './connection-proof.ts';
import type { Fingerprint } from './fingerprint.ts';
import { type HelloFacts, helloDigest, isProvenTo, signedHello } from './hello-event.ts';
import { idOf, isSignedBy, newSecret, publicKeyOf, type Signature, sign } from './keys.ts';
import { SIGNALING_VERSION, TRANSFER_VERSION } from './limits.ts';
import { parseControlMessage } from './peer.ts';
import type { Challenge, ConnectionId } from './signaling.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200);
const IS_FULL = RUNS >= 30_000;
/** Milliseconds for so many signatures on a busy machine. */
const BUSY_MS = 60_000 + 20 * RUNS;
/** Of the bits whose change reaches the curve, every so manieth is tried, from another one on each time. */
const EVERY = IS_FULL ? 1 : 32;

const ROUTER = 'CaJnJDPpIm_BgPv9';
const secret = newSecret();
const key = publicKeyOf(secret);
const facts = { router: ROUTER, challenge: 'mnopqrstuvwxyz0123456A' as Challenge, claim: 1_795_000_000_123 };
const hello = signedHello(secret, facts);
/** Others that were really signed, by the same device and by another one: none may stand in for the first. */
const ELSEWHERE = 'another-router-_';
const others = [
  signedHello(secret, { ...facts, challenge: 'A'.repeat(22) as Challenge }),
  signedHello(secret, { ...facts, claim: facts.claim + 1 }),
  signedHello(newSecret(), facts),
  signedHello(secret, { ...facts, router: ELSEWHERE }),
] as const;
type Claim = typeof hello & { readonly router: string };
const TRUE_CLAIMS: readonly Claim[] = [
  ...[hello, others[0], others[1], others[2]].map((claim) => ({ ...claim, router: ROUTER })),
  { ...others[3], router: ELSEWHERE },
];
const isTrue = (claim: Claim): boolean =>
  TRUE_CLAIMS.some((one) => (Object.keys(one) as (keyof Claim)[]).every((name) => one[name] === claim[name]));

const connection = '0123456789-_abcd' as ConnectionId;
const here: End = { key, fingerprint: 'a1'.repeat(32) as Fingerprint };
const theirs = newSecret();
const there: End = { key: publicKeyOf(theirs), fingerprint: 'b2'.repeat(32) as Fingerprint };
type Seen = { readonly signer: End; readonly other: End; readonly connection: ConnectionId };
const seen: Seen = { signer: here, other: there, connection };
const digestOf = ({ signer, other, connection: id }: Seen) => connectionDigest(signer, other, id);
const proof = sign(secret, digestOf(seen));

/** As a router takes the frame of a device in reach of `challenge`: refused, or with what was signed in it. */
function heardByRouter(frame: string): typeof hello | undefined {
  const answer = greet(frame, { address: '192.168.42.7', challenge: facts.challenge }, ROUTER, () => true);
  return answer.do === 'admit' ? answer.arrival.hello : undefined;
}

/** As a device takes the two messages of whoever answers as `key`. */
function heardByDevice(greeting: string, proving: string): { readonly signature: Signature } | undefined {
  const [first, second] = [parseControlMessage(greeting), parseControlMessage(proving)];
  const groups = new Groups((count) => new Uint8Array(count));
  const end = new Proof({ peer: idOf(key), knownKey: undefined, connection, secret: theirs, groups });
  end.between({ own: there.fingerprint, other: here.fingerprint });
  if (!first.ok || first.value.type !== 'hello' || !end.isOf(first.value.key)) return undefined;
  return second.ok && second.value.type === 'proof' && end.holds(second.value) ? second.value : undefined;
}

/** One change of a text; `pieces`: what could stand in it somewhere else. */
function changes(text: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const at = fc.nat(text.length);
  const span = fc.tuple(at, fc.nat(24)).map(([start, length]) => [start, start + length] as const);
  const splice = ([start, end]: readonly [number, number], piece: string) =>
    text.slice(0, start) + piece + text.slice(end);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/="{}:,. ';
  const letter = fc.constantFrom(...letters);
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(at, letter).map(([start, other]) => splice([start, start + 1], other)) },
    fc.tuple(span, fc.constant('')).map(([cut, nothing]) => splice(cut, nothing)),
    fc.tuple(span, fc.string({ unit: 'binary', maxLength: 24 })).map(([cut, piece]) => splice(cut, piece)),
    fc.tuple(span, fc.constantFrom(...pieces)).map(([cut, piece]) => splice(cut, piece)),
    span.map(([start, end]) => splice([end, end], text.slice(start, end))),
    fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...pieces)).map(([one, other]) => text.replace(one, other)),
  );
}

const frameOf = ({ key: by, claim, signature }: typeof hello) =>
  JSON.stringify({ type: 'hello', version: SIGNALING_VERSION, key: by, claim, signature, name: 'Aki', kind: 'phone' });
const pieces = [hello, ...others].flatMap((one) => [one.key, String(one.claim), one.signature, one.challenge]);
const greeting = JSON.stringify({ type: 'hello', version: TRANSFER_VERSION, key });
const proving = JSON.stringify({ type: 'proof', signature: proof });

describe('however it is changed', { timeout: BUSY_MS }, () => {
  it('a hello that is taken is the one that was signed', () => {
    expect(heardByRouter(frameOf(hello))).toEqual(hello);
    const property = fc.property(changes(frameOf(hello), pieces), (frame) => {
      const taken = heardByRouter(frame);
      if (taken !== undefined) expect(taken).toEqual(hello);
    });
    fc.assert(property, { numRuns: RUNS });
  });

  it('a proof that is taken is the one that was made', () => {
    expect(heardByDevice(greeting, proving)).toBeDefined();
    const words = [...pieces, there.key, proof, sign(secret, digestOf({ ...seen, signer: there, other: here }))];
    const changed = fc.oneof(
      changes(greeting, words).map((first) => [first, proving] as const),
      { weight: 3, arbitrary: changes(proving, words).map((second) => [greeting, second] as const) },
    );
    const property = fc.property(changed, ([first, second]) => {
      const taken = heardByDevice(first, second);
      if (taken !== undefined) expect(taken.signature).toBe(proof);
    });
    fc.assert(property, { numRuns: RUNS });
  });

  it('a claim of which a router tells another is good with all its parts or not at all', () => {
    const texts = fc.constantFrom(...pieces, ROUTER, ELSEWHERE, '', 'A'.repeat(43), 'A'.repeat(86));
    const part = fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 90 }));
    const number = fc.oneof(fc.maxSafeInteger(), fc.double(), fc.constantFrom(hello.claim, -0, facts.claim + 1));
    const told = fc
      .record({ key: part, challenge: part, signature: part, claim: number, router: part }, { requiredKeys: [] })
      .map((other) => ({ ...hello, router: ROUTER, ...other }) as Claim);
    const property = fc.property(told, ({ router, ...claim }) => {
      expect(isProvenTo(router, claim)).toBe(isTrue({ router, ...claim }));
    });
    fc.assert(property, { numRuns: RUNS });
  });

  it('what was signed for another socket or another router is refused', () => {
    expect([others[0], others[3]].map((one) => heardByRouter(frameOf(one)))).toEqual([undefined, undefined]);
  });
});

/** Each bit of `bytes` flipped by itself. */
function* flipped(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const other = Uint8Array.from(bytes);
    other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield other;
  }
}

const flips = <T extends string>(text: T, encoding: 'base64url' | 'hex' | 'latin1'): T[] =>
  [...flipped(new Uint8Array(Buffer.from(text, encoding)))].map((other) => Buffer.from(other).toString(encoding) as T);
const numberFlips = (number: number): number[] =>
  Array.from({ length: 53 }, (_, bit) => Number(BigInt(number) ^ (1n << BigInt(bit))));

/** One of every so many, beginning anywhere. */
const some = <T>(all: readonly T[]): T[] => {
  const first = Math.floor(Math.random() * EVERY);
  return all.filter((_, at) => at % EVERY === first % Math.min(EVERY, all.length));
};

describe('with any one bit changed', { timeout: BUSY_MS }, () => {
  // What is signed is a digest, so no other digest is needed than one that differs, and the curve is asked about some.
  test.each<[string, readonly Partial<HelloFacts>[]]>([
    ['key', flips(key, 'base64url').map((other) => ({ key: other }))],
    ['router', flips(ROUTER, 'latin1').map((router) => ({ router }))],
    ['challenge', flips(facts.challenge, 'latin1').map((challenge) => ({ challenge }))],
    ['claim', numberFlips(facts.claim).map((claim) => ({ claim }))],
  ])('the %s of a hello is not what was signed', (_, changed) => {
    const all = changed.map((change) => ({ ...facts, key, ...change }));
    const digests = new Set([{ ...facts, key }, ...all].map((one) => toBase64url(helloDigest(one))));
    expect(digests.size).toBe(all.length + 1);
    for (const { router, ...one } of some(all))
      expect(isProvenTo(router, { ...one, signature: hello.signature } as typeof hello)).toBe(false);
  });

  test.each<[string, readonly Partial<Seen>[]]>([
    ["signer's key", flips(key, 'base64url').map((other) => ({ signer: { ...here, key: other } }))],
    ["other's key", flips(there.key, 'base64url').map((other) => ({ other: { ...there, key: other } }))],
    ["signer's certificate", flips(here.fingerprint, 'hex').map((of) => ({ signer: { ...here, fingerprint: of } }))],
    ["other's certificate", flips(there.fingerprint, 'hex').map((of) => ({ other: { ...there, fingerprint: of } }))],
    ['name', flips(connection, 'latin1').map((id) => ({ connection: id }))],
  ])('the %s of a connection is not what was signed', (_, changed) => {
    const all = changed.map((change) => ({ ...seen, ...change }));
    expect(new Set([seen, ...all].map((one) => toBase64url(digestOf(one)))).size).toBe(all.length + 1);
    for (const one of some(all)) expect(isSignedBy(one.signer.key, digestOf(one), proof)).toBe(false);
  });

  test.each<[string, (signature: Signature) => boolean, Signature]>([
    ['a hello', (signature) => isProvenTo(ROUTER, { ...hello, signature }), hello.signature],
    ['a connection', (signature) => isSignedBy(key, digestOf(seen), signature), proof],
  ])('the signature of %s does not hold', (_, holds, signature) => {
    expect(holds(signature)).toBe(true);
    for (const other of some(flips(signature, 'base64url'))) expect(holds(other)).toBe(false);
  });
});
