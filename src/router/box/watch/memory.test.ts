/** The log of a watch says what is new, once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { newsIn, recall, remember } from './memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'hikyaku-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what is new, and that nothing is left', () => {
  expect(newsIn([], [])).toEqual([]);
  expect(newsIn([], ['a'])).toEqual(['a']);
  expect(newsIn(['a'], ['a', 'b'])).toEqual(['b']);
  expect(newsIn(['a', 'b'], ['b'])).toEqual([]);
  expect(newsIn(['b'], [])).toEqual(['nothing to mend any more']);
});

test('is kept until the next look, and nothing breaks where it cannot be read', () => {
  const file = join(folder, 'watch.json');
  expect(recall(file)).toEqual({ used: {}, said: [], doubles: {} });
  const doubles = { seen: '10.107.3.4/16', movedAtS: 5 };
  const memory = { used: { ap0: { activeMs: 5 } }, said: ['ap0 is gone'], doubles };
  remember(memory, file);
  expect(recall(file)).toEqual(memory);
  for (const text of ['', 'null', '[]', '{"said":5,"used":null}', '{"said":[5],"doubles":{"seen":1,"movedAtS":"2"}}']) {
    writeFileSync(file, text);
    expect(recall(file)).toEqual({ used: {}, said: [], doubles: {} });
  }
});
