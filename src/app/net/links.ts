/**
 * Connections to other devices: none before somebody sends, one for a pair, closed again when idle. The side that sends
 * first calls; when both call at once, the call of the device with the smaller id wins.
 */
import type { LinkId } from '../../engine/api/api.ts';
import type { Failure } from '../../protocol/failure.ts';
import type { ConnectionId, DeviceId, IceServer, Refusal, RouterMessage, Signal } from '../../protocol/signaling.ts';
import { note } from '../log/log.ts';
import { type Attempt, type Call, heard, markUnheard, newAttempt, refusal, whyNot } from './attempt.ts';
import { connect } from './connect.ts';
import { Door } from './door.ts';
import { HeldCalls } from './held-calls.ts';
import { furtherLanes } from './lanes.ts';
import type { LinksPorts } from './links-ports.ts';
import type { PeerListener } from './peer.ts';

/** From wanting a connection to giving up, in milliseconds. ICE itself gives up after about 30 s. */
const CONNECT_MS = 40_000;

type Arrived<T extends RouterMessage['type']> = Extract<RouterMessage, { readonly type: T }>;

export class Links {
  readonly #ports: LinksPorts;
  /** The oldest first. A device has two at most: a connection, and a call beside it that has proved nothing yet. */
  readonly #attempts = new Set<Attempt>();
  readonly #held = new HeldCalls();
  readonly #door: Door;
  #lastLink = 0;

  constructor(ports: LinksPorts) {
    this.#ports = ports;
    this.#door = new Door(ports);
  }

