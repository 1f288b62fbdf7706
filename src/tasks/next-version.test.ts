import { expect, test } from 'vitest';
import { nextVersion } from './next-version.mjs';

test.each([
  ['0.1.9', 'patch', '0.1.10'],
  ['0.1.9', 'minor', '0.2.0'],
  ['0.1.9', 'major', '1.0.0'],
  ['0.1.9', '0.1.10', '0.1.10'],
  ['0.1.9', '0.2.0', '0.2.0'],
  ['9.9.9', '10.0.0', '10.0.0'],
])('after %s, %s is %s', (current, wanted, version) => {
  expect(nextVersion(current, wanted)).toEqual({ version });
});

test.each([
  ['0.1.9', '0.1.9', '0.1.9 is not higher than 0.1.9'],
  ['0.1.9', '0.1.8', '0.1.8 is not higher than 0.1.9'],
  ['1.0.0', '0.9.9', '0.9.9 is not higher than 1.0.0'],
  ['0.1.9', 'v0.2.0', '"v0.2.0" is no version; expected major, minor, patch or three numbers'],
  ['0.1.9', '0.2', '"0.2" is no version; expected major, minor, patch or three numbers'],
  ['0.1.9', '0.2.0-rc.1', '"0.2.0-rc.1" is no version; expected major, minor, patch or three numbers'],
  ['0.1.9', '0.02.0', '"0.02.0" is no version; expected major, minor, patch or three numbers'],
  ['0.1.9', '', '"" is no version; expected major, minor, patch or three numbers'],
  ['development', 'patch', 'the version in package.json, "development", is none'],
])('after %s, %s is refused', (current, wanted, problem) => {
  expect(nextVersion(current, wanted)).toEqual({ problem });
});

test('the first release may be the version that stands there, and none below it', () => {
  expect(nextVersion('0.1.0', '0.1.0', true)).toEqual({ version: '0.1.0' });
  expect(nextVersion('0.1.0', '0.0.9', true)).toEqual({ problem: '0.0.9 is not higher than 0.1.0' });
});
