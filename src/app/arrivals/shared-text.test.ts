import { expect, test } from 'vitest';
import type { SharedText } from './arrival.ts';
import { sharedTextFile } from './shared-text.ts';

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
