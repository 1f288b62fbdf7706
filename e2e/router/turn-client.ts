/** The part of a TURN client (RFC 8656) that shows what coturn answers: one allocation per client. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { TurnCredential } from '../../src/router/relay/credentials.ts';
import {
  ATTRIBUTE,
  type Attribute,
  decodeMessage,
  encodeMessage,
  readErrorCode,
  type StunMessage,
} from '../../src/router/relay/stun/message.ts';

const METHOD = { allocate: 0x003, refresh: 0x004 } as const;
const REALM = 0x0014;
const NONCE = 0x0015;
const LIFETIME = 0x000d;
const REQUESTED_TRANSPORT = 0x0019;
const UDP = 17;
const INTEGRITY_BYTES = 24;
const PATIENCE_MS = 5_000;

/** The result of a request: success, or the error's code. */
export type Result = 'success' | number;

export class TurnClient {
  readonly #socket = createSocket('udp4');
  readonly #server: { readonly address: string; readonly port: number };
  readonly #credential: TurnCredential;
  #realm: Uint8Array = new Uint8Array();
  #nonce: Uint8Array | undefined;
  /** The lifetime that the server granted last, in seconds. */
  lifetimeS: number | undefined;

  constructor(server: { readonly address: string; readonly port: number }, credential: TurnCredential) {
    this.#server = server;
    this.#credential = credential;
  }

  /** `lifetimeS`: the requested lifetime, which is more than it may get. */
  allocate(lifetimeS?: number): Promise<Result> {
    const transport = { type: REQUESTED_TRANSPORT, value: Uint8Array.of(UDP, 0, 0, 0) };
    return this.#request(METHOD.allocate, [transport, ...lifetime(lifetimeS)]);
  }

  refresh(lifetimeS?: number): Promise<Result> {
    return this.#request(METHOD.refresh, lifetime(lifetimeS));
  }

  /** Gives the allocation back (RFC 8656 section 8). */
  release(): Promise<Result> {
    return this.refresh(0);
  }

  close(): void {
    this.#socket.close();
  }

  /**
   * RFC 8489 section 9.2: the refusal of the first request brings the nonce for the second; so does that of a stale
   * nonce.
   */
  async #request(method: number, attributes: readonly Attribute[]): Promise<Result> {
    const first = this.#nonce === undefined;
    const answer = await this.#exchange(method, attributes);
    if (answer.class === 'success') return this.#granted(answer);
    const code = readErrorCode(answer) ?? 0;
    if (!(first && code === 401) && code !== 438) return code;
    const read = (wanted: number) => answer.attributes.find(({ type }) => type === wanted)?.value;
    this.#realm = read(REALM) ?? this.#realm;
    this.#nonce = read(NONCE);
    const again = await this.#exchange(method, attributes);
    return again.class === 'success' ? this.#granted(again) : (readErrorCode(again) ?? 0);
  }

  #granted({ attributes }: StunMessage): Result {
    const value = attributes.find(({ type }) => type === LIFETIME)?.value;
    if (value !== undefined) this.lifetimeS = Buffer.from(value).readUInt32BE();
    return 'success';
  }

  #exchange(method: number, attributes: readonly Attribute[]): Promise<StunMessage> {
    const transactionId = randomBytes(12);
    const message: StunMessage = {
      class: 'request',
      method,
      transactionId,
      attributes: this.#signed(method, transactionId, attributes),
    };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
      const listen = (datagram: Buffer): void => {
        const answer = decodeMessage(datagram);
        if (answer === undefined || !transactionId.equals(answer.transactionId)) return;
        clearTimeout(timer);
        this.#socket.off('message', listen);
        resolve(answer);
      };
      this.#socket.on('message', listen);
      this.#socket.send(encodeMessage(message), this.#server.port, this.#server.address);
    });
  }

  /** RFC 8489 section 14.5: the HMAC covers the message before it, with a length that includes it. */
  #signed(method: number, transactionId: Uint8Array, attributes: readonly Attribute[]): readonly Attribute[] {
    if (this.#nonce === undefined) return attributes;
    const { username, credential } = this.#credential;
    const all = [
      ...attributes,
      { type: ATTRIBUTE.username, value: Buffer.from(username) },
      { type: REALM, value: this.#realm },
      { type: NONCE, value: this.#nonce },
    ];
    const integrity = { type: ATTRIBUTE.messageIntegrity, value: new Uint8Array(INTEGRITY_BYTES - 4) };
    const bytes = encodeMessage({ class: 'request', method, transactionId, attributes: [...all, integrity] });
    const key = createHash('md5')
      .update(`${username}:${Buffer.from(this.#realm).toString()}:${credential}`)
      .digest();
    const value = createHmac('sha1', key).update(bytes.subarray(0, -INTEGRITY_BYTES)).digest();
    return [...all, { type: ATTRIBUTE.messageIntegrity, value }];
  }
}

function lifetime(seconds: number | undefined): readonly Attribute[] {
  if (seconds === undefined) return [];
  const value = Buffer.alloc(4);
  value.writeUInt32BE(seconds);
  return [{ type: LIFETIME, value }];
}
