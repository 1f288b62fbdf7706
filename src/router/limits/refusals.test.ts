import { expect, it } from 'vitest';
import { createLog } from '../machine/log.ts';
import { Refusals } from './refusals.ts';

it('counts each reason, and logs it once in ten seconds with its count', () => {
  const lines: string[] = [];
  let now = 0;
  const refusals = new Refusals(
    createLog('info', (line) => lines.push(line)),
    () => now,
  );
  expect(refusals.counts).toBeUndefined();
  for (let n = 0; n < 100; n += 1) refusals.add('connections');
  refusals.add('foreign-page');
  expect(lines).toHaveLength(2);
  now = 10_000;
  refusals.add('connections');
  expect(lines[2]).toContain('100 times since the last such line');
  expect(refusals.counts).toEqual({ connections: 101, 'foreign-page': 1, 'foreign-host': 0, sockets: 0, full: 0 });
});
