import { expect, test } from 'vitest';
import { hasEnded } from './has-ended.ts';

test.each(['sent', 'saved', 'declined', 'cancelled', 'failed'] as const)('%s is the end', (phase) => {
  expect(hasEnded({ phase })).toBe(true);
});

test.each([
  'waiting',
  'checking',
  'sending',
  'interrupted',
  'announced',
  'offered',
  'verifying',
] as const)('%s is not the end', (phase) => {
  expect(hasEnded({ phase })).toBe(false);
});

test('a phase that does not exist does not compile', () => {
  // @ts-expect-error: there is no such phase
  expect(hasEnded({ phase: 'savd' })).toBeUndefined();
});
