import { expect, test } from 'vitest';
import { isPersonal } from './personal.ts';

test.each([
  ['a table with commas', '氏名,年齢,場所\n山田太郎,42,体育館\n佐藤花子,67,教室'],
  ['with other commas', '山田、42、体育館\n佐藤、67、教室\n鈴木、8、体育館'],
  ['pasted cells', 'Yamada\t42\nSato\t67\nSuzuki\t8'],
  ['telephones', 'Hana 090-1234-5678\nIto ０９０ １２３４ ５６７８'],
  ['birthdays', 'Yamada 1958/3/11\nSato 2001-12-24'],
  ['birthdays of an era', '山田 昭和33年3月11日\n佐藤 平成元年生まれ'],
])('%s may be a list of people', (_, text) => {
  expect(isPersonal(text, [])).toBe(true);
});

test('a spreadsheet may be one', () => {
  expect(isPersonal('See the file.', ['photo.jpg', '名簿.XLSX'])).toBe(true);
});

test.each([
  ['one telephone', 'Questions: 090-1234-5678'],
  ['hours', 'Water: 10:00, 12:00, 15:00\nat the north gate'],
  ['sentences with commas', 'We need blankets, diapers, and water.\nThank you.'],
  ['a date to come', 'The bus leaves on 2031-03-12.\nThe next one on 2031-03-14.'],
  ['nothing', ''],
])('%s are none', (_, text) => {
  expect(isPersonal(text, ['photo.jpg', 'map.pdf'])).toBe(false);
});
