import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { qrSvg } from './qr.ts';

/** The drawing as pixels, by following its pen: what a browser would paint, four pixels to a module. */
function paint(svg: string): { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray } {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const zoom = 4;
  const side = size * zoom;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const pen = /stroke-width.* d="([^"]+)"/.exec(svg)?.[1] ?? '';
  let [x, y] = [0, 0];
  for (const [, command, first, second] of pen.matchAll(/([Mmh])(\d+)(?: ([\d.]+))?/g)) {
    if (command === 'M') [x, y] = [Number(first), Math.floor(Number(second))];
    else if (command === 'h') {
      for (let row = y * zoom; row < (y + 1) * zoom; row += 1)
        for (let column = x * zoom; column < (x + Number(first)) * zoom; column += 1)
          data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
    if (command !== 'M') x += Number(first);
  }
  return { width: side, height: side, data };
}

it.each([
  'http://192.168.42.1/',
  'http://192.168.42.1:8080/',
  'WIFI:T:WPA;S:避難所;P:a\\;b\\:c;;',
])('a reader reads %s', (text) => {
  expect(decodeQR(paint(qrSvg(text, 'label').html))).toBe(text);
});

it('is small enough for a page of a few kilobytes', () => {
  expect(qrSvg('http://192.168.42.1:8080/', 'label').html.length).toBeLessThan(2_600);
});
