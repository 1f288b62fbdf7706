/** The caps that `npm run lab -- hostile-phone --lift` removes are still where it looks for them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ATTACKS } from '../hostile-phone/attacks.ts';
import { CAPS } from '../hostile-phone/caps.ts';

it.each(CAPS)('$name: stands in one place, and stops an attack that exists', ({ file, find, attack }) => {
  const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
  expect(text.split(find)).toHaveLength(2);
  expect(ATTACKS.map(({ name }) => name)).toContain(attack);
});
