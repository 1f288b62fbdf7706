/** How a hostile device comes to its victim: it obeys the signaling protocol, and connects as simple-peer does. */
import type { SecretKey } from '../../../src/protocol/keys.ts';
import { CHANNEL_IDS } from '../../../src/protocol/limits.ts';
import type { ClientMessage, ConnectionId, DeviceId, RouterMessage, Signal } from '../../../src/protocol/signaling.ts';
import { answerTo } from '../wire/hello.ts';

function token(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Resolves with the first event that `pick` accepts. Listens from the moment of the call. */
export function next<T>(target: EventTarget, event: string, pick: (event: Event) => T | undefined): Promise<T> {
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

export class Router {
  readonly #socket = new WebSocket(`ws://${location.host}/signal`);
  readonly #asked = next(this.#socket, 'message', (event) => {
    const message = JSON.parse((event as MessageEvent<string>).data) as RouterMessage;
    return message.type === 'challenge' ? message : undefined;
  });

  /** Resolves when the router's challenge is answered. */
  async hello(name: string, secret: SecretKey): Promise<void> {
    this.send(answerTo(await this.#asked, secret, name));
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

export type Connected = {
  readonly control: RTCDataChannel;
  /** Texts that came on the control channel; it grows. The first may come before the other channel is open. */
  readonly heard: readonly string[];
  readonly bulk: RTCDataChannel;
  readonly peer: RTCPeerConnection;
  readonly connection: ConnectionId;
};

type Meeting = {
  readonly name: string;
  readonly secret: SecretKey;
  readonly victim: string;
  readonly calls: boolean;
  readonly insists?: boolean;
};

/** When a device that insists begins anew, in ms: the victim may have called it at the same moment, and neither was answered. */
const ANEW_MS = 15_000;

/**
 * Connects as simple-peer does: its own in-band channel first, then the negotiated ones. `undefined` when it is time to
 * call again: after a refusal, or when nothing came of it.
 */
export async function connect(
  router: Router,
  { name, secret, victim, calls, insists }: Meeting,
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
  const texts: string[] = [];
  control.addEventListener('message', ({ data }) => texts.push(String(data)));
  const bulk = open('bulk');
  bulk.binaryType = 'arraybuffer';
  const opened = Promise.all([control, bulk].map((channel) => next(channel, 'open', () => true)));
  let refuse = () => {};
  const refused = new Promise<false>((resolve) => {
    refuse = () => resolve(false);
  });
  if (insists && calls) setTimeout(refuse, ANEW_MS);

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
  if (await Promise.race([opened, refused])) return { control, heard: texts, bulk, peer, connection };
  router.leave();
  peer.close();
  return undefined;
}
