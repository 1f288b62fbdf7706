/**
 * The caps that hold a hostile phone back: where each stands in the sources, and which attack gets through without it.
 * Lifting one is a change of the sources' text, so the product itself has no switch that would weaken it.
 */
export type Cap = {
  readonly name: string;
  /** Relative to the top of the repository. */
  readonly file: string;
  /** What is replaced: exactly one place of the file. */
  readonly find: string | RegExp;
  readonly by: string;
  /** The attack that is held back by it. */
  readonly attack: string;
};

export const CAPS: readonly Cap[] = [];
