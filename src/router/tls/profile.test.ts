import { expect, it } from 'vitest';
import { authorityOf } from './authority.ts';
import { makeAuthority } from './make-authority.ts';
import { appleProfile } from './profile.ts';

const authority = authorityOf(makeAuthority(Buffer.alloc(32, 7), 'hikyaku.internal'));

it('the profile holds the certificate, and is the same each time', () => {
  const profile = appleProfile(authority);
  expect(appleProfile(authority)).toBe(profile);
  const data = /<data>(.*)<\/data>/.exec(profile)?.[1] ?? '';
  expect(Buffer.from(data, 'base64').equals(authority.certificate.raw)).toBe(true);
  const uuids = [...profile.matchAll(/PayloadUUID<\/key><string>(.*?)</g)].map(([, uuid]) => uuid);
  expect(new Set(uuids).size).toBe(2);
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
});
