/** What `npm run lab -- listener` and `evil-router` take out of the product with `--lift` is still where they look for it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { GUARDS, VARIANTS } from '../evil-router/variants.ts';
import { LIFTS } from '../listener/lifts.ts';

it.each([...LIFTS, ...GUARDS])('$name: stands in one place of $file', ({ file, find }) => {
  const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
  expect(text.split(find)).toHaveLength(2);
});

it.each(GUARDS)('$name stops a variant of the evil router', ({ name }) => {
  expect(VARIANTS.map(({ guard }) => guard)).toContain(name);
});
