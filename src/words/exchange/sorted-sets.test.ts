import { expect, test } from 'vitest';
import type { EventId } from '../../protocol/event.ts';
import { SortedSets } from './sorted-sets.ts';

test('a set is sorted once for all who compare within two seconds, and few of them are kept', () => {
  let [now, sorted] = [0, 0];
  const sets = new SortedSets(
    {
      items: () => {
        sorted += 1;
        return [{ id: 'ab'.repeat(32) as EventId, created_at: 1 }];
      },
    },
    () => now,
  );
  expect(sets.has({ kinds: [1] })).toBe(false);
  const first = sets.of({ kinds: [1] });
  now = 2_000;
  expect(sets.has({ kinds: [1] })).toBe(true);
  expect(sets.of({ kinds: [1] })).toBe(first);
  now = 2_001;
  expect(sets.of({ kinds: [1] })).not.toBe(first);
  expect(sorted).toBe(2);
  for (let kind = 2; kind <= 9; kind++) sets.of({ kinds: [kind] });
  expect(sets.has({ kinds: [1] })).toBe(false);
  expect(sets.has({ kinds: [2] })).toBe(true);
});
