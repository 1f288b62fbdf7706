/** Asks programs of this machine. One that is missing, fails or hangs has said nothing. */
import { delimiter } from 'node:path';
import { runProgram } from '../../machine/run-program.ts';
import { findProgram } from '../../machine/surroundings.ts';

/** A scan of both bands takes 4 s; a driver that hangs must not keep the volunteer. */
const ANSWERS_WITHIN_MS = 30_000;

/** Debian keeps them outside an ordinary PATH. */
export const searchPathOf = (path: string | undefined): string =>
  [path ?? '', '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter);

export type Ask = (program: string, ...args: readonly string[]) => Promise<string>;

/** `works`: whether it ended well. */
export function asker(searchPath: string): {
  readonly ask: Ask;
  readonly works: (program: string, ...args: readonly string[]) => Promise<boolean>;
} {
  const run = async (program: string, args: readonly string[]): Promise<string | undefined> => {
    const found = findProgram(program, searchPath);
    if (found === undefined) return undefined;
    const { isWell, stdout } = await runProgram([found, ...args], { limitMs: ANSWERS_WITHIN_MS });
    return isWell ? stdout : undefined;
  };
  return {
    ask: async (program, ...args) => (await run(program, args)) ?? '',
    works: async (program, ...args) => (await run(program, args)) !== undefined,
  };
}
