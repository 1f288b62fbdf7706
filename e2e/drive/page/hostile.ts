/**
 * A device that obeys the signaling protocol but not the transfer protocol: it connects as the app does, then sends
 * what its script says, byte by byte. Runs in a page of the router that is not the app.
 */
import { encodeFrame, type FrameKind, parseFrame, stampSequence } from '../../../src/protocol/frame.ts';
import { CHANNEL_IDS, SIGNALING_VERSION } from '../../../src/protocol/limits.ts';
import type {
  ClientMessage,
  ConnectionId,
  DeviceId,
  DeviceSecret,
  RouterMessage,
  Signal,
} from '../../../src/protocol/signaling.ts';

/** One thing to do, in turn. */
export type Step =
  /** Sends a text on the control channel as it is; only `{transfer}` becomes the id in the last offer that arrived. */
  | { readonly control: string }
  /** Sends `times` texts of `length` characters, as fast as they leave, until the channel closes. */
  | { readonly flood: { readonly text: string; readonly times: number } }
  /**
   * Sends manifest pieces of one entry each, with paths of `pathLength` characters, as fast as they leave, until
   * `times` are sent or the channel closes.
   */
  | { readonly pieces: { readonly transfer: string; readonly pathLength: number; readonly times: number } }
  /** Sends binary data on the control channel. */
  | { readonly binary: number }
  /** Sends a frame with `bytes` bytes of payload (all the same), or with a hexadecimal payload. */
  | {
      readonly frame: {
        readonly kind: FrameKind;
        readonly handle: number;
        readonly file: number;
        readonly offset: number;
        readonly payload: number | string;
      };
    }
  /** Waits for a control message of this type, or of one of these types. */
  | { readonly until: string | readonly string[] }
  /** Waits for a frame of this kind. */
  | { readonly untilFrame: FrameKind }
  /** Waits until the other side has closed the channel. */
  | { readonly untilClosed: true };

export type Attack = {
  readonly name: string;
  /** Name of the attacked device. */
  readonly victim: string;
  /** The secret of the device that the attacker claims to be; a new one when left out. */
  readonly secret?: string;
  /** True when this device calls; otherwise it waits to be called. */
  readonly calls: boolean;
  /**
   * True when it calls again after a refusal, because strangers get only so many calls at once. Otherwise it keeps
   * waiting.
   */
  readonly insists?: boolean;
  readonly steps: readonly Step[];
};

/** What the victim sent on the control channel, and how far the script got. */
export type Outcome = { readonly heard: readonly string[]; readonly stepsDone: number; readonly closed: boolean };

type Heard = { readonly type: string; readonly transfer?: string };

function token(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Resolves with the first event that `pick` accepts. Listens from the moment of the call. */
function next<T>(target: EventTarget, event: string, pick: (event: Event) => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const listener = (happened: Event) => {
      const picked = pick(happened);
      if (picked === undefined) return;
      target.removeEventListener(event, listener);
      resolve(picked);
    };
    target.addEventListener(event, listener);
  });
}

class Router {
  readonly #socket = new WebSocket(`ws://${location.host}/signal`);
  readonly #opened = next(this.#socket, 'open', () => true);

  async hello(name: string, secret = token(32)): Promise<void> {
    await this.#opened;
    this.send({ type: 'hello', version: SIGNALING_VERSION, secret: secret as DeviceSecret, name, kind: 'phone' });
  }

  send(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  each(listener: (message: RouterMessage) => void): void {
    this.#socket.addEventListener('message', ({ data }) => listener(JSON.parse(data as string) as RouterMessage));
  }

  leave(): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.send({ type: 'bye' });
    this.#socket.close();
  }
}

/** Finds the victim among the devices, in whichever message it is announced. */
function whenPresent(router: Router, name: string): Promise<DeviceId> {
  return new Promise((resolve) => {
    router.each((message) => {
      const devices =
        message.type === 'welcome' ? message.devices : message.type === 'delta' ? (message.put ?? []) : [];
      const found = devices.find((device) => device.name === name);
      if (found !== undefined) resolve(found.id);
    });
  });
}

type Connected = { readonly control: RTCDataChannel; readonly bulk: RTCDataChannel; readonly peer: RTCPeerConnection };

/** Time between two calls of a device that insists. */
const INSISTS_AGAIN_MS = 500;

/**
 * Connects as simple-peer does: its own in-band channel first, then the negotiated ones. `undefined` after a refusal.
 */
