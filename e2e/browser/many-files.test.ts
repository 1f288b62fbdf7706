/** A folder of very many files. `npm run bench -- many-files` does the same with five times as many. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manyFiles, report } from '../bench/parts/many.ts';
import { AGAIN_BYTES } from '../drive/payload.ts';
import { MB, Stage } from '../drive/stage.ts';

const TREE = { files: 2_000, folders: 100, bytes: 60 * MB };

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
});

afterAll(() => stage.strike());

it('arrives whole although the receiver was reloaded at half, and no finished file is sent again', async () => {
  const result = await manyFiles(stage, TREE);
  process.stdout.write(report(TREE, result));
  expect(result.identical).toBe(true);
  expect(result.againBytes).toBeLessThan(AGAIN_BYTES);
});
