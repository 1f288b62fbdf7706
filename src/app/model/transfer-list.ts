/** The list of transfers, updated by news from the engine. Pure. */
import { isReceived } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';

/** Newest first; a changed transfer keeps its place. */
export function merged(
  old: readonly TransferView[],
  changed: readonly TransferView[],
  gone: readonly TransferKey[],
): readonly TransferView[] {
  const updates = new Map(changed.map((view) => [view.key, view]));
  const kept = old.filter(({ key }) => !gone.includes(key)).map((view) => updates.get(view.key) ?? view);
  const known = new Set(old.map(({ key }) => key));
  return [...changed.filter(({ key }) => !known.has(key)).reverse(), ...kept];
}

/** True when one of `changed` has just completed while this page watched. */
export function hasArrived(old: readonly TransferView[], changed: readonly TransferView[]): boolean {
  const whole = new Set(changed.filter(isReceived).map(({ key }) => key));
  return old.some((view) => !isReceived(view) && whole.has(view.key));
}
