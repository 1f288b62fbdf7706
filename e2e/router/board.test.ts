/** The operator in a terminal, beside a router that runs: the bundle as it is installed. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Draft, hexOf, signedBy } from '../../src/protocol/event.ts';
import { publicKeyOf } from '../../src/protocol/keys.ts';
import { POST, WRAP } from '../../src/words/kinds.ts';
import { WordsClient } from '../drive/wire/words-client.ts';
import { type Bundle, bundle, end } from './bundle.ts';
import { get, secretOf } from './setting.ts';

let router: Bundle;
beforeAll(async () => {
  router = await bundle();
});
afterEach(() => router.endAll());
afterAll(() => router.remove());

async function asked(...words: readonly string[]): Promise<{ code: number | null; out: string; said: string }> {
  const child = router.launch(['board', ...words]);
  const [out, { code, said }] = await Promise.all([text(child.stdout), end(child)]);
  return { code, out, said };
}
const wordsOf = async (port: number) => JSON.parse((await get(port, '/status.json')).body).words;

it('asks the router that runs with this data directory, and says when none does', async () => {
  const data = ['--data-dir', join(router.home, 'one')];
  expect(await asked('list', ...data)).toMatchObject({
    code: 2,
    said: expect.stringContaining('no router that holds words'),
  });
  const { port, child } = await router.serve(data);
  expect(await wordsOf(port)).toMatchObject({ state: 'on', events: 0, blobs: 0, bytes: 0, days: 14 });
  expect(await asked('list', ...data)).toEqual({ code: 0, out: 'nothing is on the board\n', said: '' });
  expect(await asked('pin', 'abcd', ...data)).toMatchObject({
    code: 2,
    said: expect.stringContaining('expected the beginning of an id'),
  });
  expect((await stat(join(router.home, 'one', 'words'))).mode & 0o777).toBe(0o700);
  child.kill('SIGTERM');
  expect((await end(child)).code).toBe(0);
  expect(await asked('list', ...data)).toMatchObject({ code: 2 });
});

it('comes back after a SIGKILL, and a second router leaves alone what the first one holds', async () => {
  const data = ['--data-dir', join(router.home, 'two'), '--hold-size', '200MB', '--hold-days', '3'];
  const { child } = await router.serve(data);
  const ended = end(child);
  child.kill('SIGKILL');
  await ended;
  const { port } = await router.serve(data);
  expect(await wordsOf(port)).toMatchObject({ state: 'on', bytes_at_most: 2e8, days: 3 });
  const second = await router.serve(data);
  expect(await wordsOf(second.port)).toEqual({ state: 'off', cause: 'failed', reason: 'EADDRINUSE' });
  expect(await asked('list', ...data)).toMatchObject({ code: 0 });
});

it('lists what phones have left, letters without a word of what is in them, and removes one', async () => {
  const data = ['--data-dir', join(router.home, 'four')];
  const { port } = await router.serve(data);
  const [ann, ben] = [secretOf('ann'), secretOf('ben')];
  const phone = await WordsClient.open(`http://127.0.0.1:${port}/`, { secret: ann });
  const keyOf = (secret: typeof ann): string => hexOf(publicKeyOf(secret));
  const leave = async (draft: Pick<Draft, 'kind' | 'tags' | 'content'>) => {
    const event = signedBy(ann, { created_at: 1_764_150_000, ...draft });
    await phone.holding.put(event, 0, WordsClient.bringer(ann));
    expect(await phone.asking.give(event.id)).toBe('held');
    return event.id.slice(0, 12);
  };
  const post = await leave({ kind: POST, tags: [['name', 'Ann']], content: 'Water at ten' });
  const letter = await leave({ kind: WRAP, tags: [['p', keyOf(ben)]], content: 'sealed' });
  expect((await asked('list', ...data)).out).toBe(`${post}  0 min notice Ann: Water at ten\n`);
  const { out } = await asked('list', '--letters', ...data);
  expect(out).toContain(`for ${keyOf(ben).slice(0, 12)} left by ${keyOf(ann).slice(0, 12)}\n`);
  expect(out).not.toMatch(/sealed|Water/);
  expect((await asked('remove', letter, ...data)).code).toBe(0);
  expect((await asked('list', '--letters', ...data)).out).toBe('no letters are here\n');
  phone.close();
});

it('of a router that holds nothing there is nothing to ask', async () => {
  const data = ['--data-dir', join(router.home, 'three')];
  const { port } = await router.serve([...data, '--hold', 'off']);
  expect(await wordsOf(port)).toEqual({ state: 'off', cause: 'switched-off' });
  expect(await asked('list', ...data)).toMatchObject({ code: 2 });
});
