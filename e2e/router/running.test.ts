import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { Running } from './place.ts';

it('a line of one output is still there after a later one of the other', async () => {
  const child = spawn('sh', ['-c', 'echo ready >&2; read it; echo listening; read it; echo ready >&2'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const running = new Running(child);
  await expect.poll(() => running.lines).toEqual(['ready']);
  child.stdin.write('\n');
  expect(await running.said(/listening/)).toBe('listening');
  expect(await running.said(/ready/)).toBe('ready');
  const next = running.said(/ready/);
  child.stdin.end('\n');
  expect(await next).toBe('ready');
  await expect(running.said(/ready/)).rejects.toThrow('it ended before it said /ready/:\nready\nlistening\nready');
});
