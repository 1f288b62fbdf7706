import { expect, test } from 'vitest';
import { createParts } from './parts.ts';

const fails = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

test('a part that fails again and again is missing; one that fails once is not', async () => {
  const { fetch, isMissing } = createParts();
  await expect(fetch(fails)).rejects.toThrow('Failed to fetch');
  expect(isMissing.value).toBe(false);
  await expect(fetch(fails)).rejects.toThrow();
  expect(isMissing.value).toBe(true);
});

test('failures of different parts are not added up', async () => {
  const { fetch, isMissing } = createParts();
  await expect(fetch(fails)).rejects.toThrow();
  await expect(fetch(() => fails())).rejects.toThrow();
  expect(isMissing.value).toBe(false);
});

test('a part that finally loads is no longer missing, and another part still is', async () => {
  const { fetch, isMissing } = createParts();
  let isHere = false;
  const late = async () => (isHere ? 'part' : fails());
  for (const load of [late, late, fails, fails]) await expect(fetch(load)).rejects.toThrow();
  isHere = true;
  expect(await fetch(late)).toBe('part');
  expect(isMissing.value).toBe(true);
  const other = createParts();
  isHere = false;
  for (const load of [late, late]) await expect(other.fetch(load)).rejects.toThrow();
  isHere = true;
  await other.fetch(late);
  expect(other.isMissing.value).toBe(false);
});
