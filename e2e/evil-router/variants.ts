/** What an evil router tries, what the screens must say of it, and which guard stops it. Data. */
import type { ProofFailure } from '../../src/protocol/failure.ts';
import type { Lift } from '../drive/lifted.ts';
import type { How } from './orders.ts';

export type Variant = {
  readonly name: string;
  readonly how: How;
  /** The five that were asked for. */
  readonly group: 'exchanges fingerprints' | 'invents devices' | 'swaps keys' | 'drops proofs' | 'repeats proofs';
  readonly what: string;
  /** What both screens must say. */
  readonly says: ProofFailure;
  /** Without this guard it gets through. */
  readonly guard: 'proof' | 'key' | 'patience';
};

/** A file is under way when the router turns hostile. */
export const UNDER_WAY = 'under-way';

export const VARIANTS: readonly Variant[] = [
  {
    name: 'exchanges',
    how: 'exchanges',
    group: 'exchanges fingerprints',
    what: 'two connections in place of one, and every word passed on',
    says: 'unproven',
    guard: 'proof',
  },
  {
    name: UNDER_WAY,
    how: 'exchanges',
    group: 'exchanges fingerprints',
    what: 'the same, to go on with a file that began while the router was honest',
    says: 'unproven',
    guard: 'proof',
  },
  {
    name: 'invents',
    how: 'invents',
    group: 'invents devices',
    what: 'answers and calls under the name and id of somebody who has left',
    says: 'unproven',
    guard: 'proof',
  },
  {
    name: 'own-keys',
    how: 'own-keys',
    group: 'swaps keys',
    what: 'its own key under the id of the other, well proved',
    says: 'unproven',
    guard: 'key',
  },
  {
    name: 'others-keys',
    how: 'others-keys',
    group: 'swaps keys',
    what: 'the key of the other, proved with its own',
    says: 'unproven',
    guard: 'proof',
  },
  {
    name: 'drops',
    how: 'drops',
    group: 'drops proofs',
    what: 'every word but the proofs',
    says: 'no-proof',
    guard: 'patience',
  },
  {
    name: 'repeats',
    how: 'repeats',
    group: 'repeats proofs',
    what: 'the proofs of an earlier connection, under its id and with its certificate',
    says: 'unproven',
    guard: 'proof',
  },
  {
    name: 'reflects',
    how: 'reflects',
    group: 'repeats proofs',
    what: 'gives each its own proof back',
    says: 'unproven',
    guard: 'proof',
  },
];

const PROOF = 'src/engine/link/proof.ts';

export const GUARDS: readonly (Lift & { readonly name: Variant['guard'] })[] = [
  {
    name: 'proof',
    file: PROOF,
    find: 'if (!isSignedBy(other.key, digest, signature)) return false;',
    by: 'isSignedBy(other.key, digest, signature);',
  },
  {
    name: 'key',
    file: PROOF,
    find: 'if (idOf(key) !== peer) return false;',
    by: "if (idOf(key) === '') return false;",
  },
  {
    name: 'patience',
    file: 'src/engine/link/link.ts',
    find: 'this.tell(this.#proof.give());',
    by: "this.tell(this.#proof.give()); this.#phase = 'ready'; this.#listener.ready(this);",
  },
];
