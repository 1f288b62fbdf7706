/**
 * One page of this device at a time may hold the engine: two would write into the same storage. A page that opens asks
 * any other to let go, and waits a moment for it. BroadcastChannel works on plain HTTP, where Web Locks do not.
 */
import { openChannel } from './site-data.ts';

const CHANNEL = 'hikyaku';
/** How long a page that is asked may take to let go, in milliseconds. A page that is frozen does not answer, nor write. */
const PATIENCE_MS = 400;

export type SolePage = {
  /** Resolves when no other page holds the engine. */
  readonly mine: Promise<void>;
  /**
   * This page holds the engine no longer. It may have been taken through the router: a page at another address, which the channel
   * does not reach, takes it so. Without this the page would hear itself ask when it takes the engine back.
   */
  release(): void;
};

/** Takes the engine over. `letGo` is called when another page takes it from this one; it is released then. */
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
