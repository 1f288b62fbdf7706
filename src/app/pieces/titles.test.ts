import { expect, test } from 'vitest';

import { createFormat } from '../i18n/format.ts';
import { en, ja } from '../i18n/testing/words.ts';
import { summaryOfChosen, titleOf } from './titles.ts';

const english = { words: en, format: createFormat('en') };
const japanese = { words: ja, format: createFormat('ja') };
const chosen = (path: string, day: number) => {
  const file = new File([], path, { lastModified: day === 0 ? 0 : new Date(2011, 2, day, 14, 46).getTime() });
  return { file, path };
};

test('several photos are called by their number and the days on which they were taken, not after the first', () => {
  const oneDay = summaryOfChosen([chosen('IMG_2041.JPG', 11), chosen('IMG_2042.JPG', 11)]);
  expect(titleOf(oneDay, english)).toBe('2 photos (Mar 11, 2011)');
  expect(titleOf(oneDay, japanese)).toBe('写真2枚（2011年3月11日）');
  const more = summaryOfChosen([chosen('IMG_2041.JPG', 12), chosen('b.mp4', 11), chosen('c.heic', 0)]);
  expect(titleOf(more, english)).toBe('3 photos and videos (Mar 11, 2011 – Mar 12, 2011)');
  expect(titleOf(more, japanese)).toBe('写真と動画3件（2011年3月11日～2011年3月12日）');
});

test('one file and a folder have their name, other files their number', () => {
  expect(titleOf(summaryOfChosen([chosen('IMG_2041.JPG', 11)]), english)).toBe('IMG_2041.JPG');
  expect(titleOf(summaryOfChosen([chosen('Lists/a', 11), chosen('Lists/b', 11)]), english)).toBe('Lists');
  expect(titleOf(summaryOfChosen([chosen('a.jpg', 11), chosen('b.xlsx', 11)]), english)).toBe('2 files');
  expect(titleOf(summaryOfChosen([chosen('a.jpg', 0), chosen('b.jpg', 0)]), english)).toBe('2 photos');
});
