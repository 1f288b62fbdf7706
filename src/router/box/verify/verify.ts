/** Looks whether a box works, as its own units say and as a client sees it, until it does or the time is over. */
import { setTimeout as after } from 'node:timers/promises';
import type { Radio } from '../hardware/hardware.ts';
import { lookAtBox } from '../state/look.ts';
import type { Decided } from '../state/state.ts';
import { needsRadarWatch } from '../watch/repairs.ts';
import { reportOf } from '../watch/report.ts';
import { joinWith } from './join.ts';
import { doFromNamespace } from './namespace.ts';
import { notYet } from './on-air.ts';
import { joinConf } from './spare-radio.ts';
import { errandOf, failuresOf } from './wanted.ts';

/** A volunteer waits that long, and a box that works needs 15 s of it (measured on an emulated machine). */
const WITHIN_S = 60;
/** Before a channel with radar is used, it is listened to for 60 s, and more in some countries. */
const RADAR_S = 90;
const LOOK_AGAIN_MS = 1_000;
/** A machine so slow that a minute is over after fewer is given the time for these. */
const LOOKS_AT_LEAST = 8;

export type Verified = {
  /** What does not work after that time; empty: all does. */
  readonly failures: readonly string[];
  /** A radio of this machine has joined its Wi-Fi. */
  readonly isJoined: boolean;
};

/**
 * `self`: how this program is run. `spare`: a radio that may join the Wi-Fi.
 * `signal`: stop waiting.
 */
export async function verify(
  box: Extract<Decided, { is: 'box' }>,
  self: readonly [string, ...string[]],
  spare: Radio | undefined,
  signal: AbortSignal,
): Promise<Verified> {
  const { accessPoint, meshPoint } = box.settings;
  const listens = [accessPoint, meshPoint].some((on) => on !== undefined && needsRadarWatch(on.channel));
  const errand = errandOf(box.settings, box.config);
  // Counted by a timer of the process: the clock of the machine may be set meanwhile.
  const over = AbortSignal.timeout((WITHIN_S + (listens ? RADAR_S : 0)) * 1_000);
  const conf = spare && joinConf(box);
  const tryAsClient = async (): Promise<Verified> => {
    const failures = failuresOf(errand, await doFromNamespace(self, errand));
    if (failures.length > 0 || spare === undefined || conf === undefined) return { failures, isJoined: false };
    const joining = await joinWith(spare, conf);
    return { failures: joining.is === 'refused' ? [joining.why] : [], isJoined: joining.is === 'joined' };
  };
  for (let looks = 1; ; looks += 1) {
    const state = await lookAtBox(box);
    const missing = notYet(state, reportOf(state, {}));
    const seen = missing.length > 0 ? { failures: missing, isJoined: false } : await tryAsClient();
    if (seen.failures.length === 0 || signal.aborted || (over.aborted && looks >= LOOKS_AT_LEAST)) return seen;
    await after(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {}); // told to end
  }
}
