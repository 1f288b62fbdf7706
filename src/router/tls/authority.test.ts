import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPrivate } from '../machine/private-ranges.ts';
import { authorityOf } from './authority.ts';
import { isFrom, issue } from './leaf.ts';
import { makeAuthority } from './make-authority.ts';
import { meshSecret, proofOf, proves } from './mesh-secret.ts';
import { checkPair, covers } from './pair.ts';

const HOSTNAME = 'hikyaku.internal';
const SECRET = Buffer.alloc(32, 7);
const PERIOD = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2028-01-01T00:00:00Z') };
const authority = authorityOf(makeAuthority(SECRET, HOSTNAME));

describe('an authority', () => {
  it('is the same, to the byte, wherever it is made from the same secret and name', () => {
    expect(authorityOf(makeAuthority(SECRET, HOSTNAME)).pem).toBe(authority.pem);
    // Written down: phones that trust it today must trust what next year's program makes of the same secret.
    expect(authority.fingerprint).toBe(
      'DB:A5:66:B0:54:AB:A4:EA:2E:DB:C8:80:A3:DA:E9:AB:C5:18:E4:E7:D9:C6:92:26:9D:E9:FC:C4:0A:59:51:CF',
    );
    expect(authorityOf(makeAuthority(Buffer.alloc(32, 8), HOSTNAME)).fingerprint).not.toBe(authority.fingerprint);
    expect(authorityOf(makeAuthority(SECRET, 'other.internal')).fingerprint).not.toBe(authority.fingerprint);
  });

  it('signs itself, and may sign nothing but certificates of servers', () => {
    const { certificate } = authority;
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(true);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']); // that is how Node calls the extended key usage
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(certificate.subject).toMatch(/^O=Hikyaku\nCN=Hikyaku \(hikyaku\.internal [0-9a-f]{4}\)$/);
  });

  it('is refused when its key is another one', () => {
    const [seed, other] = [makeAuthority(SECRET, HOSTNAME), makeAuthority(Buffer.alloc(32, 8), HOSTNAME)];
    expect(() => authorityOf({ ...seed, key: other.key })).toThrow('not the key');
  });

  it('may vouch for private addresses only', () => {
    const addresses = [
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.42.1',
      '172.32.0.1',
      '127.0.0.1',
      '8.8.8.8',
    ];
    expect(addresses.map(isPrivate)).toEqual([true, true, true, true, false, false, false]);
    expect(isPrivate('::ffff:10.0.0.1')).toBe(false);
  });
});

describe('a certificate of the router', () => {
  it('says its names and its time, and comes with its key', async () => {
    const pair = await issue(authority, { dns: [HOSTNAME], ip: ['192.168.42.1', '10.0.0.1'] }, PERIOD);
    expect(checkPair(pair)).toEqual({
      pair,
      facts: { ...PERIOD, names: [HOSTNAME, '192.168.42.1', '10.0.0.1'] },
    });
    const leaf = new X509Certificate(pair.cert);
    expect(leaf.ca).toBe(false);
    expect(leaf.checkHost(HOSTNAME)).toBe(HOSTNAME);
    expect(leaf.checkIP('192.168.42.1')).toBe('192.168.42.1');
  });

  it('is known by its authority, and by no other', async () => {
    const { cert } = await issue(authority, { dns: [HOSTNAME], ip: [] }, PERIOD);
    expect(isFrom(authority, cert)).toBe(true);
    expect(isFrom(authorityOf(makeAuthority(Buffer.alloc(32, 8), HOSTNAME)), cert)).toBe(false);
  });

  it('never has the number or the key of another one', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => issue(authority, { dns: [HOSTNAME], ip: [] }, PERIOD)));
    const numbers = [one, two].map((pair) => new X509Certificate(pair?.cert ?? '').serialNumber);
    expect(numbers[0]).not.toBe(numbers[1]);
    expect(one?.key).not.toBe(two?.key);
  });
});

it('a pair is checked as a whole', async () => {
  const names = { dns: [HOSTNAME], ip: [] };
  const [one, two] = [await issue(authority, names, PERIOD), await issue(authority, names, PERIOD)];
  expect(checkPair({ cert: one.cert, key: two.key })).toEqual({
    problem: 'the key is not the key of this certificate',
  });
  expect(checkPair({ cert: one.cert.slice(0, 200), key: one.key })).toEqual({ problem: expect.any(String) });
  expect(checkPair({ cert: '', key: '' })).toEqual({ problem: expect.any(String) });
});

it.each<[string, boolean]>([
  ['a.example', true],
  ['b.example', false],
  ['x.wild.example', true],
  ['x.y.wild.example', false],
  ['wild.example', false],
])('a certificate for a.example and *.wild.example covers %s: %s', (host, covered) => {
  expect(covers(['a.example', '*.wild.example'], host)).toBe(covered);
});

it('a mesh key is known again by its proof, which is another one each time', async () => {
  const [proof, other] = await Promise.all([proofOf('a key of many words'), proofOf('a key of many words')]);
  expect(proof).not.toBe(other);
  expect(await proves(proof, 'a key of many words')).toBe(true);
  expect(await proves(proof, 'a key of other words')).toBe(false);
  expect(await proves('chance', 'a key of many words')).toBe(false);
});

it('a mesh key gives the same secret on every router', async () => {
  expect(Buffer.from(await meshSecret('a key of many words')).toString('hex')).toMatchInlineSnapshot(
    `"f335cbe316e502a492950a0fa8eecf2ee1898b020005661fb69ff9435000ade5"`,
  );
});
