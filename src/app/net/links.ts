/**
 * Connections to other devices: none before somebody sends, one for a pair, closed again when idle. Whoever sends
 * first calls; when both call at once, the call of the device with the smaller id stands.
 */

import type { LinkId, PageMessage } from '../../engine/api/api.ts';
import type { Failure } from '../../protocol/failure.ts';
import type { Fingerprint } from '../../protocol/fingerprint.ts';
import type {
  ClientMessage,
  ConnectionId,
  Device,
  DeviceId,
  IceServer,
  Refusal,
  RouterMessage,
  Signal,
} from '../../protocol/signaling.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { admission, type Caller, STRANGERS_NEW_CALLS, TOLD_REFUSALS } from './admission.ts';
import { furtherLanes, Lanes, type LanesPorts } from './lanes.ts';
import type { LaneListener, LanePeer, Peer, PeerListener, PeerOptions } from './peer.ts';

/** From wanting a connection to giving up, in milliseconds. ICE itself gives up after about 30 s. */
const CONNECT_MS = 40_000;
/** The router lets no more calls of this place through just now: about when they are made again, in milliseconds. */
const HELD_MS = 5_000;
/** Signals that wait while simple-peer is loaded; more are of no use: a browser has a dozen candidates or two. */
const MAX_EARLY_SIGNALS = 64;

export type LinksPorts = {
  /** Resolves to the means to make peers, once the engine listens and simple-peer is loaded. */
  readonly prepare: () => Promise<Makers>;
  readonly signal: (message: ClientMessage) => boolean;
  readonly hand: (message: { link: LinkId; peer: DeviceId; peerName: string }, peer: Peer) => void;
  readonly handLane: (link: LinkId, bulk: RTCDataChannel) => void;
  readonly tell: (
    message: Extract<PageMessage, { readonly type: `link-${string}` | 'no-link' | 'lane-signal' }>,
  ) => void;
  readonly newConnectionId: () => ConnectionId;
  readonly canTransfer: boolean;
  /** Own id at the router, once it is known. */
  readonly self: () => DeviceId | undefined;
  readonly device: (id: DeviceId) => Device | undefined;
  /** Whether something was agreed with this device before. */
  readonly isKnown: (id: DeviceId) => boolean;
  /** The router that this device is at now, once it is known. */
  readonly ownRouter: () => string | undefined;
  /** A path has no answers: the network here may be another one. */
  readonly doubt: () => void;
};

/** `createPeer` and `createLane` with simple-peer already in them. `undefined`: the browser makes no more connections. */
export type Makers = {
  readonly peer: (options: PeerOptions, listener: PeerListener) => Peer | undefined;
  readonly lane: (options: PeerOptions, listener: LaneListener) => LanePeer | undefined;
};

type Attempt = {
  readonly peer: DeviceId;
  readonly connection: ConnectionId;
  readonly link: LinkId;
  readonly calls: boolean;
  /** Whether a person here has called this device, now or in an attempt that this one replaces. */
  isInvited: boolean;
  /** Whether the other side was heard in it, so that its page is open and awake. */
  isAnswered: boolean;
  /** Whether the router offers a relay for it, which every browser finds that can send to the router at all. */
  hasRelay: boolean;
  /** When it began, by the clock of `performance.now()`. */
  readonly since: number;
  /** Which routers the two are at, as far as they are known when it begins. */
  readonly places: string;
  phase: 'asking' | 'making' | 'connecting' | 'connected';
  made?: Peer;
  /** Of the other side, once it has proved who it is. */
  fingerprint?: Fingerprint;
  lanes?: Lanes;
  /** Signals that came while simple-peer was still loading. */
  early: Signal[];
  /** Answers that could not be said because the router did not answer just then. */
  unsaid: Signal[];
  /**
   * One of the two was away from its router after the call: what was said may be lost, and the page that comes back may be
   * another one. Whoever calls then calls anew; the other one waits for that.
   */
  isUnheard: boolean;
  wavering: boolean;
  timer: ReturnType<typeof setTimeout>;
};

/** Why there is no connection, where the other side says why it takes no part. */
function refusal(reason: Refusal): Failure {
  if (reason === 'blocked') return 'blocked-there';
  return reason === 'not-here' ? 'unreachable' : reason;
}

type Arrived<T extends RouterMessage['type']> = Extract<RouterMessage, { readonly type: T }>;

