/** Asks programs of this machine, without a shell. A program that is missing, fails or hangs has said nothing. */
import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { findProgram } from '../../machine/surroundings.ts';

/** A scan of both bands takes 4 s; a driver that hangs must not keep the volunteer. */
const ANSWERS_WITHIN_MS = 30_000;
/** `iw phy` of a radio of three bands says 40 kB. */
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Debian keeps them outside an ordinary PATH. */
export const searchPathOf = (path: string | undefined): string =>
  [path ?? '', '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter);

export type Ask = (program: string, ...args: readonly string[]) => Promise<string>;

/** `undefined` of `output`: it failed. In English and with plain numbers, whatever the machine speaks. */
export function asker(searchPath: string): {
  readonly ask: Ask;
  readonly works: (...argv: string[]) => Promise<boolean>;
} {
  const run = (program: string, args: readonly string[]): Promise<string | undefined> => {
    const found = findProgram(program, searchPath);
    if (found === undefined) return Promise.resolve(undefined);
    const options = {
      timeout: ANSWERS_WITHIN_MS,
      maxBuffer: MAX_OUTPUT_BYTES,
      env: { PATH: searchPath, LC_ALL: 'C.UTF-8' },
    };
    return new Promise((resolve) => {
      execFile(found, [...args], options, (error, stdout) => resolve(error === null ? stdout : undefined));
    });
  };
  return {
    ask: async (program, ...args) => (await run(program, args)) ?? '',
    works: async (program = '', ...args) => (await run(program, args)) !== undefined,
  };
}
