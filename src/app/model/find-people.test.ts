import { describe, expect, test } from 'vitest';
import { findPeople, fold, keepFound } from './find-people.ts';

const PEOPLE = [
  { id: 'sato', texts: ['佐藤ハナコ', 'turtle 41', '🐢', 'East Gym'] },
  { id: 'nguyen', texts: ['Nguyễn Đức', 'bear 03', '🐻', 'West School'] },
  { id: 'anna', texts: ['Anna', 'whale 27', '🐳', 'Clinic', 'Volunteers'] },
  { id: 'hanna', texts: ['Hanna', 'lemon 12', '🍋', 'Clinic'] },
  { id: 'reception', texts: ['受付のﾊﾟｿｺﾝ', 'football 16', '⚽', 'East Gym'] },
];
const found = (query: string) => findPeople(query, PEOPLE);

describe('who is found', () => {
  test.each([
    ['by the beginning of a name', 'ngu', ['nguyen']],
    ['whatever the accents', 'duc', ['nguyen']],
    ['in capital letters', 'ANNA', ['anna', 'hanna']],
    ['in wide letters', 'Ａｎｎ', ['anna', 'hanna']],
    ['in hiragana', 'はなこ', ['sato']],
    ['in katakana of half the width', 'ﾊﾅｺ', ['sato']],
    ['in katakana, written in hiragana', 'ぱそ', ['reception']],
    ['by the picture’s word', 'tur', ['sato']],
    ['by the picture itself', '🐻', ['nguyen']],
    ['by the digits', '27', ['anna']],
    ['by picture and digits', 'lemon 12', ['hanna']],
    ['by place', 'clinic', ['anna', 'hanna']],
    ['by group', 'volunt', ['anna']],
    ['by several words, in any order', 'clinic ann', ['anna', 'hanna']],
    ['by kanji', '佐', ['sato']],
    ['nobody', 'xyz', []],
  ])('%s: %s', (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test('whose name begins so comes first, then those in whom a word begins so', () => {
    expect(found('h')).toEqual(
      ['hanna', 'nguyen', 'sato', 'anna', 'reception'].filter((id) => found('h')?.includes(id)),
    );
    expect(found('h')?.[0]).toBe('hanna');
  });

  test('nothing asked is no search', () => {
    expect(found('')).toBeUndefined();
    expect(found('  ')).toBeUndefined();
  });
});

test('while the same is asked nobody moves: who comes or is named anew stands behind or keeps the place', () => {
  const before = findPeople('ann', PEOPLE) ?? [];
  expect(before).toEqual(['anna', 'hanna']);
  const later = [
    { id: 'new', texts: ['Ann'] },
    ...PEOPLE.map(({ id, texts }) => ({ id, texts: id === 'anna' ? ['Bo'] : texts })),
  ];
  const now = findPeople('ann', later) ?? [];
  expect(now).toEqual(['new', 'hanna']);
  expect(keepFound(before, now, () => true)).toEqual(['anna', 'hanna', 'new']);
  expect(keepFound(before, now, (id) => id !== 'anna')).toEqual(['hanna', 'new']);
});

test('marks that are letters stay: two Thai or Nepali words that differ in a vowel are two words', () => {
  expect(fold('กิน')).not.toBe(fold('กัน'));
  expect(fold('नेपाल')).not.toBe(fold('नपाल'));
  expect(fold('か')).not.toBe(fold('が'));
});

test('among 40 people with friendly names three letters leave at most a handful', () => {
  const first = ['Brave', 'Calm', 'Quiet', 'Merry', 'Proud', 'Gentle', 'Nimble', 'Happy'];
  const second = ['Otter', 'Maple', 'Heron', 'Willow', 'Badger'];
  const crowd = first.flatMap((one) => second.map((two) => ({ id: `${one} ${two}`, texts: [`${one} ${two}`] })));
  for (const { id } of crowd) {
    expect(findPeople(id.slice(0, 3), crowd)?.length).toBeLessThanOrEqual(5);
    const [one = '', two = ''] = id.split(' ');
    expect(findPeople(`${one.slice(0, 1)} ${two.slice(0, 2)}`, crowd)).toContain(id);
  }
});
