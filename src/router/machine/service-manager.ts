/**
 * systemd, where it started this process (Type=notify): it is told when the router serves, and from then on that the event loop
 * turns; where that word stays away, it ends the process and starts another one. Anywhere else nothing happens.
 *
 * Said by the program `systemd-notify`, because Node has no datagram sockets of that kind. It costs some milliseconds of a
 * processor twice in each `WatchdogSec`, and ends once systemd has read the word.
 */
import type { Log } from './log.ts';
import { type Ended, runProgram } from './run-program.ts';

/** What systemd has asked for, in the variables of sd_notify(3) and sd_watchdog_enabled(3). */
export type Asked = {
  /** In milliseconds; absent: it does not watch. */
  readonly watchdogMs?: number;
};

/** Nothing, unless it was this process that was asked: a child inherits the variables. */
export function askedOf(environment: Readonly<Record<string, string | undefined>>, pid: number): Asked | undefined {
  if (!environment['NOTIFY_SOCKET']) return undefined;
  const { WATCHDOG_USEC: microseconds = '', WATCHDOG_PID: watched } = environment;
  const isWatched = /^[1-9]\d{0,14}$/.test(microseconds) && (watched === undefined || watched === String(pid));
  return isWatched ? { watchdogMs: Number(microseconds) / 1_000 } : {};
}

/** It hangs only while systemd itself does. */
const TELL_AT_MOST_MS = 5_000;
/** Of the time after which systemd ends the process: one word may be lost. */
const SHARE_OF_WATCHDOG = 1 / 2;
/** After a word that could not be said, such as when no process can be made. */
const SHARE_AFTER_FAILURE = 1 / 10;

type Tell = (words: readonly string[]) => Promise<Pick<Ended, 'isWell' | 'problem'>>;
const systemdNotify: Tell = (words) => runProgram(['systemd-notify', ...words], { limitMs: TELL_AT_MOST_MS });

export class ServiceManager {
  readonly #asked: Asked | undefined;
  readonly #log: Log;
  readonly #tell: Tell;
  #timer: NodeJS.Timeout | undefined;
  #isEnding = false;
  #hasComplained = false;

  constructor(asked: Asked | undefined, log: Log, tell: Tell = systemdNotify) {
    this.#asked = asked;
    this.#log = log;
    this.#tell = tell;
  }

  /** The router serves. `status`: one line for `systemctl status`. */
  ready(status: string): void {
    if (this.#asked !== undefined) void this.#say(['READY=1', `STATUS=${status}`]);
  }

  /** The router ends because somebody asked it to, and not systemd perhaps. */
  stopping(): void {
    if (this.#asked === undefined || this.#isEnding) return;
    this.#isEnding = true;
    clearTimeout(this.#timer);
    void this.#say(['STOPPING=1']);
  }

  /** Never more than one at a time: the next one is planned when one has ended. */
  async #say(words: readonly string[]): Promise<void> {
    const { isWell, problem } = await this.#tell(words);
    if (!isWell && !this.#hasComplained) this.#log.warn(`systemd cannot be told how the router is: ${problem}`);
    this.#hasComplained = !isWell;
    const { watchdogMs } = this.#asked ?? {};
    if (this.#isEnding || (isWell && watchdogMs === undefined)) return;
    const share = isWell ? SHARE_OF_WATCHDOG : SHARE_AFTER_FAILURE;
    const waitMs = (watchdogMs ?? TELL_AT_MOST_MS) * share;
    this.#timer = setTimeout(() => void this.#say(isWell ? ['WATCHDOG=1'] : words), waitMs);
    this.#timer.unref();
  }
}
