/** Composition root of the worker: the engine with the real storage, hash and channels. */
import '../old-browsers/fill-in.ts';
import { newNonce } from '../protocol/compare.ts';
import type { TransferId } from '../protocol/peer.ts';
import { endWithPages } from '../store/ending.ts';
import type { EngineMessage, PageMessage } from './api/api.ts';
import { openChannel } from './api/channel.ts';
import { Assembler } from './blocks/assembler.ts';
import { BlockReader } from './blocks/block-reader.ts';
import { bundleReader } from './blocks/bundle-reader.ts';
import { sha256 } from './blocks/hash.ts';
import { Engine } from './engine.ts';
import { receivedCatalog, sentCatalog } from './records/catalog.ts';
import { ledger } from './records/ledger.ts';
import { openAgain } from './records/origins.ts';
import { isFleeting, pickStore } from './store/pick.ts';
import { writeZip } from './store/zip.ts';

// The page hears of an exception by itself, and of nothing else that nobody caught.
addEventListener('unhandledrejection', ({ reason }) => {
  const { name, message } = reason instanceof Error ? reason : { name: 'not an Error', message: String(reason) };
  self.postMessage({ type: 'fault', name, message } satisfies EngineMessage);
});

endWithPages();

const schedule = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};
const askPage = () =>
  new Promise<boolean>((resolve) => {
    const { port1: here, port2: answer } = new MessageChannel();
    here.onmessage = ({ data }: MessageEvent<boolean>) => resolve(data);
    self.postMessage({ type: 'try-blobs', answer } satisfies EngineMessage, [answer]);
  });
const { store, rung } = await pickStore(askPage);

const engine = new Engine({
  store,
  isFleeting: isFleeting(rung),
  catalog: receivedCatalog(),
  outbox: sentCatalog(),
  ledger: ledger(schedule),
  hash: sha256,
  read: new BlockReader({ hash: sha256, schedule }).read,
  readBundle: bundleReader({ hash: sha256, schedule }),
  openAgain,
  openChannel,
  assembler: () => new Assembler(),
  now: () => Date.now(),
  elapsed: () => performance.now(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  newNonce: () => newNonce((bytes) => crypto.getRandomValues(bytes)),
  newTransferId: () => {
    const binary = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12)));
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_') as TransferId; // 12 bytes need no padding
  },
  schedule,
  zip: (key, entries, signal) => writeZip(store, key, entries, signal),
  post: (message: EngineMessage) => self.postMessage(message),
});

self.onmessage = ({ data }: MessageEvent<PageMessage>) => engine.receive(data);
// Restore first: otherwise a device that connects at once would be told that its transfer is unknown here. A browser
// whose IndexedDB hangs (Safari's has) must still be able to send.
const PATIENCE_MS = 3_000;
await Promise.race([engine.restore(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
self.postMessage({ type: 'ready', storage: rung } satisfies EngineMessage);
// On plain HTTP this fetches the hash: later the router may be gone, and browsers remember an import that failed.
sha256(new Uint8Array()).catch(() => {}); // where the hash is needed, the error is reported
await engine.tidy();
