import { describe, expect, it } from 'vitest';
import { LABEL_HEIGHT, layout, NARROW, PLATE_HEIGHT, type Place, STATION_RADIUS, WIDE } from './graph-layout.ts';

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const circle = ({ x, y }: Place): Box => ({
  left: x - STATION_RADIUS,
  right: x + STATION_RADIUS,
  top: y - STATION_RADIUS,
  bottom: y + STATION_RADIUS,
});
function labelBox({ label: { x, y, anchor, width } }: Place): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y, bottom: y + LABEL_HEIGHT };
}
const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe.each([NARROW, WIDE] as const)('the picture at %d', (width) => {
  it.each([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 19, 20, 59, 60, 127,
  ])('with %d others: nothing touches, nothing is outside', (count) => {
    const { height, self, others, trunks } = layout(count, width);
    expect(others).toHaveLength(count);
    const plate = {
      left: self.x - self.width / 2,
      right: self.x + self.width / 2,
      top: self.y - PLATE_HEIGHT / 2,
      bottom: self.y + PLATE_HEIGHT / 2,
    };
    const boxes = [plate, ...others.flatMap((one) => [circle(one), labelBox(one)])];
    const outside = boxes.filter(
      ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height,
    );
    expect(outside).toEqual([]);
    const touching = boxes.filter((box, index) => boxes.some((other, later) => later > index && touch(box, other)));
    expect(touching).toEqual([]);
    for (const { label } of others) expect(label.width).toBeGreaterThan(80);
    const inside = trunks.flat().every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
    expect(inside).toBe(true);
  });

  it.each([1, 5, 6, 7, 20, 59])('%d others hang on something that leads to this router', (count) => {
    const { self, others, trunks } = layout(count, width);
    const on = (x: number, y: number): boolean =>
      (x === self.x && y === self.y) ||
      trunks.some(([a, b]) => {
        if (a === undefined || b === undefined) return false;
        const [left, right, top, bottom] = [
          Math.min(a.x, b.x),
          Math.max(a.x, b.x),
          Math.min(a.y, b.y),
          Math.max(a.y, b.y),
        ];
        return x >= left && x <= right && y >= top && y <= bottom;
      });
    for (const { from } of others) expect(on(from.x, from.y)).toBe(true);
  });
});
