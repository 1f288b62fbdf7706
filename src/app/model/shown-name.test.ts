import { expect, test } from 'vitest';
import { shownName } from './shown-name.ts';

test('a direction override is shown, not obeyed', () => {
  expect(shownName('party\u202egpj.exe')).toBe('party[U+202E]gpj.exe');
  expect(shownName('a\u2066b\u2069')).toBe('a[U+2066]b[U+2069]');
});

test('control characters become their pictures', () => {
  expect(shownName('a\nb\tc\u0000')).toBe('a␊b␉c␀');
  expect(shownName('\u007f\u0085')).toBe('[U+007F][U+0085]');
});

test('invisible characters are shown', () => {
  expect(shownName('a\u200bb\ufeff\u00ad')).toBe('a[U+200B]b[U+FEFF][U+00AD]');
});

test.each([
  ['避難者名簿.xlsx'],
  ['👩‍👩‍👧 family.jpg'], // joined by U+200D
  ['می‌خواهم.txt'], // U+200C belongs to the word
  ['カ\u3099.txt'.normalize('NFD')],
  ['../../etc/passwd'],
])('%s stays as it is', (name) => {
  expect(shownName(name)).toBe(name);
});
