/**
 * Runs another program to its end and gives back what it said, as a value: a program that is missing, fails or hangs is expected
 * on other people's machines. No shell. What Debian keeps outside an ordinary PATH is found.
 */
import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { findProgram } from './surroundings.ts';

export type Ended = {
  /** Exit status 0. */
  readonly isWell: boolean;
  /** Absent: there is no such program, it was ended by a signal, or it took too long. */
  readonly status?: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Why, in one line for people, unless it is well: `iw: not installed`, `iw reg set 98: Invalid argument`. */
  readonly problem?: string;
};

/** Programs of the kernel answer at once; whatever takes longer hangs. */
const LIMIT_MS = 10_000;
/** `iw list` of a dozen radios has 300 kB, `ip address` of a machine with thousands of containers some megabytes. */
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

const SYSTEM_FOLDERS = ['/usr/sbin', '/sbin', '/usr/bin', '/bin'];

/** The path of a program, also of those that only root has in its PATH. */
export const findSystemProgram = (name: string): string | undefined =>
  findProgram(name, [process.env['PATH'] ?? '', ...SYSTEM_FOLDERS].join(delimiter));

/** Never rejects. Words come in English, names as they are, whatever the machine speaks. `input` is written to its standard input. */
export function runProgram(
  argv: readonly [program: string, ...args: string[]],
  { input, limitMs = LIMIT_MS }: { readonly input?: string; readonly limitMs?: number } = {},
): Promise<Ended> {
  const [name, ...args] = argv;
  const program = name.includes('/') ? name : findSystemProgram(name);
  if (program === undefined)
    return Promise.resolve({ isWell: false, stdout: '', stderr: '', problem: `${name}: not installed` });
  return new Promise((resolve) => {
    // In C.UTF-8, unlike C, glibc's gettext goes by LANGUAGE before LC_ALL.
    const env = { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: '' };
    const options = { timeout: limitMs, maxBuffer: MAX_OUTPUT_BYTES, env };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve({ isWell: true, status: 0, stdout, stderr });
      const said = stderr.trim().split('\n')[0] || error.message.split('\n')[0] || '';
      const why = error.killed === true ? `no answer within ${limitMs / 1_000} s` : said;
      const status = typeof error.code === 'number' ? { status: error.code } : {};
      resolve({ isWell: false, ...status, stdout, stderr, problem: `${argv.join(' ')}: ${why}` });
    });
    // A program that ends without reading: its own words say why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}
