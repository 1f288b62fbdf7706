/**
 * Only one page of this device at a time may hold the engine: two would write into the same storage. A page that opens
 * asks the others to let go, and waits a moment. BroadcastChannel works on plain HTTP, where Web Locks do not.
 */
import { openChannel } from './site-data.ts';

const CHANNEL = 'hikyaku';
/**
 * How long another page may take to let go, in milliseconds. A frozen page does not answer, but does not write either.
 */
const PATIENCE_MS = 400;

export type SolePage = {
  /** Resolves when no other page holds the engine. */
  readonly mine: Promise<void>;
  /**
   * This page no longer holds the engine. A page at another address, which the channel does not reach, takes it through
   * the router. Without this call the page would hear its own request when it takes the engine back.
   */
  release(): void;
};

/** Takes the engine over. `letGo` is called when another page takes it from this one, which then counts as released. */
export function takeEngine(letGo: () => void, open = () => openChannel(CHANNEL)): SolePage {
  const channel = open();
  if (channel === undefined) return { mine: Promise.resolve(), release: () => {} };
  let isHeld = true;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    channel.postMessage('released');
    channel.close();
  };
  const mine = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'released') {
        clearTimeout(timer);
        resolve();
      } else if (data === 'take') {
        letGo();
        release();
      }
    };
  });
  channel.postMessage('take');
  return { mine, release };
}
