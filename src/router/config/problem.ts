/** A mistake in the operator's input, in one line that states the right form. */
export class Problem extends Error {}
