import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { goOnAfterFaults } from './last-resort.ts';
import { createLog } from './log.ts';

it('logs an unexpected fault with its place, and a repeated one only now and then', () => {
  const lines: string[] = [];
  const source = new EventEmitter();
  let now = 0;
  const stop = goOnAfterFaults(
    createLog('error', (line) => lines.push(line)),
    source,
    () => now,
  );
  const fail = () => source.emit('uncaughtException', new Error('out of order'));
  fail();
  for (now = 200; now < 10_000; now += 200) fail();
  now = 10_000;
  fail();
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^hikyaku error: a fault of the router, which goes on: Error: out of order\n\s+at /);
  expect(lines[1]).toContain('(and 49 before it)');
  stop();
  expect(source.listenerCount('uncaughtException')).toBe(0);
});
