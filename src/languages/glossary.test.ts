import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from './languages.ts';

const text = readFileSync(join(import.meta.dirname, 'glossary.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter((cells) => cells.length > 2);
const [head = [], ...terms] = rows.filter(([first]) => !/^-+$/.test(first ?? ''));

test('the glossary has a word for each term in every language', () => {
  expect([...head].slice(1).sort()).toEqual(
    LANGUAGES.map(({ tag }) => tag)
      .filter((tag) => tag !== 'en')
      .sort(),
  );
  for (const cells of terms) {
    expect(cells, cells[0]).toHaveLength(head.length);
    expect(cells, cells[0]).not.toContain('');
  }
  expect(terms.length).toBeGreaterThan(40);
});
