import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const A = Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(':');
const B = A.replaceAll('A', '0');
const plain = A.replaceAll(':', '').toLowerCase();
const line = (value: string) => `a=fingerprint:sha-256 ${value}`;
const sdp = (...lines: string[]) => ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', ...lines, 'm=application 9', ''].join('\r\n');

test.each([
  ['in one place', sdp(line(A)), plain],
  ['in several, all equal', sdp(line(A), 'm=audio 9', line(A)), plain],
  ['in small letters', sdp(line(A.toLowerCase())), plain],
  ['with bare line ends', sdp(line(A)).replaceAll('\r', ''), plain],
  ['nowhere', sdp(), undefined],
  ['two that differ', sdp(line(A), 'm=audio 9', line(B)), undefined],
  ['of another hash', sdp(`a=fingerprint:sha-1 ${A}`), undefined],
  ['of another hash as well', sdp(line(A), `a=fingerprint:sha-512 ${A}`), undefined],
  ['cut short', sdp(line(A.slice(0, -3))), undefined],
  ['followed by more', sdp(`${line(A)} ${B}`), undefined],
  ['behind a carriage return that ends no line', sdp(`a=x\r${line(A)}`), undefined],
  ['in a form that only some would read', sdp(line(A), ` ${line(B)}`), undefined],
])('a fingerprint %s', (_, description, expected) => {
  expect(fingerprintOf(description)).toBe(expected);
});
