/** One connection of the page in the middle to a victim, whom it tells that it is somebody else. Runs in that page. */
import { connectionDigest, type End } from '../../../src/protocol/connection-proof.ts';
import { fingerprintOf } from '../../../src/protocol/fingerprint.ts';
import { type PublicKey, type SecretKey, type Signature, sign } from '../../../src/protocol/keys.ts';
import { CHANNEL_IDS, TRANSFER_VERSION } from '../../../src/protocol/limits.ts';
import type { ConnectionId, DeviceId, Signal } from '../../../src/protocol/signaling.ts';

export type Between = { readonly victim: DeviceId; readonly as: DeviceId; readonly connection: ConnectionId };
export type LegPorts = {
  /** Tells the victim a signal. */
  readonly tell: (signal: Signal) => void;
  readonly opened: () => void;
  readonly word: (text: string) => void;
  readonly frame: (bytes: ArrayBuffer) => void;
};

export class Leg {
  readonly between: Between;
  readonly #peer: RTCPeerConnection;
  readonly #channels: { readonly control: RTCDataChannel; readonly bulk: RTCDataChannel };
  readonly #tell: LegPorts['tell'];
  readonly #candidates: RTCIceCandidateInit[] = [];
  /** What was to be said before the channels were open. */
  readonly #unsaid: (() => void)[] = [];
  #isProven = false;
  readonly #afterwards: string[] = [];

  constructor(between: Between, certificate: RTCCertificate, { tell, opened, word, frame }: LegPorts) {
    this.between = between;
    this.#tell = tell;
    this.#peer = new RTCPeerConnection({ iceServers: [], certificates: [certificate] });
    const open = (label: keyof typeof CHANNEL_IDS) =>
      this.#peer.createDataChannel(label, { negotiated: true, id: CHANNEL_IDS[label] });
    this.#channels = { control: open('control'), bulk: open('bulk') };
    this.#channels.bulk.binaryType = 'arraybuffer';
    let closed = 2;
    for (const channel of Object.values(this.#channels)) {
      channel.addEventListener('open', () => {
        closed -= 1;
        if (closed > 0) return;
        opened();
        for (const say of this.#unsaid.splice(0)) say();
      });
    }
    this.#channels.control.addEventListener('message', ({ data }) => word(String(data)));
    this.#channels.bulk.addEventListener('message', ({ data }) => frame(data as ArrayBuffer));
    this.#peer.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null || candidate.candidate === '') return;
      const { sdpMid, sdpMLineIndex } = candidate;
      tell({
        type: 'candidate',
        candidate: candidate.candidate,
        ...(sdpMid !== null && { sdpMid }),
        ...(sdpMLineIndex !== null && { sdpMLineIndex }),
      });
    });
  }

  async call(): Promise<void> {
    this.#peer.createDataChannel('as simple-peer does'); // which counts as connected once it is open
    await this.#peer.setLocalDescription();
    this.#tell({ type: 'offer', sdp: this.#peer.localDescription?.sdp ?? '' });
  }

  async hear(signal: Signal): Promise<void> {
    if (signal.type === 'candidate') {
      const { type: _, ...candidate } = signal;
      if (this.#peer.remoteDescription === null) this.#candidates.push(candidate);
      else await this.#peer.addIceCandidate(candidate);
    } else if (signal.type !== 'refuse') {
      await this.#peer.setRemoteDescription(signal);
      for (const candidate of this.#candidates.splice(0)) await this.#peer.addIceCandidate(candidate);
      if (signal.type === 'answer') return;
      await this.#peer.setLocalDescription();
      this.#tell({ type: 'answer', sdp: this.#peer.localDescription?.sdp ?? '' });
    }
  }

  say(text: string): void {
    this.#whenOpen(() => this.#channels.control.send(text));
  }

  send(bytes: ArrayBuffer): void {
    this.#whenOpen(() => this.#channels.bulk.send(bytes));
  }

  /** Says `key` is its own, and proves it, as far as that is possible with `secret`. */
  introduce(key: PublicKey, secret: SecretKey, victim: PublicKey): void {
    this.say(JSON.stringify({ type: 'hello', version: TRANSFER_VERSION, key }));
    this.prove(JSON.stringify({ type: 'proof', signature: this.#proof(key, secret, victim) }));
  }

  /** Gives the victim a proof, and says what waits for that. */
  prove(text: string): void {
    this.say(text);
    this.#isProven = true;
    for (const waiting of this.#afterwards.splice(0)) this.say(waiting);
  }

  /** Says it when a proof was given: before that, nobody listens. */
  sayAfterProof(text: string): void {
    if (this.#isProven) this.say(text);
    else this.#afterwards.push(text);
  }

  close(): void {
    this.#peer.close();
  }

  #proof(key: PublicKey, secret: SecretKey, victim: PublicKey): Signature {
    const [own, other] = [this.#peer.localDescription, this.#peer.remoteDescription].map((description) =>
      fingerprintOf(description?.sdp ?? ''),
    );
    if (own === undefined || other === undefined) throw new Error('there is nothing to prove yet');
    const ends: [End, End] = [
      { key, fingerprint: own },
      { key: victim, fingerprint: other },
    ];
    return sign(secret, connectionDigest(...ends, this.between.connection));
  }

  #whenOpen(say: () => void): void {
    const { control, bulk } = this.#channels;
    if (control.readyState === 'connecting' || bulk.readyState === 'connecting') this.#unsaid.push(say);
    else if (control.readyState === 'open') say();
  }
}
