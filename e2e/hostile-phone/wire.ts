/** Scripted devices of a hostile phone at the router: sockets, hellos, calls. */
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { signedHello } from '../../src/protocol/hello-event.ts';
import { newSecret } from '../../src/protocol/keys.ts';
import {
  type Challenge,
  type ClientMessage,
  type ConnectionId,
  type DeviceId,
  parseRouterMessage,
  type RouterMessage,
} from '../../src/protocol/signaling.ts';
import { answerTo, helloOf } from '../drive/wire/hello.ts';

/** The router's address, as this phone knows it. */
export type Router = { readonly address: string; readonly port: number };

const token = (bytes: number): string => randomBytes(bytes).toString('base64url');

export class Device {
  readonly #socket: WebSocket;
  readonly #ids = new Map<string, DeviceId>();
  readonly #heard: ((message: RouterMessage) => void)[] = [];
  /** Resolves to true when the router has said welcome, to false when it closed instead. */
  readonly welcome: Promise<boolean>;
  readonly closed: Promise<void>;

  /** Says hello from one of this machine's addresses, as a device that nobody has seen before. */
  constructor({ address, port }: Router, from: string | undefined, name = `Guest ${token(3)}`) {
    const options = { origin: `http://${address}:${port}`, ...(from !== undefined && { localAddress: from }) };
    const socket = new WebSocket(`ws://${address}:${port}/signal`, options);
    this.#socket = socket;
    socket.on('error', () => {}); // refused: the close that follows says so
    const secret = newSecret();
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    const welcomed = new Promise<boolean>((resolve) => {
      this.#heard.push((message) => message.type === 'welcome' && resolve(true));
    });
    this.welcome = Promise.race([welcomed, this.closed.then(() => false)]);
    socket.on('message', (data) => {
      const parsed = parseRouterMessage(String(data));
      if (!parsed.ok) return;
      const message = parsed.value;
      const devices =
        message.type === 'welcome' ? message.devices : message.type === 'delta' ? (message.put ?? []) : [];
      for (const device of devices) this.#ids.set(device.name, device.id);
      if (message.type === 'challenge') this.say(answerTo(message, secret, name));
      if (message.type === 'ping') this.say({ type: 'pong' });
      for (const listener of this.#heard) listener(message);
    });
  }

  /** The id of the device with that name, once the router has announced it. */
  idOf(name: string): DeviceId | undefined {
    return this.#ids.get(name);
  }

  onMessage(listener: (message: RouterMessage) => void): void {
    this.#heard.push(listener);
  }

  say(message: ClientMessage): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Calls as the app does: asks for servers, then offers. Candidates never follow. */
  call(to: DeviceId, sdp: 'sound' | 'nonsense'): void {
    const connection = token(12) as ConnectionId;
    this.say({ type: 'connect', to, connection });
    this.say({ type: 'signal', to, connection, signal: { type: 'offer', sdp: sdp === 'sound' ? offerSdp() : 'v=0' } });
  }

  /** Goes without a goodbye. */
  drop(): void {
    this.#socket.terminate();
  }
}

/** What no router has asked for: its signature fits its key, and the router must compute to see that it fits nothing else. */
const FALSE = signedHello(newSecret(), { router: 'no router of ours', challenge: token(16) as Challenge, claim: 1 });

/** Resolves with the code of the close. */
export function sayFalsely({ address, port }: Router, from: string | undefined): Promise<number> {
  const options = { origin: `http://${address}:${port}`, ...(from !== undefined && { localAddress: from }) };
  const socket = new WebSocket(`ws://${address}:${port}/signal`, options);
  socket.on('error', () => {}); // refused: the close that follows says so
  socket.once('message', () => socket.send(JSON.stringify(helloOf(FALSE, 'Guest'))));
  return new Promise((resolve) => socket.once('close', resolve));
}

/** An offer of a data channel as browsers make it (RFC 8841), with keys that lead nowhere. */
function offerSdp(): string {
  const fingerprint = randomBytes(32)
    .toString('hex')
    .toUpperCase()
    .replace(/..(?=.)/g, '$&:');
  return [
    'v=0',
    `o=- ${randomBytes(6).readUIntBE(0, 6)} 2 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    `a=ice-ufrag:${randomBytes(2).toString('hex')}`,
    `a=ice-pwd:${randomBytes(12).toString('hex')}`,
    'a=ice-options:trickle',
    `a=fingerprint:sha-256 ${fingerprint}`,
    'a=setup:actpass',
    'a=mid:0',
    'a=sctp-port:5000',
    'a=max-message-size:262144',
    '',
  ].join('\r\n');
}
