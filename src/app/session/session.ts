/**
 * Everything behind the screens, joined into the model that they see. Engine, links and router talk to each other
 * through separate files here; this file decides which page holds the engine, and when everything ends.
 */
import { batch, effect, type Signal, signal } from '@preact/signals';
import { idOf } from '../../protocol/keys.ts';
import { cleanName } from '../../protocol/name.ts';
import { keepName, keepNamed, type OwnDevice } from '../device/device.ts';
import { answered } from '../device/site-data.ts';
import { storageState } from '../device/storage.ts';
import { EngineCalls } from '../engine/engine-calls.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import { HeldEngine } from '../engine/held-engine.ts';
import { Members } from '../groups/members.ts';
import type { OwnGroups } from '../groups/own-groups.ts';
import { whenIdle } from '../late/idle.ts';
import type { Connection, Model } from '../model/model.ts';
import type { Links } from '../net/links.ts';
import { hasWebRtc, loadPeer } from '../net/load-peer.ts';
import { SignalingClient } from '../net/signaling-client.ts';
import { watchWhyOffline } from '../net/why-offline.ts';
import { recent } from '../past/recent.ts';
import { ClosedHour, keepsClosed } from '../people/closed-hour.ts';
import type { People } from '../people/people.ts';
import { askedOffers } from './asked-offers.ts';
import { stopped } from './blocking.ts';
import { comparingCalls } from './comparing-calls.ts';
import { EngineNews } from './engine-news.ts';
import { fromEngine } from './from-engine.ts';
import { fromRouter } from './from-router.ts';
import { Hearing } from './hearing.ts';
import { type Late, type LateCode, lateCode } from './late-code.ts';
import { linksOf } from './links-of.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { isAtRest, watchTouches } from './rest.ts';
import { savingCalls } from './saving-calls.ts';
import { transferCalls } from './transfer-calls.ts';
import { watchWaking } from './wake.ts';
import { Warnings } from './warnings.ts';
import { whomOf } from './whom.ts';

class Session {
  readonly connection = signal<Connection>('connecting');
  readonly ownName: Signal<string>;
  readonly asksName: Signal<boolean>;
  readonly neighbourhood: Neighbourhood;
  readonly news = new EngineNews(!hasWebRtc);
  readonly people: People;
  readonly groups: OwnGroups;
  readonly members: Members;
  readonly closed = new ClosedHour({ ...keepsClosed, isAtRest });
  readonly warnings = new Warnings({
    now: () => performance.now(),
    isStranger: (id) => !this.#hearing.isKnown(id),
    isAtRest,
    schedule: (task, ms) => void setTimeout(task, ms),
  });
  readonly engine: HeldEngine;
  readonly calls: EngineCalls;
  readonly late: LateCode;
  readonly #hearing: Hearing;
  readonly #links: Links;
  readonly #signaling: SignalingClient;
  #isCrowded = false;
  /** It was set aside by the browser, and not by another page. */
  #isShelved = false;

