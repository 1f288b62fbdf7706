import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Incarnation, RouterId } from './bus.ts';
import { introduction, isSignedBy, newSeed, passportOf, type Seed } from './passport.ts';

const connection = Buffer.from('one connection');
const own = passportOf(newSeed());
const other = passportOf(newSeed());
const self = { id: own.id, incarnation: '0000000100000001' as Incarnation };
const text = introduction(connection, 'dialled', self);

describe('a passport', () => {
  it('is the same for the same seed', () => {
    const seed = Buffer.alloc(32, 7) as Seed;
    expect(passportOf(seed).id).toBe(passportOf(seed).id);
    expect(passportOf(seed).id).toMatch(/^[\w-]{16}$/);
    expect(own.id).not.toBe(other.id);
  });

  it('shows whose id it is', () => {
    expect(isSignedBy(own.id, own.key, text, own.sign(text))).toBe(true);
  });

  it.each([
    ['by another key', own.id, other.key, other.sign(text)],
    ["with the right key and another one's signature", own.id, own.key, other.sign(text)],
    ['on another connection', own.id, own.key, own.sign(introduction(Buffer.from('another'), 'dialled', self))],
    ['on the other side', own.id, own.key, own.sign(introduction(connection, 'answered', self))],
    ['with no signature', own.id, own.key, ''],
    ['with no point of the curve', own.id, '_'.repeat(43), own.sign(text)],
  ])('is refused %s', (_, id, key, signature) => {
    expect(isSignedBy(id, key, text, signature)).toBe(false);
  });

  it('with an invalid key is refused even if its id fits', () => {
    for (const key of [...[0, 1, 2, 255].map((byte) => Buffer.alloc(32, byte).toString('base64url')), '_'.repeat(43)]) {
      const fitting = createHash('sha256').update(key).digest().subarray(0, 12).toString('base64url') as RouterId;
      expect(isSignedBy(fitting, key, text, own.sign(text))).toBe(false);
    }
  });
});
