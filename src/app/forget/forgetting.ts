/**
 * The progress of forgetting everything. All pages of this device stop for it, and one of them removes the stored data.
 * The others hear of it from that page, or from their databases, which are being deleted.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { endKeeping, whenEnded } from '../../store/ending.ts';
import { FORGET_CHANNEL } from '../../store/names.ts';
import { openChannel } from '../device/site-data.ts';

export type Forgetting =
  | { readonly state: 'no' }
  /** Data is being removed, by this page or another one. */
  | { readonly state: 'removing' }
  /**
   * Data is gone, except in the places `left`: each a `KeepingPlace` of `plan.ts`, if a page of this version says so.
   */
  | { readonly state: 'done'; readonly left: readonly unknown[] };

const current = signal<Forgetting>({ state: 'no' });
export const forgetting: ReadonlySignal<Forgetting> = current;

let channel: BroadcastChannel | undefined;

/** `stop` ends everything behind the screens. Call it once, when the page starts. */
export function watchForgetting(stop: () => void): void {
  whenEnded(() => {
    stop();
    // The address shows what was viewed.
    history.replaceState(null, '', location.pathname);
    current.value = { state: 'removing' };
  });
  channel = openChannel(FORGET_CHANNEL);
  if (channel === undefined) return;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    endKeeping();
    if (Array.isArray(data)) current.value = { state: 'done', left: data };
  };
}

/** Stops this page and all others; afterwards the data can be removed. */
export function beginForgetting(): void {
  channel?.postMessage('begun');
  endKeeping();
  current.value = { state: 'removing' }; // also for another try
}

/** `isOurs`: this page has removed the data, and tells the others. */
export function endForgetting(left: readonly string[], isOurs = true): void {
  if (isOurs) channel?.postMessage(left);
  current.value = { state: 'done', left };
}