  /** `url`: the router's signaling endpoint. */
  constructor(url: string, own: OwnDevice, people: People, late: Late) {
    const { groups } = own;
    const { news, closed } = this;
    this.people = people;
    this.groups = groups;
    const members = new Members(groups);
    this.members = members;
    const neighbourhood = new Neighbourhood({
      rank: (device) => (people.known(device.id) ? 0 : members.saysSo(device) ? 1 : recent.has(device.id) ? 2 : 3),
      isAtRest,
    });
    this.neighbourhood = neighbourhood;
    this.#hearing = new Hearing({
      people,
      closed,
      news,
      hides: () => groups.kept.peek().onlyGroups,
      isMember: (id) => members.isMember(neighbourhood.device(id) ?? { id }),
    });
    this.ownName = signal(own.name);
    this.asksName = signal(!own.isNamed);
    this.engine = new HeldEngine({
      message: (message) =>
        fromEngine(message, {
          links: this.#links,
          news,
          members: { met: (id, shared) => members.met(neighbourhood.device(id) ?? { id }, shared) },
          warnings: this.warnings,
          calls: this.calls,
          late: (asked) => this.late.answer(asked),
          words: (message) => this.late.passed(message),
          people,
        }),
      starting: (engine) => {
        engine.post({ type: 'own', secret: own.key.secret });
        engine.post(this.#hearing.regard);
        engine.post(groups.told.peek());
        this.#tellPresent(engine);
      },
      ready: () => {
        news.isRestored.value = true;
        this.#links.hearingChanged(); // now it is known with whom something was agreed before
      },
      taken: () => this.#letGo(),
    });
    this.calls = new EngineCalls((message) => {
      // An engine started for this would be taken from the page that has it.
      if (this.connection.value === 'replaced') return false;
      this.engine.get().post(message);
      return true;
    });
    const { engine } = this;
    this.#links = linksOf({
      self: idOf(own.key.publicKey),
      engine,
      hearing: this.#hearing,
      neighbourhood,
      signaling: () => this.#signaling,
    });
    this.late = lateCode(this, own.key.secret, late);
    const said = { ...own, belonging: () => groups.belonging.peek() };
    this.#signaling = new SignalingClient(url, said, {
      state: (state) => this.#reached(state),
      crowded: () => {
        this.#isCrowded = true;
      },
      message: (message) =>
        fromRouter(message, { links: this.#links, neighbourhood, changed: () => this.#neighboursChanged() }),
    });
  }

  begin(): void {
    watchTouches();
    const ifWanted = (task: () => void) => () => {
      if (this.connection.value !== 'replaced' && this.connection.value !== 'outdated') task();
    };
    watchWaking({
      woken: ifWanted(() => this.#signaling.probe()),
      moved: ifWanted(() => this.#signaling.renew()),
      left: () => this.#signaling.leave(),
      // A worker that WebKit stops (2.50) keeps the locks of its databases: the next page would wait for them for ever.
      shelved: ifWanted(() => {
        this.#isShelved = true;
        this.#letGo();
      }),
      back: () => this.#isShelved && void this.takeOver(),
    });
    this.#hearing.watch(this.engine, () => this.#regardChanged());
    this.#watchGroups(ifWanted);
    this.#signaling.connect();
    if (!hasWebRtc) return;
    // None of this is needed to see the devices in reach. Received files of earlier visits appear then, and a first
    // transfer finds everything loaded even if the router is gone by then.
    const load = () => Promise.all([this.engine.get().ready, loadPeer()]);
    whenIdle(() => void load().catch(() => {}));
  }

  /** Whoever sees this device from now on, or no longer does: the router and the engine must know. */
  #watchGroups(ifWanted: (task: () => void) => () => void): void {
    const { groups, engine } = this;
    const renew = ifWanted(() => this.#signaling.renew());
    let said = JSON.stringify(groups.belonging.peek());
    effect(() => {
      const told = groups.told.value;
      engine.peek()?.post(told);
      const now = JSON.stringify(groups.belonging.value);
      if (now !== said) renew();
      said = now;
      this.#links.hearingChanged();
    });
    whenIdle(() => void groups.mend());
  }

  isCrowded(): boolean {
    return this.#isCrowded;
  }

  rename(name: string): void {
    const clean = cleanName(name);
    if (clean === '') return;
    this.ownName.value = clean;
    this.#signaling.rename(clean);
    void keepName(clean);
    this.nameAsked();
  }

  nameAsked(): void {
    if (!this.asksName.value) return;
    this.asksName.value = false;
    void keepNamed();
  }

  /** Takes the app over from another page, and learns what its person did there before anybody can reach this one. */
  async takeOver(): Promise<void> {
    this.#isShelved = false;
    this.connection.value = 'connecting';
    this.engine.get();
    await answered(Promise.all([this.people.load(), this.groups.load()]));
    if (this.connection.value !== 'connecting') return; // yet another page has it
    this.closed.readAgain();
    this.#signaling.connect();
  }

  end(): void {
    this.engine.get(); // it must exist to be told that the connections are closed
    this.#links.closeAll();
    this.engine.end();
    this.#signaling.leave();
    this.#rest();
  }

  /** Another page of this device takes over. Its engine finds everything that this one has stored. */
  #letGo(): void {
    this.#links.closeAll(); // tells the engine, before it is stopped
    this.engine.stop();
    this.#signaling.stop();
    this.#rest();
  }

  /** Stops everything behind the screens. */
  #rest(): void {
    batch(() => {
      this.connection.value = 'replaced';
      this.news.clear();
    });
    this.calls.abandon(); // last: pending calls must find that there is no engine
  }

  #reached(state: Connection): void {
    if (state === 'online') this.#isCrowded = false;
    if (state === 'replaced') this.#letGo();
    else this.connection.value = state;
  }

  /** Somebody is known, blocked or neither from now on. */
  #regardChanged(): void {
    const { people, news } = this;
    this.#links.hearingChanged();
    for (const { is, id } of people.all.peek().values()) if (is === 'blocked') recent.forget(id);
    const messages = stopped(people, { transfers: news.transfers.value, offers: news.offers.value });
    for (const message of messages) this.engine.peek()?.post(message);
    this.#tellPresent(this.engine.peek());
  }

  #neighboursChanged(): void {
    this.#links.devicesChanged();
    this.#tellPresent(this.engine.peek());
  }

  /** When a device is back, the engine resumes unfinished transfers with it. */
  #tellPresent(engine: EngineClient | undefined): void {
    const peers = this.neighbourhood.reachable().filter((id) => !this.people.isBlocked(id));
    engine?.post({ type: 'present', peers });
  }
}

