import { expect, test } from 'vitest';
import type { SharedText } from './arrival.ts';
import { sharedTextFile, textFile } from './shared-text.ts';

const made = async (shared: Partial<SharedText>) => {
  const { file, path } = sharedTextFile({ title: '', text: '', url: '', ...shared }, 'Shared text');
  expect(file.name).toBe(path);
  return [path, (await file.text()).replace('\ufeff', '')];
};

test('title, text and address become lines of a file named after the title', async () => {
  expect(await made({ title: '給水のお知らせ', text: 'Water at 3 pm', url: 'http://east.example/' })).toEqual([
    '給水のお知らせ.txt',
    '給水のお知らせ\nWater at 3 pm\nhttp://east.example/\n',
  ]);
});

test('repeated parts are written once', async () => {
  expect(await made({ text: 'See http://east.example/ now', url: 'http://east.example/' })).toEqual([
    'Shared text.txt',
    'See http://east.example/ now\n',
  ]);
  expect(await made({ title: 'Water', text: 'Water' })).toEqual(['Water.txt', 'Water\n']);
});

test('a title becomes neither a path nor a second line nor an endless name', async () => {
  const [name] = await made({ title: `../a\\b\n${'あ'.repeat(100)}\ud800`, text: 'x' });
  expect(name).toBe(`..-a-b ${'あ'.repeat(53)}.txt`);
  expect((await made({ title: ' \n ', text: 'x' }))[0]).toBe('Shared text.txt');
});

test('begins with the mark of UTF-8', async () => {
  const { file } = sharedTextFile({ title: '', text: '水', url: '' }, 'a');
  expect([...new Uint8Array(await file.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  ['  Water at 3 pm\nin the yard ', 'Water at 3 pm.txt', 'Water at 3 pm\nin the yard\n'],
  ['Bring blankets and warm clothes to the gym', 'Bring blankets and warm clothes.txt', undefined],
  ['https://www.example.org/water/', 'example.org-water.txt', 'https://www.example.org/water/\n'],
  ['水'.repeat(50), `${'水'.repeat(32)}.txt`, `${'水'.repeat(50)}\n`],
  ['/', 'Text.txt', '/\n'],
])('%j is a file named by its first words, and holds all of them once', async (text, name, content) => {
  const { file, path } = textFile(text, 'Text');
  expect(path).toBe(name);
  expect((await file.text()).replace('\ufeff', '')).toBe(content ?? `${text}\n`);
});
