/** Every word of the page that explains how to trust this router, as a type: each language is one object of it (languages). */
import type { System } from './system.ts';

type SystemWords = {
  readonly name: string;
  readonly download: string;
  readonly steps: readonly string[];
  readonly remove: string;
};

export type TrustWords = {
  readonly title: string;
  readonly notNeeded: string;
  readonly gains: string;
  readonly gainList: readonly string[];
  readonly how: string;
  readonly systems: Readonly<Record<System, SystemWords>>;
  readonly removing: string;
  readonly finally: string;
  readonly open: string;
  readonly refused: string;
  readonly why: string;
  /** `{name}` is the router's name. */
  readonly whyList: readonly string[];
  readonly compare: string;
  readonly compareHelp: string;
  readonly back: string;
  /** Nothing has to be trusted here: the operator's certificate is known to every phone. */
  readonly known: string;
  /** HTTPS is off. */
  readonly off: string;
};