/**
 * Starts everything that runs behind the screens. `url`: the router's signaling endpoint. `people`: already loaded.
 * `late`: brings what the first load has no room for.
 */
export function startSession(url: string, own: OwnDevice, people: People, late: Late): Model {
  const session = new Session(url, own, people, late);
  session.begin();
  const { connection, ownName, neighbourhood, news, closed, warnings, engine, calls } = session;
  const heard = { devices: neighbourhood.devices, offers: news.offers, transfers: news.transfers, people };
  const whom = whomOf(heard, warnings);
  return {
    connection,
    whyOffline: watchWhyOffline(connection, () => session.isCrowded()),
    canTransfer: hasWebRtc,
    router: neighbourhood.router,
    ownKey: own.key.publicKey,
    ownName,
    asksName: session.asksName,
    ownKind: own.kind,
    people,
    groups: own.groups,
    groupsOf: (id) =>
      session.members
        .sharedWith(neighbourhood.device(id) ?? { id })
        .map(({ membership, name }) => ({ group: membership.group, name })),
    closed,
    devices: neighbourhood.devices,
    moreDevices: neighbourhood.more,
    transfers: news.transfers,
    isRestored: news.isRestored,
    offers: askedOffers({
      offers: news.offers,
      transfers: news.transfers,
      people,
      room: async () => (await storageState())?.allowedBytes,
      accept: ({ key, entries }) =>
        engine.get().post({ type: 'accept', key, files: [[0, entries.length - 1]], isUnasked: true }),
      now: Date.now,
    }),
    pictures: news.pictures,
    warnings,
    words: session.late.words,
    ...comparingCalls(engine, news, whom),
    rename: (name) => session.rename(name),
    nameAsked: () => session.nameAsked(),
    hold: (isHeld) => neighbourhood.hold(isHeld),
    arrange: () => neighbourhood.arrange(),
    ...transferCalls(engine, calls, whom),
    ...savingCalls(calls, heard),
    takeOver: () => void session.takeOver(),
    end: () => session.end(),
  };
}
