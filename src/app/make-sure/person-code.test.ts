import decodeQR from 'qr/decode.js';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { codeOfPerson, personInCode } from './person-code.ts';

const key = publicKeyOf(newSecret());
const code = codeOfPerson(key);

test('a code holds the whole key', () => {
  expect(code).toMatch(/^hikyaku:[\w-]{47}$/);
  expect(personInCode(code)).toBe(key);
});

test('a drawn code is read again', () => {
  const zoom = 4;
  const { data, size } = encode(code, { ecc: 'M', border: 4 });
  const side = size * zoom;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (data[Math.floor(y / zoom)]?.[Math.floor(x / zoom)] === true)
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  expect(personInCode(decodeQR({ width: side, height: side, data: pixels }))).toBe(key);
});

test.each([
  '',
  'hikyaku:',
  key,
  `hikyaku:${key}`,
  `${code}A`,
  code.slice(0, -1),
  code.toUpperCase(),
  `HIKYAKU:${code.slice(8)}`,
  ` ${code}`,
  `http://192.168.42.1/#${code}`,
  'http://192.168.42.1/',
  'WIFI:T:WPA;S:避難所;P:secret;;',
])('%j is no code of a person', (text) => {
  expect(personInCode(text)).toBeUndefined();
});

test('one letter that was misread is noticed', () => {
  for (let at = 'hikyaku:'.length; at < code.length; at++) {
    const other = code[at] === 'B' ? 'C' : 'B';
    expect(personInCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined();
  }
});
