import { expect, it } from 'vitest';
import { SEEN_CLIENTS, SEEN_MS, SeenClients } from './seen.ts';

it('a client has seen the page once it has', () => {
  const seen = new SeenClients();
  expect(seen.has('192.168.42.100', 0)).toBe(false);
  seen.add('192.168.42.100', 0);
  expect(seen.has('192.168.42.100', SEEN_MS)).toBe(true);
  expect(seen.has('192.168.42.101', SEEN_MS)).toBe(false);
});

it('is forgotten when it was quiet for as long as a lease, and not before', () => {
  const seen = new SeenClients();
  seen.add('a', 0);
  expect(seen.has('a', SEEN_MS)).toBe(true);
  expect(seen.has('a', 2 * SEEN_MS)).toBe(true);
  expect(seen.has('a', 3 * SEEN_MS + 1)).toBe(false);
  expect(seen.size).toBe(0);
});

it('remembers so many and no more; those that were quiet for longest go first', () => {
  const seen = new SeenClients();
  for (let client = 0; client < SEEN_CLIENTS; client += 1) seen.add(String(client), client);
  expect(seen.has('0', SEEN_CLIENTS)).toBe(true);
  for (let client = 0; client < 10_000; client += 1) seen.add(`flood ${client % 2}`, SEEN_CLIENTS + client);
  expect(seen.size).toBe(SEEN_CLIENTS);
  expect(seen.has('0', 20_000)).toBe(true);
  expect(seen.has('1', 20_000)).toBe(false);
  expect(seen.has('2', 20_000)).toBe(false);
  expect(seen.has('3', 20_000)).toBe(true);
});
