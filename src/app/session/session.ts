/** Joins signaling, links and engine into the model that the screens see. Performs what the pure parts decide. */
import { batch, computed, signal } from '@preact/signals';
import type { EngineMessage, SourceFile } from '../../engine/api/api.ts';
import { cleanName } from '../../protocol/name.ts';
import type { ConnectionId, DeviceId, RouterIdentity } from '../../protocol/signaling.ts';
import { entryOf } from '../../transfer/sendable.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import { OwnCertificate } from '../device/certificate.ts';
import { keepName, type OwnDevice } from '../device/device.ts';
import { type SolePage, takeEngine } from '../device/sole-page.ts';
import { keepStorage, storageState } from '../device/storage.ts';
import { ReceivedFiles } from '../engine/engine-calls.ts';
import { EngineClient } from '../engine/engine-client.ts';
import { type Ask, attachAgain, reopen } from '../engine/files-again.ts';
import { canShare, saveToFolder, severalAtOnce } from '../files/save.ts';
import { zipName } from '../files/zip-name.ts';
import { whenIdle } from '../late/idle.ts';
import type { ChosenFile, Connection, Model } from '../model/model.ts';
import { type Listed, type Presence, presence } from '../model/presence.ts';
import { randomToken } from '../model/random.ts';
import { createLane, createPeer, hasWebRtc } from '../net/create-peer.ts';
import { Links } from '../net/links.ts';
import { SignalingClient } from '../net/signaling-client.ts';
import { loadPeer } from '../net/simple-peer.ts';
import { watchWhyOffline } from '../net/why-offline.ts';

const CONNECTION_ID_BYTES = 12;

