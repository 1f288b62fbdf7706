/**
 * One page of this device at a time may hold the engine: two would write into the same storage. A page that opens asks
 * any other to let go, and waits a moment for it. BroadcastChannel works on plain HTTP, where Web Locks do not.
 */

const CHANNEL = 'hikyaku';
/** How long a page that is asked may take to let go, in milliseconds. A page that is frozen does not answer, nor write. */
const PATIENCE_MS = 400;

export type SolePage = {
  /** Resolves when no other page holds the engine. */
  readonly mine: Promise<void>;
};

/** Takes the engine over. `letGo` is called when another page takes it from this one. */
export function takeEngine(letGo: () => void): SolePage {
  if (typeof BroadcastChannel !== 'function') return { mine: Promise.resolve() };
  const channel = new BroadcastChannel(CHANNEL);
  const mine = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'released') {
        clearTimeout(timer);
        resolve();
      } else if (data === 'take') {
        letGo();
        channel.postMessage('released');
        channel.close();
      }
    };
  });
  channel.postMessage('take');
  return { mine };
}
