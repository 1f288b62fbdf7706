/** The only file that runs systemctl and systemd-run. Each function says in one line what systemd refused, and throws nothing. */
import { existsSync } from 'node:fs';
import { runProgram } from '../../machine/run-program.ts';
import { PROPERTIES, parseUnitStates, type UnitState } from './unit-states.ts';

/** Units have limits of their own to start and stop, two minutes at most, one after the other. */
const JOB_MS = 360_000;

/** One line, or nothing when it was done. */
type Refusal = string | undefined;

/** sd_booted(3). A chroot has the programs and no manager. */
export const isSystemdHere = (): boolean => existsSync('/run/systemd/system');

/** Units that do not exist are there too, as missing. Empty where there is no systemd. */
export async function unitStates(names: readonly string[]): Promise<ReadonlyMap<string, UnitState>> {
  if (names.length === 0) return new Map();
  const { stdout } = await runProgram(['systemctl', 'show', `--property=${PROPERTIES.join()}`, '--', ...names]);
  return parseUnitStates(stdout);
}

type Verb = 'start' | 'restart' | 'try-restart' | 'stop' | 'enable' | 'disable' | 'reset-failed';

/** Waits until it is done. */
export async function unitsDo(verb: Verb, ...names: readonly string[]): Promise<Refusal> {
  const { isWell, stderr, problem } = await runProgram(['systemctl', '--quiet', verb, '--', ...names], {
    limitMs: JOB_MS,
  });
  if (isWell) return undefined;
  return `systemctl ${verb} ${names.join(' ')}: ${stderr.trim().split('\n')[0] || problem}`;
}

/** Has it started, and does not wait for how that ends: it is somebody else's, and may never have worked here. */
export const beginUnit = async (name: string): Promise<Refusal> =>
  (await runProgram(['systemctl', '--quiet', '--no-block', 'start', '--', name])).problem;

/** Reads unit files again, after a package brought others. */
export const reloadUnits = async (): Promise<Refusal> =>
  (await runProgram(['systemctl', 'daemon-reload'], { limitMs: JOB_MS })).problem;

/**
 * Runs a program as root once that time has passed, unless the unit `NAME.timer` is stopped before. Time is counted by systemd,
 * from now, whatever the clock says; nothing is left after a reboot.
 */
export async function runLater(name: string, afterS: number, argv: readonly string[]): Promise<Refusal> {
  const options = [`--unit=${name}`, `--on-active=${afterS}s`, '--timer-property=AccuracySec=1s', '--collect'];
  return (await runProgram(['systemd-run', '--quiet', ...options, '--', ...argv])).problem;
}