/** Starts everything that runs behind the screens. `url`: the router's signaling endpoint. */
export function startSession(url: string, own: OwnDevice): Model {
  const connection = signal<Connection>('connecting');
  const router = signal<RouterIdentity | undefined>(undefined);
  const ownName = signal(own.name);
  const present = signal<Presence>(presence.nobody);
  const more = signal(0);
  const devices = signal<readonly Listed[]>([]);
  const transfers = signal<readonly TransferView[]>([]);
  const isRestored = signal(!hasWebRtc);
  const offers = signal<readonly OfferView[]>([]);
  /** Devices with which something was agreed before, as the engine says. */
  let known: ReadonlySet<DeviceId> = new Set();

  let engine: EngineClient | undefined;
  let hold: SolePage | undefined;
  /** The engine starts when the first screen is up: it is not needed to see who is here. */
  const theEngine = (): EngineClient => {
    if (engine === undefined) {
      hold = takeEngine(letGo);
      const started = new EngineClient(fromEngine, hold.mine);
      void started.ready.then(() => {
        if (engine === started) isRestored.value = true;
      });
      engine = started;
      tellPresent();
    }
    return engine;
  };

  /** Another page of this device takes over. Its engine finds what this one has stored. */
  function letGo(): void {
    links.closeAll(); // tells the engine, which must be there for it
    engine?.stop();
    engine = undefined;
    hold?.release();
    signaling.stop();
    rest();
  }

  /** Nothing runs behind the screens any more. */
  function rest(): void {
    batch(() => {
      connection.value = 'replaced';
      transfers.value = [];
      isRestored.value = false;
      offers.value = [];
    });
    files.abandon(); // last: whoever goes on then must find that there is no engine
  }

  let isCrowded = false;
  const signaling = new SignalingClient(url, own, {
    state: (state) => {
      if (state === 'online') isCrowded = false;
      if (state === 'replaced') letGo();
      else connection.value = state;
    },
    crowded: () => {
      isCrowded = true;
    },
    message: (message) => {
      switch (message.type) {
        case 'welcome':
          router.value = message.router;
          more.value = message.more ?? 0;
          show(presence.welcomed(present.value, message.self, message.devices));
          links.online();
          return;
        case 'delta':
          more.value = message.more ?? more.value;
          show(presence.changed(present.value, message.put ?? [], message.gone ?? []));
          return;
        case 'ice':
          links.ice(message);
          return;
        case 'signal':
          links.signalled(message);
          return;
        case 'unreachable':
          links.unreachable(message);
          return;
      }
    },
  });

  const ownCertificate = new OwnCertificate();
  const links = new Links({
    prepare: async () => {
      const [PeerClass, certificate] = await Promise.all([loadPeer(), ownCertificate.take(), theEngine().ready]);
      return {
        peer: (options, listener) => createPeer(PeerClass, { ...options, certificate }, listener),
        lane: (options, listener) => createLane(PeerClass, { ...options, certificate }, listener),
      };
    },
    signal: (message) => signaling.send(message),
    hand: (message, { control, bulk }) => theEngine().link(message, control, bulk),
    handLane: (link, bulk) => theEngine().lane(link, bulk),
    tell: (message) => theEngine().post(message),
    newConnectionId: () => randomToken(CONNECTION_ID_BYTES) as ConnectionId,
    canTransfer: hasWebRtc,
    self: () => present.value.self,
    device: (id) => present.value.devices.get(id),
    isKnown: (id) => known.has(id),
    ownRouter: () => router.value?.id,
    doubt: () => signaling.probe(),
  });

  const files = new ReceivedFiles((message) => {
    // An engine started for this would be taken from the page that has it.
    if (connection.value === 'replaced') return false;
    theEngine().post(message);
    return true;
  });
  const ask: Ask = (question) => files.ask(question);

  function place(next: Presence): void {
    batch(() => {
      present.value = next;
      devices.value = presence.listed(next);
    });
  }

  function show(next: Presence): void {
    place(next);
    links.devicesChanged();
    tellPresent();
  }

  /** The engine goes on with what is unfinished when a device is back. */
  function tellPresent(): void {
    const peers = [...present.value.devices.values()].filter(({ away }) => !away).map(({ id }) => id);
    engine?.post({ type: 'present', peers });
  }

  function fromEngine(message: EngineMessage): void {
    switch (message.type) {
      case 'want-link':
        links.want(message.peer);
        return;
      case 'busy-link':
        void links.busy(message.link);
        return;
      case 'lane-signal':
        links.laneSignalled(message.link, message.lane, message.signal);
        return;
      case 'idle-link':
      case 'drop-link':
        links.close(message.link);
        return;
      case 'transfers':
        if (hasArrived(transfers.value, message.changed)) void keepStorage();
        transfers.value = merged(transfers.value, message.changed, message.gone);
        return;
      case 'known':
        known = new Set(message.peers);
        return;
      case 'offers':
        offers.value = message.offers;
        return;
      case 'blob':
      case 'listing':
      case 'attached':
      case 'handles':
        files.answered(message);
        return;
    }
  }

  const isWanted = () => connection.value !== 'replaced' && connection.value !== 'outdated';
  const wake = () => {
    if (isWanted()) signaling.probe();
  };
  // A phone that walks to another router: its page stays, its socket leads nowhere.
  addEventListener('online', () => isWanted() && signaling.renew());
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
  // Not when the page may come back from the cache: then it is only away.
  addEventListener('pagehide', ({ persisted }) => persisted || signaling.leave());

  signaling.connect();
  // What earlier visits received is shown, and a first transfer finds everything loaded even if the router is gone by then.
  if (hasWebRtc)
    whenIdle(() => void Promise.all([theEngine().ready, loadPeer(), ownCertificate.prepare()]).catch(() => {}));

  const toEngine =
    (type: 'decline' | 'pause' | 'resume' | 'cancel' | 'retry' | 'hide' | 'delete' | 'restore' | 'purge') =>
    (key: TransferKey) =>
      theEngine().post({ type, key });

  return {
    connection,
    whyOffline: watchWhyOffline(connection, () => isCrowded),
    canTransfer: hasWebRtc,
    router,
    ownId: computed(() => present.value.self),
    ownName,
    ownKind: own.kind,
    devices,
    moreDevices: more,
    transfers,
    isRestored,
    offers,
    rename(name) {
      const clean = cleanName(name);
      if (clean === '') return;
      ownName.value = clean;
      signaling.rename(clean);
      void keepName(clean);
    },
    hold: (isHeld) => {
      const next = presence.held(present.peek(), isHeld);
      if (next !== present.peek()) place(next);
    },
    send(chosen, to) {
      const sources = chosen.map(toSource);
      for (const peer of to)
        theEngine().post({ type: 'send', to: peer, peerName: present.value.devices.get(peer)?.name ?? '', sources });
    },
    accept: (key, ranges) => theEngine().post({ type: 'accept', key, files: ranges }),
    notice: (key, attention) => theEngine().post({ type: 'noticed', key, attention }),
    decline: toEngine('decline'),
    pause: toEngine('pause'),
    resume: toEngine('resume'),
    cancel: toEngine('cancel'),
    attach: (key, chosen) => attachAgain(ask, key, chosen.map(toSource)),
    reopen: (key) => reopen(ask, key),
    hide: toEngine('hide'),
    remove: toEngine('delete'),
    restore: toEngine('restore'),
    purge: toEngine('purge'),
    confirm: (key, ranges) => theEngine().post({ type: 'elsewhere', key, files: ranges }),
    retry: toEngine('retry'),
    savableFiles: (key) => files.list(key),
    saveFile: (key, index) => files.save(key, index),
    saveEach: severalAtOnce && ((key) => files.saveEach(key)),
    saveAll(key) {
      const transfer = transfers.value.find((one) => one.key === key);
      return files.saveAll(key, transfer ? zipName(transfer) : '');
    },
    saveToFolder: saveToFolder && ((key) => files.saveToFolder(key)),
    glance: (key, index) => files.glance(key, index),
    canShare,
    shareFile: (key, index) => files.share(key, index),
    storage: storageState,
    takeOver() {
      connection.value = 'connecting';
      theEngine();
      signaling.connect();
    },
    end() {
      // An engine that has stopped is never started again, as one that is absent would be.
      const last = theEngine();
      links.closeAll();
      last.stop();
      hold?.release();
      signaling.leave();
      rest();
    },
  };
}

function toSource({ file, path, handle }: ChosenFile): SourceFile {
  const entry = entryOf(path, file);
  return handle ? { file, entry, handle } : { file, entry };
}

/** Newest first; a changed one keeps its place. */
function merged(
  old: readonly TransferView[],
  changed: readonly TransferView[],
  gone: readonly TransferKey[],
): readonly TransferView[] {
  const updates = new Map(changed.map((view) => [view.key, view]));
  const kept = old.filter(({ key }) => !gone.includes(key)).map((view) => updates.get(view.key) ?? view);
  const known = new Set(old.map(({ key }) => key));
  return [...changed.filter(({ key }) => !known.has(key)).reverse(), ...kept];
}

/** Whether one of `changed` was saved just now, under the eyes of this page. */
function hasArrived(old: readonly TransferView[], changed: readonly TransferView[]): boolean {
  const saved = new Set(changed.filter(({ phase }) => phase === 'saved').map(({ key }) => key));
  return old.some(({ key, phase }) => phase !== 'saved' && saved.has(key));
}
