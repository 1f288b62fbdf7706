import { describe, expect, test } from 'vitest';
import { blobIn, permitIn, permitToUpload, type Sha256 } from './blob.ts';
import { hexOf, signedBy } from './event.ts';
import { newSecret, publicKeyOf } from './keys.ts';

const SHA = 'b1674191a88ec5cdd733e4240a81803105dc412d6c6708d53ab94fc248f4f553' as Sha256;
const secret = newSecret();
const NOW = 1_764_150_000;

describe('the permit to upload', () => {
  test('names its bringer, for the file that it names', () => {
    const header = permitToUpload(secret, SHA, NOW);
    expect(permitIn(header)).toEqual({ by: hexOf(publicKeyOf(secret)), files: [SHA] });
  });

  test('is read in either base64, with padding or without', () => {
    const event = {
      kind: 24_242,
      created_at: NOW,
      tags: [
        ['t', 'upload'],
        ['x', SHA],
      ],
      content: '??>>~~',
    };
    const json = JSON.stringify(signedBy(secret, event));
    for (const coding of ['base64', 'base64url'] as const)
      expect(permitIn(`Nostr ${Buffer.from(json).toString(coding)}`)?.by).toBe(hexOf(publicKeyOf(secret)));
  });

  test.each([
    ['nothing', undefined],
    ['another scheme', 'Basic abcd'],
    ['no base64', 'Nostr {}'],
    ['no JSON', 'Nostr abcd'],
    ['no event', `Nostr ${Buffer.from('{"kind":24242}').toString('base64')}`],
    ['far too long', `Nostr ${'a'.repeat(9_000)}`],
  ])('is none: %s', (_, header) => expect(permitIn(header)).toBeUndefined());

  test.each([
    [
      'another act',
      {
        tags: [
          ['t', 'delete'],
          ['x', SHA],
        ],
      },
    ],
    ['another kind', { kind: 1 }],
  ])('does not count for %s', (_, change) => {
    const event = {
      kind: 24_242,
      created_at: NOW,
      tags: [
        ['t', 'upload'],
        ['x', SHA],
      ],
      content: '',
      ...change,
    };
    const json = JSON.stringify(signedBy(secret, event));
    expect(permitIn(`Nostr ${Buffer.from(json).toString('base64')}`)).toBeUndefined();
  });

  test('does not count when somebody else has written it', () => {
    const event = {
      kind: 24_242,
      created_at: NOW,
      tags: [
        ['t', 'upload'],
        ['x', SHA],
      ],
      content: '',
    };
    const forged = { ...signedBy(secret, event), pubkey: hexOf(publicKeyOf(newSecret())) };
    expect(permitIn(`Nostr ${Buffer.from(JSON.stringify(forged)).toString('base64')}`)).toBeUndefined();
  });
});

test.each([
  [`/${SHA}`, SHA],
  [`/${SHA}.jpg`, SHA],
  [`/${SHA}.`, undefined],
  [`/${SHA}/x`, undefined],
  [`/x/${SHA}`, undefined],
  [`/${SHA.toUpperCase()}`, undefined],
  ['/index.html', undefined],
])('the path %s', (path, blob) => expect(blobIn(path)).toBe(blob));
