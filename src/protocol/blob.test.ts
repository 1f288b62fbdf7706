import { describe, expect, test } from 'vitest';
import { blobIn, permitIn, permitToUpload, type Sha256 } from './blob.ts';
import { hexOf, signedBy } from './event.ts';
import { newSecret, publicKeyOf } from './keys.ts';

const SHA = 'b1674191a88ec5cdd733e4240a81803105dc412d6c6708d53ab94fc248f4f553' as Sha256;
const secret = newSecret();
const NOW = 1_764_150_000;
const HERE = { router: 'a-router', challenge: 'What is asked' };
const asks = (challenge: string): boolean => challenge === HERE.challenge;
const read = (header: string | undefined) => permitIn(header, HERE.router, asks);
const TAGS = [
  ['t', 'upload'],
  ['x', SHA],
  ['server', 'hikyaku:a-router'],
  ['challenge', HERE.challenge],
];

describe('the permit to upload', () => {
  test('names its bringer, for the file that it names', () => {
    const header = permitToUpload(secret, SHA, HERE, NOW);
    const { signature, ...permit } = read(header) ?? expect.fail();
    expect(permit).toEqual({ by: hexOf(publicKeyOf(secret)), files: [SHA], challenge: HERE.challenge });
    expect(signature).toMatch(/^[0-9a-f]{128}$/);
  });

  test('is read in either base64, with padding or without', () => {
    const event = {
      kind: 24_242,
      created_at: NOW,
      tags: TAGS,
      content: '??>>~~',
    };
    const json = JSON.stringify(signedBy(secret, event));
    for (const coding of ['base64', 'base64url'] as const)
      expect(read(`Nostr ${Buffer.from(json).toString(coding)}`)?.by).toBe(hexOf(publicKeyOf(secret)));
  });

  test.each([
    ['nothing', undefined],
    ['another scheme', 'Basic abcd'],
    ['no base64', 'Nostr {}'],
    ['no JSON', 'Nostr abcd'],
    ['no event', `Nostr ${Buffer.from('{"kind":24242}').toString('base64')}`],
    ['far too long', `Nostr ${'a'.repeat(9_000)}`],
  ])('is none: %s', (_, header) => expect(read(header)).toBeUndefined());

  test.each([
    [
      'another act',
      {
        tags: [['t', 'delete'], ...TAGS.slice(1)],
      },
    ],
    ['another kind', { kind: 1 }],
    [
      'another router',
      { tags: TAGS.map(([name = '', value = '']) => [name, name === 'server' ? 'hikyaku:another' : value]) },
    ],
    [
      'another socket',
      { tags: TAGS.map(([name = '', value = '']) => [name, name === 'challenge' ? 'Long ago' : value]) },
    ],
    ['any router', { tags: TAGS.filter(([name]) => name !== 'server') }],
    ['any socket', { tags: TAGS.filter(([name]) => name !== 'challenge') }],
  ])('does not count for %s', (_, change) => {
    const event = {
      kind: 24_242,
      created_at: NOW,
      tags: TAGS,
      content: '',
      ...change,
    };
    const json = JSON.stringify(signedBy(secret, event));
    expect(read(`Nostr ${Buffer.from(json).toString('base64')}`)).toBeUndefined();
  });

  test('does not count when somebody else has written it', () => {
    const event = {
      kind: 24_242,
      created_at: NOW,
      tags: TAGS,
      content: '',
    };
    const forged = { ...signedBy(secret, event), pubkey: hexOf(publicKeyOf(newSecret())) };
    expect(read(`Nostr ${Buffer.from(JSON.stringify(forged)).toString('base64')}`)).toBeUndefined();
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
