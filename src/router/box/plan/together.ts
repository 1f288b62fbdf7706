/** Whether one radio can be several things at once, by the combinations that it says it allows. Pure. */
import type { Combination, RadioMode } from '../hardware/hardware.ts';

/**
 * On one channel, so it does not count how many channels a combination allows. Nor does the radio's own interface (managed), which
 * the renderer keeps down while the box is up: what is down has no place in a combination. That the beacon intervals must be equal (mac80211 refuses `mesh join` with -16 otherwise) is seen to by the
 * renderer, which gives everybody the same.
 */
export const canBeAtOnce = (combinations: readonly Combination[], modes: readonly RadioMode[]): boolean =>
  combinations.some(({ limits, total }) => total >= modes.length && fits(modes, limits));

/** Each mode takes a place of a limit that names it; limits may overlap, so all ways are tried: there are two modes. */
function fits([mode, ...rest]: readonly RadioMode[], limits: Combination['limits']): boolean {
  if (mode === undefined) return true;
  return limits.some(
    (limit, at) =>
      limit.atMost > 0 &&
      limit.modes.includes(mode) &&
      fits(
        rest,
        limits.map((other, index) => (index === at ? { ...other, atMost: other.atMost - 1 } : other)),
      ),
  );
}