  /** A person here wants to send to `peer`. */
  want(peer: DeviceId): void {
    // Nobody here sends to somebody who is blocked; something of before may still ask for them.
    if (!this.#ports.hears(peer, true)) {
      this.#ports.tell({ type: 'no-link', peer, cause: 'unreachable' });
      return;
    }
    const attempt = this.#with(peer);
    if (attempt) attempt.isInvited = true; // a stranger that called first: now no other may take its place
    if (attempt || this.#held.has(peer)) return;
    this.#ask(this.#begin({ peer, connection: this.#ports.newConnectionId(), calls: true, isInvited: true }));
  }

  /** The router answers again after an absence: sends the requests and signals that waited for it. */
  online(): void {
    for (const attempt of this.#attempts) {
      markUnheard(attempt);
      for (const signal of attempt.unsaid.splice(0)) this.#say(attempt, signal);
    }
    this.devicesChanged();
  }

  /** The devices in reach have changed. Absence alone breaks nothing; together with a silent path it does. */
  devicesChanged(): void {
    for (const attempt of [...this.#attempts]) {
      const device = this.#ports.device(attempt.peer);
      if (attempt.phase === 'connected') this.#checkPath(attempt);
      else if (attempt.phase === 'asking' && !device) this.#fail(attempt, 'peer-left');
      // A restarted router knows nobody at first: a connection that is being made is not given up for that.
      else if (!device || device.away) markUnheard(attempt);
      else if (attempt.phase === 'asking') this.#ask(attempt);
      else if (attempt.isUnheard) this.#callAnew(attempt);
    }
  }

  /** The router names the servers for this pair: the call can be made. */
  ice({ to, connection, iceServers }: Arrived<'ice'>): void {
    const attempt = this.#with(to, connection);
    if (attempt?.phase === 'asking') void this.#make(attempt, iceServers);
  }

  /** The router cannot reach the other device. If that is only away, the attempt waits. */
  unreachable({ to, connection, reason }: Arrived<'unreachable'>): void {
    const attempt = this.#with(to, connection);
    if (!attempt || attempt.phase === 'connected') return;
    if (reason === 'too-many-calls') this.#hold(attempt);
    else if (reason) this.#fail(attempt, reason);
    else if (!this.#ports.device(to)?.away) this.#fail(attempt, 'peer-left');
    else markUnheard(attempt);
  }

  signalled({ from, connection, signal, iceServers }: Arrived<'signal'>): void {
    const current = this.#with(from, connection);
    if (current) {
      current.isAnswered = true;
      if (signal.type !== 'refuse') heard(current, signal);
      else if (current.phase !== 'connected') this.#fail(current, refusal(signal.reason)); // later it may be anybody's
      return;
    }
    if (signal.type === 'offer') this.#called(from, connection, signal, iceServers ?? []);
  }

  /**
   * Other devices may be heard than before. A connection stays: something may be under way on it, and the engine closes
   * it when it rests.
   */
  hearingChanged(): void {
    for (const attempt of [...this.#attempts]) {
      const { peer, isInvited, phase } = attempt;
      const isOver = phase === 'connected' ? !this.#ports.hears(peer, true) : !this.#ports.hears(peer, isInvited);
      if (isOver) this.#end(attempt, 'connection-lost');
    }
  }

  close(link: LinkId): void {
    const attempt = this.#by(link);
    if (attempt) this.#end(attempt, 'connection-lost');
  }

  /** Much is sent over `link`: more lanes are opened if they help. */
  async busy(link: LinkId): Promise<void> {
    const attempt = this.#by(link);
    const roundTripMs = await attempt?.made?.directRoundTripMs();
    if (roundTripMs !== undefined && attempt === this.#by(link)) attempt?.lanes?.open(furtherLanes(roundTripMs));
  }

  laneSignalled(link: LinkId, lane: number, signal: Signal): void {
    const attempt = this.#by(link);
    // Lanes help a running transfer; strangers have none, and each lane is one more connection.
    if (attempt && this.#door.callerOf(attempt) !== 'stranger') attempt.lanes?.signalled(lane, signal);
  }

  /** What there is with `peer`: of that name, or the oldest. */
  #with(peer: DeviceId, connection?: ConnectionId): Attempt | undefined {
    return [...this.#attempts].find((one) => one.peer === peer && (connection ?? one.connection) === one.connection);
  }

  #by(link: LinkId): Attempt | undefined {
    return [...this.#attempts].find((candidate) => candidate.link === link);
  }

  closeAll(): void {
    this.#held.clear();
    for (const attempt of [...this.#attempts]) this.#end(attempt, 'connection-lost');
  }

  #begin(call: Call): Attempt {
    this.#lastLink += 1;
    const attempt = newAttempt(call, this.#lastLink as LinkId, this.#placesWith(call.peer));
    attempt.timer = setTimeout(() => this.#giveUp(attempt), CONNECT_MS);
    this.#attempts.add(attempt);
    note('link', attempt.link, call.calls ? 'calls' : 'called');
    return attempt;
  }

  #ask({ peer, connection }: Attempt): void {
    this.#ports.signal({ type: 'connect', to: peer, connection });
  }

  #say(attempt: Attempt, signal: Signal): void {
    const { peer, connection, calls, unsaid } = attempt;
    const isSaid = this.#ports.signal({ type: 'signal', to: peer, connection, signal });
    if (!isSaid && !calls) unsaid.push(signal); // the side that calls will call anew
  }

  #hold(attempt: Attempt): void {
    const { peer } = attempt;
    this.#end(attempt, 'connection-lost');
    this.#ports.tell({ type: 'link-held', peer });
    this.#held.hold(peer, () => this.want(peer));
  }

  #callAnew(attempt: Attempt): void {
    this.#end(attempt, 'connection-lost');
    this.want(attempt.peer);
  }

  #called(from: DeviceId, connection: ConnectionId, offer: Signal, iceServers: readonly IceServer[]): void {
    const [current, beside] = [...this.#attempts].filter(({ peer }) => peer === from);
    const isInvited = current?.isInvited === true;
    // No answer at all: one that says why would tell that somebody is here.
    if (!this.#ports.hears(from, isInvited)) return;
    if (!this.#ports.canTransfer) {
      this.#refuse(from, connection, 'no-webrtc');
      return;
    }
    // Both called at once. The other side sees the same two calls and decides alike.
    if (current?.calls && current.phase !== 'connected' && this.#ports.self < from) return;
    if (!this.#admits(from, isInvited)) {
      this.#refuse(from, connection, 'busy');
      return;
    }
    // The other side may no longer have the connection (it was reloaded, or lost the path first). But anybody on the way can
    // make a call of it: one that answers stays until the engine drops it, which is when who calls has proved who it is.
    if (current && (current.phase !== 'connected' || current.wavering)) this.#end(current, 'connection-lost');
    if (beside) this.#end(beside, 'connection-lost');
    const attempt = this.#begin({ peer: from, connection, calls: false, isInvited });
    attempt.early.push(offer);
    void this.#make(attempt, iceServers);
  }

  /** True when there is room for a call of `from`, which replaces what there is with it. Makes room where that is right. */
  #admits(from: DeviceId, isInvited: boolean): boolean {
    const others = [...this.#attempts].filter(({ peer }) => peer !== from);
    const { isAdmitted, insteadOf } = this.#door.admits({ peer: from, isInvited }, others);
    if (insteadOf) {
      this.#refuse(insteadOf.peer, insteadOf.connection, 'busy');
      this.#fail(insteadOf, 'busy');
    }
    return isAdmitted;
  }

  #refuse(to: DeviceId, connection: ConnectionId, reason: Refusal): void {
    if (!this.#door.mayRefuse()) return;
    this.#ports.signal({ type: 'signal', to, connection, signal: { type: 'refuse', reason } });
  }

  /** No connection could be made in time. */
  #giveUp(attempt: Attempt): void {
    if (!this.#attempts.has(attempt)) return;
    const cause = whyNot(attempt);
    if (cause === 'blocked-here') this.#refuse(attempt.peer, attempt.connection, 'blocked');
    this.#fail(attempt, cause);
  }

  async #make(attempt: Attempt, iceServers: readonly IceServer[]): Promise<void> {
    attempt.phase = 'making';
    attempt.hasRelay = iceServers.some((server) => 'username' in server);
    const outcome = await connect(attempt, {
      iceServers,
      ports: this.#ports,
      listener: this.#listenerOf(attempt),
      isOver: () => !this.#attempts.has(attempt),
      broken: () => this.close(attempt.link),
    });
    if (outcome === undefined) return;
    if (outcome === 'no-more-connections' && !attempt.calls) this.#refuse(attempt.peer, attempt.connection, 'busy');
    this.#fail(attempt, outcome);
  }

  #listenerOf(attempt: Attempt): PeerListener {
    const { link } = attempt;
    return {
      signal: (signal) => this.#say(attempt, signal),
      connected: (maxMessageBytes, fingerprints) => {
        attempt.phase = 'connected';
        clearTimeout(attempt.timer);
        note('link', link, 'connected');
        this.#ports.tell({ type: 'link-connected', link, maxMessageBytes, fingerprints });
      },
      path: (path) => this.#ports.tell({ type: 'link-path', link, path }),
      pair: (pair) => note('pair', link, pair),
      wavering: (wavering) => {
        attempt.wavering = wavering;
        if (wavering) {
          note('link', link, 'wavers');
          this.#ports.doubt();
        }
        this.#checkPath(attempt);
      },
      blocked: () => attempt.phase === 'connecting' && this.#giveUp(attempt),
      lost: () => (attempt.phase === 'connected' ? this.#fail(attempt, 'connection-lost') : this.#giveUp(attempt)),
    };
  }

  /**
   * A silent path does not recover when the other device has left the network as well, or when one of the two has
   * walked.
   */
  #checkPath(attempt: Attempt): void {
    if (attempt.phase !== 'connected' || !attempt.wavering) return;
    const device = this.#ports.device(attempt.peer);
    if (!device || device.away) this.#fail(attempt, 'peer-left');
    // With a call beside it, it is the one that the other side no longer has.
    else if (this.#placesWith(attempt.peer) !== attempt.places || this.#hasLaterCall(attempt))
      this.#fail(attempt, 'connection-lost');
  }

  #hasLaterCall({ peer, link }: Attempt): boolean {
    return [...this.#attempts].some((other) => other.peer === peer && other.link > link);
  }

  #placesWith(peer: DeviceId): string {
    return JSON.stringify([this.#ports.ownRouter(), this.#ports.device(peer)?.router]);
  }

  /** The connection is over; transfers that wait for it are told. */
  #fail(attempt: Attempt, cause: Failure): void {
    if (!this.#attempts.has(attempt)) return;
    note('link', attempt.link, 'failed', cause);
    this.#end(attempt, cause);
    // Another one with the same device stands, or is being made.
    if (!this.#with(attempt.peer)) this.#ports.tell({ type: 'no-link', peer: attempt.peer, cause });
  }

  #end(attempt: Attempt, cause: Failure): void {
    note('link', attempt.link, 'over');
    clearTimeout(attempt.timer);
    this.#attempts.delete(attempt);
    attempt.lanes?.close();
    attempt.made?.close();
    if (attempt.made) this.#ports.tell({ type: 'link-lost', link: attempt.link, cause });
  }
}
