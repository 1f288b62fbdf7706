import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Beacon, readBeacon, writeBeacon } from './beacon.ts';
import type { Incarnation, RouterId } from './bus.ts';
import { deriveKeys } from './keys.ts';

const OURS = deriveKeys('the key of this mesh');
const THEIRS = deriveKeys('the key of another mesh');
const OPEN = deriveKeys(undefined);

const beacons: fc.Arbitrary<Beacon> = fc.record({
  id: fc
    .uint8Array({ minLength: 12, maxLength: 12 })
    .map((bytes) => Buffer.from(bytes).toString('base64url') as RouterId),
  incarnation: fc
    .uint8Array({ minLength: 8, maxLength: 8 })
    .map((bytes) => Buffer.from(bytes).toString('hex') as Incarnation),
  sequence: fc.nat(2 ** 32 - 1),
  port: fc.nat(65_535),
  version: fc.nat(2 ** 32 - 1),
});
const BEACON: Beacon = {
  id: 'CaJnJDPpIm_BgPv9' as RouterId,
  incarnation: '0000000700c0ffee' as Incarnation,
  sequence: 1,
  port: 8642,
  version: 2,
};

it('a written beacon is read back unchanged', () => {
  fc.assert(
    fc.property(beacons, (beacon) => {
      expect(readBeacon(writeBeacon(beacon, OURS), OURS)).toEqual({ ok: true, beacon });
    }),
  );
});

it('is 55 bytes long, as documented', () => {
  expect(writeBeacon(BEACON, OURS).length).toBe(55);
});

it.each([
  ['of another mesh', THEIRS, OURS, 'other-key'],
  ['without a key', OPEN, OURS, 'no-key'],
  ['with a key where there is none', OURS, OPEN, 'has-key'],
])('a beacon %s is told apart', (_, writer, reader, reason) => {
  expect(readBeacon(writeBeacon(BEACON, writer), reader)).toEqual({ ok: false, reason });
});

it('any changed bit is detected', () => {
  const whole = writeBeacon(BEACON, OURS);
  fc.assert(
    fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
      const changed = Buffer.from(whole);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readBeacon(changed, OURS).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

it('a later version may add fields before the end', () => {
  const fields = Buffer.concat([writeBeacon(BEACON, OURS).subarray(0, 39), Buffer.from('more')]);
  const mac = createHmac('sha256', OURS.beacon).update(fields).digest().subarray(0, 16);
  expect(readBeacon(Buffer.concat([fields, mac]), OURS)).toEqual({ ok: true, beacon: BEACON });
});

it('never throws on what comes from outside', () => {
  const noise = fc.uint8Array({ maxLength: 300 });
  const nearly = fc
    .tuple(noise, fc.nat(54))
    .map(([bytes, keep]) => Buffer.concat([writeBeacon(BEACON, OURS).subarray(0, keep), bytes]));
  fc.assert(
    fc.property(fc.oneof(noise, nearly), (bytes) => {
      expect(readBeacon(bytes, OURS).ok).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
