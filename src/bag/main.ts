/** Composition root of the second worker: the bag with the browser's storage, network and clocks. */
import '../old-browsers/fill-in.ts';
import { endWithPages } from '../store/ending.ts';
import { keyval } from '../store/keyval.ts';
import type { FromBag, ToBag } from './api/api.ts';
import { Bag } from './bag.ts';
import { webSocket } from './line/web-socket.ts';
import type { Own } from './situation.ts';

const post = (message: FromBag): void => self.postMessage(message);

// The page hears of an exception by itself, and of nothing else that nobody caught.
addEventListener('unhandledrejection', ({ reason }) => {
  const { name, message } = reason instanceof Error ? reason : { name: 'not an Error', message: String(reason) };
  post({ type: 'fault', name, message });
});

endWithPages();

let bag: Bag | undefined;
/** What comes while the storage is read. */
const early: ToBag[] = [];

async function open(own: Own): Promise<void> {
  const opened = await Bag.open(own, {
    // A word that is said to be kept must survive a battery that dies in the next moment.
    stores: { words: keyval('words', 'strict'), messages: keyval('messages', 'strict'), blobs: keyval('blobs') },
    schedule: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
    elapsed: () => performance.now(),
    random: () => Math.random(),
    fetch: (url, init) => fetch(url, init),
    open: webSocket,
    post,
  });
  bag = opened;
  for (const message of early) opened.receive(message);
}

self.onmessage = ({ data }: MessageEvent<ToBag>) => {
  if (bag) bag.receive(data);
  else if (data.type === 'own') void open(data);
  else early.push(data);
};
post({ type: 'ready' });
