import { expect, it } from 'vitest';
import { meshDigest } from './status.ts';

it('the digest of a mesh does not depend on the order in which its routers were found', () => {
  expect(meshDigest(['b', 'a', 'c'])).toBe(meshDigest(['c', 'b', 'a']));
  expect(meshDigest(['a', 'b'])).not.toBe(meshDigest(['ab']));
});
