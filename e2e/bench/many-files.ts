/** 10,000 files in 500 folders, 300 MB in all, with a reload of the receiver at half. */
import { AGAIN_BYTES } from '../drive/payload.ts';
import { Stage } from '../drive/stage.ts';
import type { Options } from '../run/program.ts';
import { manyFiles, report, type Tree } from './parts/many.ts';

const TREE: Tree = { files: 10_000, folders: 500, bytes: 300_000_000 };

export async function run(_: Options): Promise<unknown> {
  const stage = await Stage.set();
  try {
    const result = await manyFiles(stage, TREE);
    process.stdout.write(report(TREE, result));
    if (!result.identical || result.againBytes >= AGAIN_BYTES) process.exitCode = 1;
    return { tree: TREE, ...result };
  } finally {
    await stage.strike();
  }
}
