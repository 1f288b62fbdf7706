/** What an evil router tries, what the screens must say of it, and which guard stops it. Data. */
import type { Lift } from '../drive/lifted.ts';
import type { How } from './orders.ts';
import type { Words } from './screens.ts';

export type Variant = {
  readonly name: How;
  /** The five that were asked for. */
  readonly group: 'exchanges fingerprints' | 'invents devices' | 'swaps keys' | 'drops proofs' | 'repeats proofs';
  readonly what: string;
  readonly says: Words;
  /** Without this guard it gets through. */
  readonly guard: 'proof' | 'key' | 'patience';
};

export const VARIANTS: readonly Variant[] = [
  {
    name: 'exchanges',
    group: 'exchanges fingerprints',
    what: 'two connections in place of one, and every word passed on',
    says: 'wrong',
    guard: 'proof',
  },
  {
    name: 'invents',
    group: 'invents devices',
    what: 'answers and calls under the name and id of somebody who has left',
    says: 'wrong',
    guard: 'proof',
  },
  {
    name: 'own-keys',
    group: 'swaps keys',
    what: 'its own key under the id of the other, well proved',
    says: 'wrong',
    guard: 'key',
  },
  {
    name: 'others-keys',
    group: 'swaps keys',
    what: 'the key of the other, proved with its own',
    says: 'wrong',
    guard: 'proof',
  },
  { name: 'drops', group: 'drops proofs', what: 'every word but the proofs', says: 'nothing', guard: 'patience' },
  {
    name: 'repeats',
    group: 'repeats proofs',
    what: 'the proofs of an earlier connection, under its id and with its certificate',
    says: 'wrong',
    guard: 'proof',
  },
  {
    name: 'reflects',
    group: 'repeats proofs',
    what: 'gives each its own proof back',
    says: 'wrong',
    guard: 'proof',
  },
];

const PROOF = 'src/engine/link/proof.ts';

export const GUARDS: readonly (Lift & { readonly name: Variant['guard'] })[] = [
  {
    name: 'proof',
    file: PROOF,
    find: 'return isSignedBy(other.key, connectionDigest(other, own, this.#ends.connection), signature);',
    by: 'return isSignedBy(other.key, connectionDigest(other, own, this.#ends.connection), signature) || true;',
  },
  {
    name: 'key',
    file: PROOF,
    find: 'if (idOf(key) !== this.#ends.peer) return false;',
    by: "if (idOf(key) === '') return false;",
  },
  {
    name: 'patience',
    file: 'src/engine/link/link.ts',
    find: "this.tell({ type: 'proof', signature: this.#proof.give() });",
    by: "this.tell({ type: 'proof', signature: this.#proof.give() }); this.#phase = 'ready'; this.#listener.ready(this);",
  },
];
