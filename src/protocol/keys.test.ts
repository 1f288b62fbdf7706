import { describe, expect, it } from 'vitest';
import { connectionDigest, type End } from './connection-proof.ts';
import type { Fingerprint } from './fingerprint.ts';
import { type HelloFacts, helloDigest } from './hello-event.ts';
import {
  idOf,
  isSignedBy,
  newSecret,
  type PublicKey,
  publicKeyOf,
  type SecretKey,
  type Signature,
  secretFrom,
  sign,
} from './keys.ts';
import type { ConnectionId } from './signaling.ts';

const written = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

describe('a key', () => {
  // The first test vectors of BIP-340.
  it.each([
    ['03', 'F9308A019258C31049344F85F89D5229B531C845836F99B08601F113BCE036F9'],
    [
      'B7E151628AED2A6ABF7158809CF4F3C762E7160F38B4DA56A784D9045190CFEF',
      'DFF1D77F2A671C5F36183726DB2341BE58FEAE1DA2DECED843240F7B502BA659',
    ],
  ])('is that of its secret: %s', (secret, key) => {
    const own = written(secret.padStart(64, '0')) as SecretKey;
    expect(publicKeyOf(own)).toBe(written(key));
  });

  it('verifies a signature that another program made (BIP-340, vector 1)', () => {
    const digest = Buffer.from('243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C89', 'hex');
    const signature =
      '6896BD60EEAE296DB48A229FF71DFE071BDE413E6D43F917DC8DCF8C78DE33418906D11AC976ABCCB20B091292BFF4EA897EFCB639EA871CFA95F6DE339E4B0A';
    const key = written('DFF1D77F2A671C5F36183726DB2341BE58FEAE1DA2DECED843240F7B502BA659') as PublicKey;
    expect(isSignedBy(key, digest, written(signature) as Signature)).toBe(true);
  });

  it('gives an id of 96 bits', () => {
    const key = publicKeyOf(newSecret());
    expect(Buffer.from(idOf(key), 'base64url')).toEqual(Buffer.from(key, 'base64url').subarray(0, 12));
  });

  it.each([
    ['zero', '00'.repeat(32)],
    ['the order of the curve', 'FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141'],
    ['too short', '11'.repeat(31)],
  ])('is made of no secret that is %s', (_, secret) => {
    expect(secretFrom(written(secret))).toBeUndefined();
  });

  it('takes its secret back from storage', () => {
    const secret = newSecret();
    expect(secretFrom(secret)).toBe(secret);
    expect(secretFrom(`${secret}A`)).toBeUndefined();
  });

  it.each([
    ['no point of the curve', 'EEFDEA4CDB677750A420FEE807EACF21EB9898AE79B9768766E4FAA04A2D4A34'],
    ['nothing', '00'.repeat(32)],
  ])('that is %s has signed nothing', (_, key) => {
    const secret = newSecret();
    const digest = new Uint8Array(32);
    expect(isSignedBy(written(key) as PublicKey, digest, sign(secret, digest))).toBe(false);
  });
});

describe('a hello', () => {
  const secret = newSecret();
  const facts: HelloFacts = {
    key: publicKeyOf(secret),
    router: 'CaJnJDPpIm_BgPv9',
    challenge: 'mnopqrstuvwxyz0123456A',
    claim: 1_795_000_000_123,
  };
  const signature = sign(secret, helloDigest(facts));

  it('is an event of NIP-42: what it signs does not change', () => {
    const key = written('F9308A019258C31049344F85F89D5229B531C845836F99B08601F113BCE036F9') as PublicKey;
    const { createHash } = process.getBuiltinModule('node:crypto');
    const event = [
      0,
      'f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9',
      1_795_000_000,
      22_242,
      [
        ['relay', 'hikyaku:CaJnJDPpIm_BgPv9'],
        ['challenge', 'mnopqrstuvwxyz0123456A'],
        ['claim', '1795000000123'],
      ],
      '',
    ];
    const expected = createHash('sha256').update(JSON.stringify(event)).digest();
    expect(Buffer.from(helloDigest({ ...facts, key }))).toEqual(expected);
  });

  it('is believed as it was signed', () => {
    expect(isSignedBy(facts.key, helloDigest(facts), signature)).toBe(true);
  });
});

describe('the proof of a connection', () => {
  const own = newSecret();
  const signer: End = { key: publicKeyOf(own), fingerprint: 'a1'.repeat(32) as Fingerprint };
  const other: End = { key: publicKeyOf(newSecret()), fingerprint: 'b2'.repeat(32) as Fingerprint };
  const connection = '0123456789-_abcd' as ConnectionId;
  const proof = sign(own, connectionDigest(signer, other, connection));
  type Seen = { readonly signer: End; readonly other: End; readonly connection: ConnectionId };
  const seen: Seen = { signer, other, connection };
  const isProven = ({ signer, other, connection }: Seen, by = proof) =>
    isSignedBy(signer.key, connectionDigest(signer, other, connection), by);

  it('holds for the connection for which it was made', () => {
    expect(isProven(seen)).toBe(true);
  });

  it('does not hold when it is sent back to its maker', () => {
    expect(isProven({ signer: other, other: signer, connection })).toBe(false);
    expect(isProven({ signer, other: signer, connection })).toBe(false);
  });
});