async function connect(
  router: Router,
  { name, secret, victim, calls, insists }: Attack,
  givenUp: AbortSignal | undefined,
): Promise<Connected | undefined> {
  const peer = new RTCPeerConnection({ iceServers: [] });
  givenUp?.addEventListener('abort', () => {
    router.leave();
    peer.close();
  });
  if (calls) peer.createDataChannel(token(15));
  const open = (label: 'control' | 'bulk') =>
    peer.createDataChannel(label, { negotiated: true, id: CHANNEL_IDS[label], ordered: true });
  const control = open('control');
  const bulk = open('bulk');
  bulk.binaryType = 'arraybuffer';
  const opened = Promise.all([control, bulk].map((channel) => next(channel, 'open', () => true)));
  let refuse = () => {};
  const refused = new Promise<false>((resolve) => {
    refuse = () => resolve(false);
  });

  let connection = token(12) as ConnectionId;
  let other: DeviceId | undefined;
  const tell = (signal: Signal) => {
    if (other !== undefined) router.send({ type: 'signal', to: other, connection, signal });
  };
  peer.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate === null || candidate.candidate === '') return;
    const { sdpMid, sdpMLineIndex } = candidate;
    tell({
      type: 'candidate',
      candidate: candidate.candidate,
      ...(sdpMid === null ? {} : { sdpMid }),
      ...(sdpMLineIndex === null ? {} : { sdpMLineIndex }),
    });
  });
  const candidates: RTCIceCandidateInit[] = [];
  const describe = async (description: RTCSessionDescriptionInit) => {
    await peer.setRemoteDescription(description);
    for (const candidate of candidates.splice(0)) await peer.addIceCandidate(candidate);
  };
  const heard = async (message: RouterMessage) => {
    if (message.type === 'ice') {
      // As the app does: between two networks only a server can tell a device an address that leads to it.
      peer.setConfiguration({ iceServers: [...message.iceServers] as RTCIceServer[] });
      await peer.setLocalDescription();
      tell({ type: 'offer', sdp: peer.localDescription?.sdp ?? '' });
    }
    if (message.type !== 'signal') return;
    const { signal } = message;
    if (signal.type === 'refuse' && insists) refuse();
    if (signal.type === 'offer') {
      ({ connection, from: other } = message);
      await describe({ type: 'offer', sdp: signal.sdp });
      await peer.setLocalDescription();
      tell({ type: 'answer', sdp: peer.localDescription?.sdp ?? '' });
    } else if (signal.type === 'answer') await describe({ type: 'answer', sdp: signal.sdp });
    else if (signal.type === 'candidate') {
      const { type: _, ...candidate } = signal;
      if (peer.remoteDescription === null) candidates.push(candidate);
      else await peer.addIceCandidate(candidate);
    }
  };
  router.each((message) => void heard(message));
  const present = whenPresent(router, victim);
  await router.hello(name, secret);
  if (calls) {
    other = await present;
    router.send({ type: 'connect', to: other, connection });
  }
  if (await Promise.race([opened, refused])) return { control, bulk, peer };
  router.leave();
  peer.close();
  return undefined;
}

function payloadOf(payload: number | string): Uint8Array {
  if (typeof payload === 'number') return new Uint8Array(payload).fill(7);
  return Uint8Array.from(payload.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

async function flood(channel: RTCDataChannel, text: (count: number) => string, times: number): Promise<void> {
  channel.bufferedAmountLowThreshold = 1024 * 1024;
  const closed = next(channel, 'close', () => true);
  for (let count = 0; count < times && channel.readyState === 'open'; count++) {
    channel.send(text(count));
    if (channel.bufferedAmount > 4 * 1024 * 1024)
      await Promise.race([next(channel, 'bufferedamountlow', () => true), closed]);
  }
}

/** Pieces of a manifest that never ends. */
function pieceOf({ transfer, pathLength }: { transfer: string; pathLength: number }): (count: number) => string {
  const path = 'a'.repeat(pathLength - 8);
  return (count) =>
    JSON.stringify({
      type: 'manifest',
      transfer,
      first: count,
      entries: [[`${path}${count}`.slice(-pathLength), 1, 0]],
    });
}

/**
 * Connects to the victim, or waits for its call, and plays the script. `told` is called with the number of messages
 * from the victim. `givenUp` leaves a victim that does not answer.
 */
export async function attack(
  plan: Attack,
  told = (_count: number): void => {},
  givenUp?: AbortSignal,
): Promise<Outcome> {
  let router = new Router();
  let connected = await connect(router, plan, givenUp);
  while (connected === undefined) {
    await new Promise((resolve) => setTimeout(resolve, INSISTS_AGAIN_MS));
    router = new Router();
    connected = await connect(router, plan, givenUp);
  }
  const { control, bulk, peer } = connected;
  const heard: string[] = [];
  const frames: FrameKind[] = [];
  /** Fires on anything that happens on the connection, so that one wait serves all. */
  const changes = new EventTarget();
  const changed = () => changes.dispatchEvent(new Event('change'));
  control.addEventListener('message', ({ data }) => {
    told(heard.push(String(data)));
    changed();
  });
  bulk.addEventListener('message', ({ data }) => {
    const frame = parseFrame(data as ArrayBuffer);
    if (frame.ok) frames.push(frame.value.kind);
    changed();
  });
  let ended = false;
  for (const channel of [control, bulk]) {
    channel.addEventListener('close', () => {
      ended = true;
      changed();
    });
  }
  const parsed = () => heard.map((text) => JSON.parse(text) as Heard);
  const until = async (condition: () => boolean) => {
    while (!condition() && !ended) await next(changes, 'change', () => true);
  };

  let sent = 0;
  let stepsDone = 0;
  for (const step of plan.steps) {
    if ('until' in step) await until(() => parsed().some(({ type }) => [step.until].flat().includes(type)));
    else if ('untilFrame' in step) await until(() => frames.includes(step.untilFrame));
    else if ('untilClosed' in step) await until(() => ended);
    if (ended) break;
    if ('control' in step) {
      const transfer =
        parsed()
          .filter(({ type }) => type === 'offer')
          .at(-1)?.transfer ?? '';
      control.send(step.control.replace('{transfer}', transfer));
    } else if ('binary' in step) control.send(new Uint8Array(step.binary));
    else if ('flood' in step) await flood(control, () => step.flood.text, step.flood.times);
    else if ('pieces' in step) await flood(control, pieceOf(step.pieces), step.pieces.times);
    else if ('frame' in step) {
      const { payload, ...header } = step.frame;
      const frame = encodeFrame({ ...header, payload: payloadOf(payload) });
      stampSequence(frame, sent++);
      bulk.send(frame);
    }
    stepsDone++;
  }
  router.leave();
  peer.close();
  return { heard, stepsDone, closed: ended };
}