export class Links {
  readonly #ports: LinksPorts;
  readonly #attempts = new Map<DeviceId, Attempt>();
  /** Calls that the router holds back for a while. */
  readonly #held = new Map<DeviceId, ReturnType<typeof setTimeout>>();
  readonly #strangersCalls = new TokenBucket(
    STRANGERS_NEW_CALLS.burst,
    STRANGERS_NEW_CALLS.perSecond,
    performance.now(),
  );
  readonly #refusals = new TokenBucket(TOLD_REFUSALS.burst, TOLD_REFUSALS.perSecond, performance.now());
  #lastLink = 0;

  constructor(ports: LinksPorts) {
    this.#ports = ports;
  }

  /** Somebody here wants to send to `peer`. */
  want(peer: DeviceId): void {
    const attempt = this.#attempts.get(peer);
    if (attempt) attempt.isInvited = true; // a stranger who called first: now nobody else may take that place
    if (attempt || this.#held.has(peer)) return;
    this.#ask(this.#begin({ peer, connection: this.#ports.newConnectionId(), calls: true, isInvited: true }));
  }

  /** The router answers again after an absence: what could not be asked or said is asked and said now. */
  online(): void {
    for (const attempt of this.#attempts.values()) {
      this.#markUnheard(attempt);
      for (const signal of attempt.unsaid.splice(0)) this.#say(attempt, signal);
    }
    this.devicesChanged();
  }

  /** Who is in reach has changed. Absence alone breaks nothing; together with a silent path it does. */
  devicesChanged(): void {
    for (const attempt of [...this.#attempts.values()]) {
      const device = this.#ports.device(attempt.peer);
      if (attempt.phase === 'connected') this.#checkPath(attempt);
      else if (attempt.phase === 'asking' && !device) this.#fail(attempt, 'peer-left');
      // A router that was started again knows nobody at first: who is under way to a connection is not given up for that.
      else if (!device || device.away) this.#markUnheard(attempt);
      else if (attempt.phase === 'asking') this.#ask(attempt);
      else if (attempt.isUnheard) this.#callAnew(attempt);
    }
  }

  /** The router says which servers serve this pair: the call can be made. */
  ice({ to, connection, iceServers }: Arrived<'ice'>): void {
    const attempt = this.#attempts.get(to);
    if (attempt?.connection === connection && attempt.phase === 'asking') void this.#make(attempt, iceServers);
  }

  /** The router cannot reach the other device. One that is only away is waited for. */
  unreachable({ to, connection, reason }: Arrived<'unreachable'>): void {
    const attempt = this.#attempts.get(to);
    if (attempt?.connection !== connection || attempt.phase === 'connected') return;
    if (reason === 'too-many-calls') this.#hold(attempt);
    else if (reason) this.#fail(attempt, reason);
    else if (!this.#ports.device(to)?.away) this.#fail(attempt, 'peer-left');
    else this.#markUnheard(attempt);
  }

  signalled({ from, connection, signal, iceServers }: Arrived<'signal'>): void {
    const current = this.#attempts.get(from);
    if (current?.connection === connection) {
      current.isAnswered = true;
      if (signal.type === 'refuse') this.#fail(current, refusal(signal.reason));
      else if (current.made) current.made.signal(signal);
      else if (current.early.length < MAX_EARLY_SIGNALS) current.early.push(signal);
      return;
    }
    if (signal.type === 'offer') this.#called(from, connection, signal, iceServers ?? []);
  }

  close(link: LinkId): void {
    const attempt = this.#by(link);
    if (attempt) this.#end(attempt, 'connection-lost');
  }

  /** Much is sent over `link`: more lanes are opened where they help. */
  async busy(link: LinkId): Promise<void> {
    const attempt = this.#by(link);
    const roundTripMs = await attempt?.made?.directRoundTripMs();
    if (roundTripMs !== undefined && attempt === this.#by(link)) attempt?.lanes?.open(furtherLanes(roundTripMs));
  }

  laneSignalled(link: LinkId, lane: number, signal: Signal): void {
    const attempt = this.#by(link);
    // Lanes help a transfer that runs; with a stranger none does, and each lane is one more connection.
    if (attempt && this.#callerOf(attempt) !== 'stranger') attempt.lanes?.signalled(lane, signal);
  }

  #by(link: LinkId): Attempt | undefined {
    return [...this.#attempts.values()].find((candidate) => candidate.link === link);
  }

  closeAll(): void {
    for (const timer of this.#held.values()) clearTimeout(timer);
    this.#held.clear();
    for (const attempt of [...this.#attempts.values()]) this.#end(attempt, 'connection-lost');
  }

  #begin(call: Pick<Attempt, 'peer' | 'connection' | 'calls' | 'isInvited'>): Attempt {
    const { peer } = call;
    this.#lastLink += 1;
    const attempt: Attempt = {
      ...call,
      isAnswered: !call.calls,
      hasRelay: false,
      since: performance.now(),
      places: this.#placesWith(peer),
      link: this.#lastLink as LinkId,
      phase: 'asking',
      early: [],
      unsaid: [],
      isUnheard: false,
      wavering: false,
      timer: setTimeout(() => this.#giveUp(attempt), CONNECT_MS),
    };
    this.#attempts.set(peer, attempt);
    return attempt;
  }

  #ask({ peer, connection }: Attempt): void {
    this.#ports.signal({ type: 'connect', to: peer, connection });
  }

  #say(attempt: Attempt, signal: Signal): void {
    const { peer, connection, calls, unsaid } = attempt;
    const isSaid = this.#ports.signal({ type: 'signal', to: peer, connection, signal });
    if (!isSaid && !calls) unsaid.push(signal); // whoever calls will call anew
  }

  #markUnheard(attempt: Attempt): void {
    if (attempt.calls && (attempt.phase === 'making' || attempt.phase === 'connecting')) attempt.isUnheard = true;
  }

  /** The call is made again by itself, at a moment of its own: many may be held back at once. */
  #hold(attempt: Attempt): void {
    const { peer } = attempt;
    this.#end(attempt, 'connection-lost');
    this.#ports.tell({ type: 'link-held', peer });
    const callAgain = () => {
      this.#held.delete(peer);
      this.want(peer);
    };
    this.#held.set(peer, setTimeout(callAgain, HELD_MS * (0.5 + Math.random())));
  }

  #callAnew(attempt: Attempt): void {
    this.#end(attempt, 'connection-lost');
    this.want(attempt.peer);
  }

  #called(from: DeviceId, connection: ConnectionId, offer: Signal, iceServers: readonly IceServer[]): void {
    if (!this.#ports.canTransfer) {
      this.#refuse(from, connection, 'no-webrtc');
      return;
    }
    const current = this.#attempts.get(from);
    const self = this.#ports.self();
    // Both called at once. The other side sees the same two calls and decides alike.
    if (current?.calls && current.phase !== 'connected' && self !== undefined && self < from) return;
    const isInvited = current?.isInvited === true;
    if (!this.#admits(from, isInvited, current)) {
      this.#refuse(from, connection, 'busy');
      return;
    }
    // A new call replaces a connection the other side no longer has (it was reloaded, or lost the path first).
    if (current) this.#end(current, 'connection-lost');
    const attempt = this.#begin({ peer: from, connection, calls: false, isInvited });
    attempt.early.push(offer);
    void this.#make(attempt, iceServers);
  }

  /** Whether there is room for a call of `from`, which would take the place of `before`. Makes room where that is right. */
  #admits(from: DeviceId, isInvited: boolean, before: Attempt | undefined): boolean {
    const now = performance.now();
    const caller = this.#callerOf({ peer: from, isInvited });
    const calls = [...this.#attempts.values()]
      .filter((attempt) => attempt !== before)
      .map((attempt) => ({
        attempt,
        caller: this.#callerOf(attempt),
        isConnected: attempt.phase === 'connected',
        since: attempt.since,
      }));
    const decided = admission(caller, calls, now);
    if (!decided.admitted || (caller === 'stranger' && !this.#strangersCalls.take(now))) return false;
    if (decided.insteadOf) this.#giveWay(decided.insteadOf.attempt);
    return true;
  }

  #giveWay(attempt: Attempt): void {
    this.#refuse(attempt.peer, attempt.connection, 'busy');
    this.#fail(attempt, 'busy');
  }

  #callerOf({ peer, isInvited }: Pick<Attempt, 'peer' | 'isInvited'>): Caller {
    if (isInvited) return 'invited';
    return this.#ports.isKnown(peer) ? 'known' : 'stranger';
  }

  #refuse(to: DeviceId, connection: ConnectionId, reason: Refusal): void {
    if (!this.#refusals.take(performance.now())) return;
    this.#ports.signal({ type: 'signal', to, connection, signal: { type: 'refuse', reason } });
  }

  /** No connection came about. Whose fault that is decides what the two persons can do about it. */
  #giveUp(attempt: Attempt): void {
    if (this.#attempts.get(attempt.peer) !== attempt) return;
    const reach = attempt.made?.reach();
    // A relay is found by every browser that can send to its router at all; without one, hidden addresses may be all there is.
    const isBlocked = reach === 'none' || (reach === 'hidden' && attempt.hasRelay);
    if (isBlocked) this.#refuse(attempt.peer, attempt.connection, 'blocked');
    this.#fail(attempt, isBlocked ? 'blocked-here' : attempt.isAnswered ? 'no-path' : 'unreachable');
  }

  async #make(attempt: Attempt, iceServers: readonly IceServer[]): Promise<void> {
    attempt.phase = 'making';
    attempt.hasRelay = iceServers.some((server) => 'username' in server);
    let make: Makers;
    try {
      make = await this.#ports.prepare();
    } catch {
      this.#fail(attempt, 'page-failed'); // the other side is not to blame: a part of this page is missing
      return;
    }
    if (this.#attempts.get(attempt.peer) !== attempt) return;
    const { link, peer } = attempt;
    const made = make.peer(
      { initiator: attempt.calls, iceServers },
      {
        signal: (signal) => this.#say(attempt, signal),
        connected: (maxMessageBytes, fingerprint) => {
          attempt.phase = 'connected';
          clearTimeout(attempt.timer);
          attempt.fingerprint = fingerprint;
          this.#ports.tell({ type: 'link-connected', link, maxMessageBytes, fingerprint });
        },
        path: (path) => this.#ports.tell({ type: 'link-path', link, path }),
        wavering: (wavering) => {
          attempt.wavering = wavering;
          if (wavering) this.#ports.doubt();
          this.#checkPath(attempt);
        },
        blocked: () => attempt.phase === 'connecting' && this.#giveUp(attempt),
        lost: () => (attempt.phase === 'connected' ? this.#fail(attempt, 'connection-lost') : this.#giveUp(attempt)),
      },
    );
    if (!made) {
      if (!attempt.calls) this.#refuse(peer, attempt.connection, 'busy');
      this.#fail(attempt, 'no-more-connections');
      return;
    }
    // From here to the hand-over nothing may be awaited: Safari transfers channels only in the task that made them, and
    // would fall back to the bridge without a word.
    attempt.phase = 'connecting';
    attempt.made = made;
    attempt.lanes = new Lanes(this.#lanesPorts(attempt, make, iceServers));
    this.#ports.hand({ link, peer, peerName: this.#ports.device(peer)?.name ?? '' }, made);
    for (const signal of attempt.early.splice(0)) made.signal(signal);
  }

  #lanesPorts(attempt: Attempt, make: Makers, iceServers: readonly IceServer[]): LanesPorts {
    // Lanes are for direct paths: relayed, they would only take room from others on the router.
    const { link, calls } = attempt;
    const stunOnly = iceServers.filter((server) => !('username' in server));
    return {
      make: (initiator, listener) =>
        make.lane({ initiator, iceServers: stunOnly, fingerprint: attempt.fingerprint }, listener),
      hand: (bulk) => this.#ports.handLane(link, bulk),
      tell: (lane, signal) => this.#ports.tell({ type: 'lane-signal', link, lane, signal }),
      broken: () => this.close(link),
      calls,
    };
  }

  /** A path without answers to a device that has left the network as well, or after one of the two has walked, will not recover. */
  #checkPath(attempt: Attempt): void {
    if (attempt.phase !== 'connected' || !attempt.wavering) return;
    const device = this.#ports.device(attempt.peer);
    if (!device || device.away) this.#fail(attempt, 'peer-left');
    else if (this.#placesWith(attempt.peer) !== attempt.places) this.#fail(attempt, 'connection-lost');
  }

  #placesWith(peer: DeviceId): string {
    return JSON.stringify([this.#ports.ownRouter(), this.#ports.device(peer)?.router]);
  }

  /** The connection is over, and who waits for it waits in vain. */
  #fail(attempt: Attempt, cause: Failure): void {
    if (this.#attempts.get(attempt.peer) !== attempt) return;
    this.#end(attempt, cause);
    this.#ports.tell({ type: 'no-link', peer: attempt.peer, cause });
  }

  #end(attempt: Attempt, cause: Failure): void {
    clearTimeout(attempt.timer);
    if (this.#attempts.get(attempt.peer) === attempt) this.#attempts.delete(attempt.peer);
    attempt.lanes?.close();
    attempt.made?.close();
    if (attempt.made) this.#ports.tell({ type: 'link-lost', link: attempt.link, cause });
  }
}
