/** The promise on top of tokens.css: contrast as WCAG 2.2 asks for, in both schemes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colours = Readonly<Record<string, string>>;
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [first = '', second = ''] = css.split('@media');
const colours = (part: string): Colours =>
  Object.fromEntries([...part.matchAll(/--([\w-]+): #([0-9a-f]{3,6})/gu)].map(([, name, value]) => [name, value]));
const schemes = { light: colours(first), dark: { ...colours(first), ...colours(second) } };

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(scheme: Colours, one: string, other: string): number {
  const [light = 1, dark = 1] = [one, other].map((name) => luminance(scheme[name] ?? '888')).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = {
  ink: ['ground', 'panel', 'sunk', 'accent-wash', 'alert-wash'],
  'ink-soft': ['ground', 'panel', 'sunk', 'accent-wash'],
  'on-accent': ['accent', 'accent-strong'],
  'accent-ink': ['ground', 'panel'],
  good: ['panel', 'good-wash'],
  alert: ['panel', 'alert-wash'],
};
const EDGES = {
  edge: ['ground', 'panel'],
  accent: ['ground', 'panel', 'accent-wash'],
  good: ['panel'],
  alert: ['panel'],
};

describe.each(Object.entries(schemes))('%s', (_, scheme) => {
  const pairs = (of: Record<string, string[]>) =>
    Object.entries(of).flatMap(([one, others]) => others.map((other) => [one, other] as const));
  test.each(pairs(TEXT))('%s can be read on %s', (one, other) => {
    expect(contrast(scheme, one, other)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(pairs(EDGES))('%s can be seen on %s', (one, other) => {
    expect(contrast(scheme, one, other)).toBeGreaterThanOrEqual(3);
  });
});
