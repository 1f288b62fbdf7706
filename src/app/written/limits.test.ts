import { expect, test } from 'vitest';
import { MAX_ATTACHMENTS, MAX_TEXT_BYTES } from '../../protocol/limits.ts';
import type { ChosenFile } from '../model/chosen-file.ts';
import { hindranceTo } from './limits.ts';

const file = (size: number): ChosenFile => ({ path: 'a', file: { size } as File });

test('a text is as long as its bytes', () => {
  expect(hindranceTo('x'.repeat(MAX_TEXT_BYTES), [], 1)).toBeUndefined();
  expect(hindranceTo('x'.repeat(MAX_TEXT_BYTES + 1), [], 1)?.is).toBe('too-long');
  const third = Math.floor(MAX_TEXT_BYTES / 3);
  expect(hindranceTo('水'.repeat(third), [], 1)).toBeUndefined();
  expect(hindranceTo('水'.repeat(third + 1), [], 1)?.is).toBe('too-long');
});

test('files are too many, or one is too large unless it goes in another way', () => {
  expect(hindranceTo('', Array(MAX_ATTACHMENTS).fill(file(1)), 1)).toBeUndefined();
  expect(hindranceTo('', Array(MAX_ATTACHMENTS + 1).fill(file(1)), 1)?.is).toBe('too-many');
  expect(hindranceTo('', [file(1), file(2)], 1)).toEqual({ is: 'too-large', file: file(2) });
  expect(hindranceTo('', [file(2)], undefined)).toBeUndefined();
});
