/** The kinds of events that are spoken here, and whose they are. */

/** NIP-01, NIP-10: a post on the board, and a reply to one. */
export const POST = 1;
/** NIP-09: its author takes something back; or the one for whom a letter is has it, and nobody needs to hold it any more. */
export const DELETION = 5;
/** NIP-59: signed by its author, opened only by the one for whom it is. Stands in a wrap alone. */
export const SEAL = 13;
/** NIP-17: a message, within a seal. */
export const MESSAGE = 14;
/** NIP-17: a file, within a seal. */
export const FILE_MESSAGE = 15;
/** NIP-59: a sealed letter, signed by a key that is used once. */
export const WRAP = 1059;
/** NIP-32: what an operator says of a post: `pin`, `hide`, `remove`. */
export const LABEL = 1985;
/** Ours, within a seal: the letters that it names have arrived. */
export const RECEIPT = 10_159;

/** What routers hold and phones carry. */
export const HELD_KINDS = [POST, DELETION, WRAP, LABEL] as const;
/** For everybody: what a board is made of. */
export const PUBLIC_KINDS = [POST, DELETION, LABEL] as const;
