/**
 * The groups of this device, and who has shown on a link to be in them as well (`protocol/group-proof.ts`). What a router
 * says of groups counts for nothing here.
 */

import { toBase64url } from '../../protocol/base64url.ts';
import { type GroupProof, groupProofOf, PROOF_BYTES } from '../../protocol/group-proof.ts';
import { MAX_GROUPS } from '../../protocol/groups.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { GroupsMessage } from '../api/api.ts';

export class Groups {
  readonly #random: (bytes: number) => Uint8Array;
  #own: GroupsMessage['own'] = [];
  #onlyGroups = false;
  readonly #shared = new Map<DeviceId, readonly PublicKey[]>();

  /** `random`: so many random bytes. */
  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
  }

  told({ own, onlyGroups }: GroupsMessage): void {
    this.#own = own;
    this.#onlyGroups = onlyGroups;
  }

  /**
   * What this device shows to the other end of a link, where `digest` is its own. Always as many as there can be, in the
   * order of chance: who shares no group does not even learn how many there are.
   */
  shown(digest: Uint8Array): readonly GroupProof[] {
    const proofs = this.#own.map(({ secret }) => groupProofOf(secret, digest));
    while (proofs.length < MAX_GROUPS) proofs.push(toBase64url(this.#random(PROOF_BYTES)) as GroupProof);
    return proofs.sort();
  }

  /** The device `peer` has shown `proofs`; `digest` is that of the other end. */
  met(peer: DeviceId, digest: Uint8Array, proofs: readonly GroupProof[]): void {
    const shared = this.#own.filter(({ secret }) => proofs.includes(groupProofOf(secret, digest)));
    if (shared.length > 0)
      this.#shared.set(
        peer,
        shared.map(({ group }) => group),
      );
    else this.#shared.delete(peer);
  }

  /** The groups of this device that `peer` was in when it was met last. */
  sharedWith(peer: DeviceId): readonly PublicKey[] {
    return this.#shared.get(peer)?.filter((one) => this.#own.some(({ group }) => group === one)) ?? [];
  }

  /** True when `peer` has shown to be in a group of this device. */
  isMember(peer: DeviceId): boolean {
    return this.sharedWith(peer).length > 0;
  }

  /** False while this device is there for its groups alone, and `peer` is in none of them. */
  letsIn(peer: DeviceId): boolean {
    return !this.#onlyGroups || this.isMember(peer);
  }
}
