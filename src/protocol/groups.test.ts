import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { connectionDigest, type End } from './connection-proof.ts';
import type { Fingerprint } from './fingerprint.ts';
import { type GroupCode, newCode, spacedCode, typedCode } from './group-code.ts';
import { groupProofOf } from './group-proof.ts';
import { enrolled, groupOf, secretOf } from './group-secret.ts';
import { belongs, type GroupSecret, groupSecretFrom, MAX_GROUPS, type Membership, membership } from './groups.ts';
import { newSecret, publicKeyOf } from './keys.ts';
import type { ConnectionId } from './signaling.ts';
import { parseClientMessage } from './signaling.ts';

const CODE = 'H1KYAK0GR0VP' as GroupCode;
let family: GroupSecret;
let club: GroupSecret;
beforeAll(async () => {
  family = await secretOf(CODE);
  club = await secretOf('H1KYAK0GR0VQ' as GroupCode);
});

describe('a code', () => {
  it.each([
    ['as it is shown', 'H1KY-AK0G-R0VP'],
    ['in small letters', 'h1kyak0gr0vp'],
    ['with letters that look like digits', 'HIKYAKOGROVP'],
    ['with a small l', 'HlKYAK0GR0VP'],
    ['with spaces and other hyphens', ' H1KY AK0G‐R0VP\n'],
    ['in full width, as a Japanese keyboard has it', 'Ｈ１ＫＹーＡＫ０Ｇ－Ｒ０ＶＰ'],
  ])('is understood %s', (_, typed) => {
    expect(typedCode(typed)).toBe(CODE);
  });

  it.each(['', 'H1KYAK0GR0V', 'H1KYAK0GR0VPP', 'H1KYAK0GR0VU', 'H1KYAK0GR0V!', '避難所'])('is not %j', (typed) => {
    expect(typedCode(typed)).toBeUndefined();
  });

  it('of any random bytes is read as it is shown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (random) => {
        const code = newCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
        expect(typedCode(spacedCode(code).toLowerCase())).toBe(code);
      }),
    );
    expect(spacedCode(CODE)).toBe('H1KY-AK0G-R0VP');
  });

  it('gives every letter the same chance', () => {
    const all = Array.from({ length: 256 }, (_, byte) => newCode(new Uint8Array(12).fill(byte))[0]);
    expect(new Set(all).size).toBe(32);
    expect(all.filter((letter) => letter === 'Z')).toHaveLength(8);
  });
});

describe('a secret', () => {
  it('is the same wherever the code is typed, and another for another code', async () => {
    // Another value here would part every group from its members of yesterday.
    expect(family).toBe('zz1c8ZSYB9CPotbimSUh1OU5W1zNuvNgkIbxgNskrso');
    expect(groupOf(family)).not.toBe(groupOf(club));
    expect(groupSecretFrom(family)).toBe(family);
  });

  it.each(['', 'short', 'ä'.repeat(43), 'A'.repeat(44)])('is not %j', (stored) => {
    expect(groupSecretFrom(stored)).toBeUndefined();
  });
});

describe('a membership', () => {
  const device = publicKeyOf(newSecret());

  it('is worth something for one device alone', () => {
    const own = enrolled(family, device);
    expect(own.group).toBe(groupOf(family));
    expect(belongs(device, own)).toBe(true);
    expect(belongs(publicKeyOf(newSecret()), own)).toBe(false);
  });

  it('needs the secret of the group', () => {
    const { group } = enrolled(family, device);
    expect(belongs(device, { ...enrolled(club, device), group })).toBe(false);
    const thief = newSecret();
    expect(belongs(device, membership(thief, group, device))).toBe(false);
  });

  // Every third bit, for the time that it takes; all of them were tried once.
  it.each(['signature', 'group', 'device'] as const)('with a bit of its %s changed is none', (field) => {
    const own = enrolled(family, device);
    const said = { ...own, device };
    const bytes = Buffer.from(said[field], 'base64url');
    const others = Array.from({ length: Math.floor((bytes.length * 8) / 3) }, (_, third) => {
      const bit = 3 * third;
      const other = Uint8Array.from(bytes);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return { ...said, [field]: Buffer.from(other).toString('base64url') };
    });
    expect(others.filter(({ device: of, group, signature }) => belongs(of, { group, signature }))).toEqual([]);
    expect(others.length).toBeGreaterThanOrEqual(85);
  });

  it('of nonsense throws nothing', () => {
    const nonsense = { group: '_'.repeat(43), signature: '_'.repeat(86) } as Membership;
    expect(belongs(device, nonsense)).toBe(false);
  });
});

describe('a hello', () => {
  const hello = (groups: readonly unknown[], more = {}) =>
    parseClientMessage(
      JSON.stringify({
        type: 'hello',
        version: 2,
        key: 'k'.repeat(43),
        claim: 1,
        signature: 's'.repeat(86),
        name: 'Quiet Heron',
        kind: 'phone',
        groups,
        ...more,
      }),
    );
  const one = { group: 'g'.repeat(43), signature: 's'.repeat(86) };

  it('names as many groups as a device may have, and no more', () => {
    expect(hello(Array(MAX_GROUPS).fill(one))).toMatchObject({ ok: true });
    expect(hello(Array(MAX_GROUPS + 1).fill(one))).toMatchObject({
      ok: false,
      error: 'message.groups: expected a list of at most 4',
    });
  });

  it.each([[[{ group: 'g'.repeat(43) }]], [['family']], [[null]]])('with %j for a group is refused', (groups) => {
    expect(hello(groups).ok).toBe(false);
  });

  it('says plainly whether it hides', () => {
    expect(hello([one], { onlyGroups: true })).toMatchObject({ ok: true, value: { onlyGroups: true } });
    expect(hello([one], { onlyGroups: 'yes' }).ok).toBe(false);
  });
});

describe('what members show each other', () => {
  const end = (fingerprint: string): End => ({
    key: publicKeyOf(newSecret()),
    fingerprint: fingerprint.repeat(32) as Fingerprint,
  });
  const [a, b] = [end('aa'), end('bb')];
  const connection = '0123456789-_abcd' as ConnectionId;
  const shown = (secret: GroupSecret, signer: End, other: End, id = connection) =>
    groupProofOf(secret, connectionDigest(signer, other, id));

  it('is the same for whoever has the secret', () => {
    expect(shown(family, a, b)).toBe(shown(family, a, b));
  });

  it('does not hold with another secret, sent back, in another connection, or past another certificate', () => {
    const expected = shown(family, a, b);
    const others = [
      shown(club, a, b),
      shown(family, b, a),
      shown(family, a, b, '0123456789-_abce' as ConnectionId),
      shown(family, { ...a, fingerprint: 'cc'.repeat(32) as Fingerprint }, b),
      shown(family, a, { ...b, fingerprint: 'cc'.repeat(32) as Fingerprint }),
    ];
    expect(new Set([expected, ...others]).size).toBe(6);
  });
});
