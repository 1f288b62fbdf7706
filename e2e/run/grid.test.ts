import { expect, it } from 'vitest';
import { filesWithGrids } from './grids.mjs';

it('the files with a grid are those that ask whether it is to be whole', () => {
  const files = filesWithGrids();
  expect(files).toContain('e2e/ui/axe.test.ts');
  expect(files.filter((file) => !/^e2e\/(?:ui|browser|lab|router)\/.*\.test\.ts$/.test(file))).toEqual([]);
});
