/** Styles say where something is by the direction of the line, so that they hold in languages that begin at the right. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Properties and values that name a side. A line that says why (`physical:`) is left alone. */
const SIDE =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|(?:left|right)\s*:|(?:float|clear|text-align|justify-[a-z]+|transform-origin|background-position)\s*:[^;]*\b(?:left|right)\b)|-(?:top|bottom)-(?:left|right)-radius|\bto (?:left|right)\b/;
const EXCUSED = /physical:/;
/** Shorthands with four values, of which the second is for the right and the last for the left. */
const FOUR = /(?:^|[\s;{])(?:margin|padding|inset|border-(?:width|color|style))\s*:\s*([^;}]+)/;
const VALUE = /(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g;

const found = (text: string): readonly string[] =>
  text.split('\n').filter((line) => (SIDE.test(line) || differsAtSides(line)) && !EXCUSED.test(line));

function differsAtSides(line: string): boolean {
  const [, values = ''] = FOUR.exec(line) ?? [];
  const [, right, , left] = values.match(VALUE) ?? [];
  return left !== undefined && right !== left;
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.css'));

test.each(files)('%s names no side', (file) => {
  expect(found(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))).toEqual([]);
});

test.each([
  '  margin-left: 1rem;',
  '  left: 0;',
  'a{right:0}',
  '  float: left;',
  '  text-align: right;',
  '  background-position: left 1rem center;',
  '  border-top-left-radius: 1rem;',
  '  padding: 0 1rem 0 calc(2rem + (1px * 2));',
  '  background: linear-gradient(to right, red, blue);',
])('%j does', (line) => expect(found(line)).toHaveLength(1));

test.each([
  '  margin-inline-start: 1rem;',
  '  inset-inline: 0;',
  '  margin: 0 auto 1rem auto;',
  '  text-align: start;',
  '  float: inline-start;',
  '  left: 0; /* physical: a map has its west there */',
  '  border-start-start-radius: 1rem;',
])('%j does not', (line) => expect(found(line)).toEqual([]));
