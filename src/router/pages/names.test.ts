import { expect, it } from 'vitest';
import { name, shown } from './names.ts';

it('shows what would hide or reorder text instead of obeying it', () => {
  expect(shown('fdp\u202eexe.jpg\u200b')).toBe('fdp[U+202E]exe.jpg[U+200B]');
  expect(name('a\u2066<b').html).toBe('<bdi>a[U+2066]&lt;b</bdi>');
  expect(shown('家族 👩‍👩‍👧‍👦 سلام')).toBe('家族 👩‍👩‍👧‍👦 سلام');
});
