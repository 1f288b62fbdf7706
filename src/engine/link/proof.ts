/** What the two ends of one connection prove to each other, and how far they have come (`protocol/connection-proof.ts`). */
import { connectionDigest } from '../../protocol/connection-proof.ts';
import type { Fingerprints } from '../../protocol/fingerprint.ts';
import { idOf, isSignedBy, type PublicKey, publicKeyOf, type SecretKey, sign } from '../../protocol/keys.ts';
import type { ControlMessage } from '../../protocol/peer.ts';
import type { ConnectionId, DeviceId } from '../../protocol/signaling.ts';
import type { Groups } from './groups.ts';

type Ends = {
  readonly peer: DeviceId;
  /** The key of `peer`, where this device's owner has made sure of it. */
  readonly knownKey: PublicKey | undefined;
  readonly connection: ConnectionId;
  readonly secret: SecretKey;
  readonly groups: Groups;
};
type Given = Extract<ControlMessage, { readonly type: 'proof' }>;

export class Proof {
  readonly key: PublicKey;
  readonly #ends: Ends;
  #fingerprints: Fingerprints | undefined;
  #other: PublicKey | undefined;

  constructor(ends: Ends) {
    this.#ends = ends;
    this.key = publicKeyOf(ends.secret);
  }

  /** The certificates of the connection, as this browser sees them. */
  between(fingerprints: Fingerprints): void {
    this.#fingerprints = fingerprints;
  }

  /** True when the device that is meant has `key`: the other side must prove to have its secret. */
  isOf(key: PublicKey): boolean {
    const { peer, knownKey = key } = this.#ends;
    if (idOf(key) !== peer) return false;
    // An id is 96 bits of a key: enough against strangers, but of a known person the rest is known as well.
    if (key !== knownKey || key === this.key) return false;
    this.#other = key;
    return true;
  }

  /** Both keys. Call it after `isOf`. */
  get keys(): { readonly own: PublicKey; readonly other: PublicKey } {
    if (!this.#other) throw new Error('the other key is not known yet');
    return { own: this.key, other: this.#other };
  }

  /** This side's proof. Call it after `between` and `isOf`. */
  give(): Given {
    const { secret, connection, groups } = this.#ends;
    const [own, other] = this.#both();
    const digest = connectionDigest(own, other, connection);
    return { type: 'proof', signature: sign(secret, digest), groups: groups.shown(digest) };
  }

  /** True when the other side has proved its key. What it shows of groups counts only then. */
  holds({ signature, groups = [] }: Given): boolean {
    const [own, other] = this.#both();
    const digest = connectionDigest(other, own, this.#ends.connection);
    if (!isSignedBy(other.key, digest, signature)) return false;
    this.#ends.groups.met(this.#ends.peer, digest, groups);
    return true;
  }

  #both() {
    if (!this.#fingerprints || !this.#other) throw new Error('there is nothing to prove yet');
    const { own, other } = this.#fingerprints;
    return [
      { key: this.key, fingerprint: own },
      { key: this.#other, fingerprint: other },
    ] as const;
  }
}
