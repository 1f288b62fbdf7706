/** The list of transfers, as news of them come in. Pure. */
import { isReceived } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';

/** Newest first; a changed one keeps its place. */
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

/** Whether one of `changed` became whole just now, under the eyes of this page. */
export function hasArrived(old: readonly TransferView[], changed: readonly TransferView[]): boolean {
  const whole = new Set(changed.filter(isReceived).map(({ key }) => key));
  return old.some((view) => !isReceived(view) && whole.has(view.key));
}
