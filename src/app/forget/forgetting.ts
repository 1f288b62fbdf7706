/**
 * Whether everything here is being forgotten. All pages of this device stop for it, and one of them removes what is kept. The
 * others hear of it from that page, or else from their databases, which are being deleted.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { endKeeping, whenEnded } from '../../store/ending.ts';
import { openChannel } from '../device/site-data.ts';

export type Forgetting =
  | { readonly state: 'no' }
  /** It is being removed, by this page or another one. */
  | { readonly state: 'removing' }
  /** It is gone, but for what is `left`: a `KeepingPlace` of `plan.ts`, should a page of this version say so. */
  | { readonly state: 'done'; readonly left: readonly unknown[] };

const CHANNEL = 'hikyaku-forget';

const current = signal<Forgetting>({ state: 'no' });
export const forgetting: ReadonlySignal<Forgetting> = current;

let channel: BroadcastChannel | undefined;

/** `stop` ends all that runs behind the screens. To be called once, when the page starts. */
export function watchForgetting(stop: () => void): void {
  whenEnded(() => {
    stop();
    // The address says what was looked at.
    history.replaceState(null, '', location.pathname);
    current.value = { state: 'removing' };
  });
  channel = openChannel(CHANNEL);
  if (channel === undefined) return;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    endKeeping();
    if (Array.isArray(data)) current.value = { state: 'done', left: data };
  };
}

/** Stops this page and all others; what is kept can be removed then. */
export function beginForgetting(): void {
  channel?.postMessage('begun');
  endKeeping();
  current.value = { state: 'removing' }; // also when it is tried once more
}

/** `isOurs`: this page has removed it, and tells the others. */
export function endForgetting(left: readonly string[], isOurs = true): void {
  if (isOurs) channel?.postMessage(left);
  current.value = { state: 'done', left };
}
