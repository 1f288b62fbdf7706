/** Unit tests share their processes (`as-found.ts`): whoever mocks a module takes that away, or the next file has it too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { leaveStreams } from './as-found.ts';

const MOCKS = /^vi\.mock\('(?<what>[^']+)'/gm;

it('whoever listens to the output of this process is taken away at the end of a file', async () => {
  const load = async () => {
    vi.resetModules();
    await import('../../src/router/machine/output.ts');
  };
  for (let loads = 0; loads < 3; loads += 1) await load();
  // Each of three files would leave two: the runner itself listens once at most.
  const listening = () => process.stdout.listenerCount('error') + process.stderr.listenerCount('error');
  const before = listening();
  expect(before).toBeGreaterThanOrEqual(6);
  leaveStreams();
  expect(listening()).toBeLessThanOrEqual(before - 6);
});

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
