/** Unit tests share their processes (`as-found.ts`): whoever mocks a module takes that away, or the next file has it too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MOCKS = /^vi\.mock\('(?<what>[^']+)'/gm;

it('every module that a unit test mocks is taken away at its end', () => {
  const left: string[] = [];
  let mocks = 0;
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!/\.test\.tsx?$/.test(name)) continue;
    const text = readFileSync(join('src', name), 'utf8');
    for (const { groups: { what } = {} } of text.matchAll(MOCKS)) {
      mocks += 1;
      if (!text.includes(`afterAll(() => void vi.doUnmock('${what}'));`)) left.push(`${name}: ${what}`);
    }
  }
  expect(left).toEqual([]);
  expect(mocks).toBeGreaterThan(0);
});
