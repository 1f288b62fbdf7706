import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.ts';

test('each name is one scenario, which is there', async () => {
  const names = CATALOGUE.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const entry of CATALOGUE) {
    if (entry.runs === 'outside') expect(await entry.load()).toHaveProperty('run');
    else expect(existsSync(fileURLToPath(new URL(`inside/${entry.name}.ts`, import.meta.url)))).toBe(true);
  }
});
