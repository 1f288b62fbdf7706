import { expect, it } from 'vitest';
import { isOwnOrigin } from './origin.ts';

it.each<[string | undefined, string | undefined, boolean]>([
  ['http://192.168.42.1:8080', '192.168.42.1:8080', true],
  ['https://hikyaku.internal', 'hikyaku.internal', true],
  ['https://hikyaku.internal', 'hikyaku.internal:443', true],
  ['http://hikyaku.internal', 'HIKYAKU.internal:80', true],
  ['http://[fd00::1]:8080', '[fd00::1]:8080', true],
  ['http://192.168.42.1:8081', '192.168.42.1:8080', false],
  ['http://evil.example', '192.168.42.1:8080', false],
  ['http://192.168.42.1:8080.evil.example', '192.168.42.1:8080', false],
  ['null', '192.168.42.1:8080', false],
  ['file://', '', false],
  ['', '192.168.42.1:8080', false],
  [undefined, '192.168.42.1:8080', false],
  ['http://192.168.42.1:8080', undefined, false],
  ['http://evil.example', 'x@evil.example', true], // only a script can send such a Host, no browser does
])('a page of %s asking for %s: %s', (origin, host, own) => {
  expect(isOwnOrigin(origin, host)).toBe(own);
});
