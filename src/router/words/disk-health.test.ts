import { expect, it } from 'vitest';
import { newSecret } from '../../protocol/keys.ts';
import { phone, says, shelter } from './testing/bench.ts';

const ann = newSecret();

it('a disk that takes nothing is known to do so, and for some minutes longer', async () => {
  const at = await shelter();
  expect(at.health.trouble).toBeUndefined();
  at.disks.words.fate = () => 'fails';
  expect(await at.shelf.put(says(ann), 0, phone(ann))).toBe('disk');
  const { trouble } = at.health;
  expect(trouble).toMatch(/^\w+$/);
  at.disks.words.fate = () => 'ok';
  expect(await at.shelf.put(says(ann), 0, phone(ann))).toBe('held');
  at.clock.now += 599;
  expect(at.health.trouble).toBe(trouble);
  at.clock.now += 1;
  expect(at.health.trouble).toBeUndefined();
});

it('a file that does not fit on it as well', async () => {
  const at = await shelter();
  at.disks.blobs.fate = () => 'fails';
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(9);
  }
  expect(await at.blobs.receive('a'.repeat(64), 9, bytes(), phone(ann))).toBe('disk');
  expect(at.health.trouble).toMatch(/^\w+$/);
});
