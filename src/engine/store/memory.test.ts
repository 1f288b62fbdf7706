import { test } from 'vitest';
import { MemoryStore } from './memory.ts';
import { CONTRACT, FULL_BYTES, FULL_CONTRACT } from './testing/contract.ts';

for (const { title, run } of CONTRACT) test(title, () => run(new MemoryStore()));

test(FULL_CONTRACT.title, async () => {
  const store = new MemoryStore();
  store.capacityBytes = FULL_BYTES / 8;
  await FULL_CONTRACT.run(store);
});
