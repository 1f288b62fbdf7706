import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { terminalQr } from './terminal-qr.ts';

/** White pixels of a character, upper and lower. */
const HALVES: Readonly<Record<string, readonly [boolean, boolean]>> = {
  '█': [true, true],
  '▀': [true, false],
  '▄': [false, true],
  ' ': [false, false],
};
const ZOOM = 4;

it('is read by a camera that sees white blocks on black', () => {
  const lines = terminalQr('http://192.168.42.1:8080/', false)
    .split('\n')
    .filter((line) => line !== '');
  const width = (lines[0] ?? '').length * ZOOM;
  const height = lines.length * 2 * ZOOM;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const row = Math.floor(y / ZOOM);
      const white = HALVES[lines[row >> 1]?.[Math.floor(x / ZOOM)] ?? ' ']?.[row & 1] ?? false;
      data.fill(white ? 255 : 0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  expect(decodeQR({ width, height, data })).toBe('http://192.168.42.1:8080/');
});

it('brings its own colours to a terminal', () => {
  const lines = terminalQr('http://192.168.42.1/', true).split('\n');
  for (const line of lines) expect([line.slice(0, 8), line.slice(-4)]).toEqual(['\x1b[97;40m', '\x1b[0m']);
});
