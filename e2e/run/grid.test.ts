import { expect, it } from 'vitest';
import { filesWithGrids } from './grids.mjs';

it('all files that take a sample are known as files with a grid', () => {
  expect(filesWithGrids()).toEqual([
    'e2e/browser/languages.test.ts',
    'e2e/browser/resume.test.ts',
    'e2e/browser/webkit.test.ts',
    'e2e/ui/axe.test.ts',
    'e2e/ui/every-language.test.ts',
  ]);
});
