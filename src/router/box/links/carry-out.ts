/** Carries out what was rendered: the only file of a box that changes interfaces, settings of the kernel and files in /run. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere, replaceFile, wordsOf } from '../../machine/files.ts';
import { type Ended, runProgram } from '../../machine/run-program.ts';
import type { Command, KernelSetting, RenderedFile } from '../render/rendered.ts';
import { unitStates } from '../units/systemctl.ts';

/**
 * As long as the unit may take as a whole (TimeoutStartSec= of hikyaku-links and hikyaku-watch, TimeoutStopSec=), which ends what hangs:
 * `nft -f` alone took more than 10 s on an emulated machine, where the kernel loads its modules meanwhile, and so does the card of
 * a Raspberry Pi at boot.
 */
const LIMIT_MS = 120_000;

/** For programs that speak with the kernel. */
export const runPatiently = (argv: Command['argv']): Promise<Ended> => runProgram(argv, { limitMs: LIMIT_MS });

/** One line for people, or nothing: it is done. */
export type Failure = string | undefined;

/** In turn; ends at the first that fails, and says which and why. */
export async function carryOut(commands: readonly Command[]): Promise<Failure> {
  for (const command of commands) {
    const failure = await one(command);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** All of them, whatever fails: for the way back. Says all that failed. */
export async function carryOutAll(commands: readonly Command[]): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const command of commands) failures.push(...listed(await one(command)));
  return failures;
}

async function one({ argv, unlessThere, onlyIfThere, onlyIfActive, mayFail }: Command): Promise<Failure> {
  if (unlessThere !== undefined && isThere(unlessThere)) return undefined;
  if (onlyIfThere !== undefined && !isThere(onlyIfThere)) return undefined;
  if (onlyIfActive !== undefined && !(await isActive(onlyIfActive))) return undefined;
  // A service of somebody else that hangs must not keep the links from being made.
  const { isWell, problem } = await (onlyIfActive === undefined ? runPatiently(argv) : runProgram(argv));
  return isWell || mayFail ? undefined : problem;
}

const isActive = async (unit: string): Promise<boolean> => (await unitStates([unit])).get(unit)?.active === 'active';

/** An interface of this network namespace: /sys shows those of the one in which it was mounted. */
export function isThere(name: string): boolean {
  return readIfThere('/proc/net/dev')
    .split('\n')
    .some((line) => line.trimStart().startsWith(`${name}:`));
}

export function putFiles(files: readonly RenderedFile[]): Failure {
  for (const { path, text, mode } of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      replaceFile(path, text, { mode });
    } catch (error) {
      return `${path} cannot be written: ${wordsOf(error)}`;
    }
  }
  return undefined;
}

export function removeFiles(paths: readonly string[]): Failure {
  for (const path of paths) {
    try {
      rmSync(path, { force: true });
    } catch (error) {
      return `${path} cannot be removed: ${wordsOf(error)}`;
    }
  }
  return undefined;
}

const pathOf = (setting: string): string => `/proc/sys/${setting.replaceAll('.', '/')}`;

/** Those that are there, as they are now. */
export const kernelNow = (settings: readonly KernelSetting[]): readonly KernelSetting[] =>
  settings.flatMap(([name]): KernelSetting[] => {
    const value = readIfThere(pathOf(name)).trim();
    return value === '' ? [] : [[name, value]];
  });

export function setKernel(settings: readonly KernelSetting[]): Failure {
  for (const [name, value] of settings) {
    try {
      if (readFileSync(pathOf(name), 'utf8').trim() !== value) writeFileSync(pathOf(name), value);
    } catch (error) {
      return `sysctl ${name}=${value}: ${wordsOf(error)}`;
    }
  }
  return undefined;
}

/** Lifts or sets the soft block of a radio; true when that changed something. A switch on the case is nobody's to move. */
export function setBlocked(phy: string, blocked: boolean): boolean {
  const folder = `/sys/class/ieee80211/${phy}`;
  const wanted = blocked ? '1' : '0';
  let hasChanged = false;
  for (const name of namesIn(folder).filter((entry) => /^rfkill\d+$/.test(entry))) {
    const file = `${folder}/${name}/soft`;
    try {
      if (readFileSync(file, 'utf8').trim() === wanted) continue;
      writeFileSync(file, wanted);
      hasChanged = true;
    } catch {
      // The access point will not come up, and its program says that it is blocked.
    }
  }
  return hasChanged;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export const listed = (failure: Failure): readonly string[] => (failure === undefined ? [] : [failure]);
