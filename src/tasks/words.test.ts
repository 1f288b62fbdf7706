import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addIntegrity, renewIntegrity } from './integrity.mjs';
import { holdsWords, pageOf, writePages } from './words.mjs';

const PAGE = `<html lang="en"><meta charset="utf-8" />
<script type="module" crossorigin src="./assets/index-1.js"></script>`;
const EVERY = 'assets/every-language-1.js';
const WORDS = ['en', 'ja', 'ja-x-easy'].flatMap((tag) =>
  ['first', 'late'].map((part) => `assets/words-${tag}-${part}-1.js`),
);

let app: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(app, path)), { recursive: true });
  writeFileSync(join(app, path), text);
};
const read = (path: string): string => readFileSync(join(app, path), 'utf8');
const digestOf = (path: string): string => `sha256-${createHash('sha256').update(read(path)).digest('base64')}`;
const mapOf = (page: string): unknown =>
  JSON.parse(/<script type="importmap">([^<]*)</.exec(read(page))?.[1] ?? '').integrity;

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'words-'));
  write('index.html', PAGE);
  write(EVERY, 'const listed = `digests of words:`;');
  for (const path of ['assets/index-1.js', ...WORDS]) write(path, `export const it = '${path}';`);
  addIntegrity(
    app,
    ['assets/index-1.js', EVERY, ...WORDS].map((fileName) => ({ type: 'chunk', fileName })),
  );
  writePages(app);
});
afterEach(() => rmSync(app, { recursive: true }));

test('files of words are told by their names', () => {
  expect(WORDS.every(holdsWords)).toBe(true);
  expect(holdsWords('assets/v2-words-zh-Hans-late-Ab_-1.js')).toBe(true);
  expect(holdsWords(EVERY)).toBe(false);
});

test('the page of a language names the words of that one and of no other', () => {
  const [first, late] = ['assets/words-ja-first-1.js', 'assets/words-ja-late-1.js'] as const;
  const page = read(pageOf('ja'));
  expect(page).toContain('<html lang="ja">');
  expect(page).toContain(`data-words="ja" data-late="./${late}" src="./${first}" integrity="${digestOf(first)}"`);
  expect(mapOf(pageOf('ja'))).toEqual(Object.fromEntries([EVERY, first, late].map((it) => [`./${it}`, digestOf(it)])));
  expect(page).not.toMatch(/words-(?:en|ja-x-easy)-/);
});

test('the page of no language names no words', () => {
  expect(read('index.html')).not.toContain('words-');
  expect(mapOf('index.html')).toEqual({ [`./${EVERY}`]: digestOf(EVERY) });
});

test('what loads every language has the digests of all words', () => {
  const list = WORDS.map((path) => `${path.slice('assets/'.length)} ${digestOf(path)}`).join(' ');
  expect(read(EVERY)).toBe(`const listed = \`digests of words: ${list}\`;`);
});

test('words that changed after the build have new digests wherever they are named', () => {
  const changed = 'assets/words-ja-late-1.js';
  const before = digestOf(changed);
  write(changed, 'export const it = 2;');
  renewIntegrity(app);
  writePages(app);
  for (const path of [EVERY, pageOf('ja')]) {
    expect(read(path)).toContain(digestOf(changed));
    expect(read(path)).not.toContain(before);
  }
  expect(mapOf('index.html')).toEqual({ [`./${EVERY}`]: digestOf(EVERY) });
});
