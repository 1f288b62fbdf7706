/** Every limit that both ends of a wire must agree on, in one place. Limits only the router knows are in `router/limits/limits.ts`. */

/**
 * Version of the browser-router protocol. Raised when an old app could misunderstand a new router or the reverse.
 * 2: a device signs what its router asks, in place of telling it a secret.
 */
export const SIGNALING_VERSION = 2;
/**
 * Version of the peer-to-peer protocol (control messages and bulk frames). Raised when two apps of different age could
 * misunderstand each other: a service worker keeps old ones alive.
 * 2: frames are numbered, and may come over lanes.
 * 3: a receiver tells how far an offer has come with its person, and both keep to the certificate of the moment of
 * consent.
 * 4: small files travel several in a frame.
 * 5: both sides prove their keys before anything else is said.
 */
export const TRANSFER_VERSION = 5;

/** Longest JSON frame on the signaling socket, in bytes. An SDP with a dozen candidates is under 4 kB. */
export const MAX_SIGNALING_FRAME_BYTES = 16 * 1024;
/** A snapshot names every device in reach, so frames from the router may be larger (about 70 B a device). */
export const MAX_SNAPSHOT_BYTES = 4 * 1024 * 1024;
/** Longest name of a person's device or of a router, in UTF-16 code units after trimming. */
export const MAX_NAME_LENGTH = 40;
/** Longest SDP accepted from another browser, in UTF-16 code units. */
export const MAX_SDP_LENGTH = 12 * 1024;
/** Longest ICE candidate line, in UTF-16 code units. */
export const MAX_CANDIDATE_LENGTH = 1024;

/** Silence after which the router asks a client for a sign of life, in milliseconds. Slow, to spare batteries. */
export const HEARTBEAT_MS = 20_000;
/** How long a device without a socket stays listed (as away), in milliseconds: long enough for a phone's file picker. */
export const GRACE_MS = 30_000;
/** At most one presence frame goes to a client in this time, in milliseconds. */
export const DELTA_INTERVAL_MS = 200;

/** Longest control message between two peers, in bytes. Below the smallest maximum message size in use (64 KiB). */
export const MAX_CONTROL_BYTES = 48 * 1024;
/** Target size of one piece of a manifest, in bytes of JSON. */
export const MANIFEST_PIECE_BYTES = 16 * 1024;
/** Most files in one transfer. */
export const MAX_FILES = 100_000;
/**
 * Most code units in all paths of one transfer: enough for a hundred thousand long names, and it fits in a phone's
 * memory.
 */
export const MAX_PATHS_LENGTH = 16 * 1024 * 1024;
/** Farthest from 1970 that a file's date may be, in milliseconds: ECMAScript dates end there. */
export const MAX_DATE_MS = 8_640_000_000_000_000;
/** Longest line that a sender may write to its files, in UTF-16 code units: two sentences, which fit on a phone beside them. */
export const MAX_NOTE_LENGTH = 200;
/** Most small pictures of one offer: three rows of four, all that a phone shows beside the answers. */
export const MAX_PICTURES = 12;
/**
 * Longest of them, in bytes of JPEG: what 200 pixels need to be recognised. All of an offer are 72 KiB, a second on a path
 * that is slow.
 */
export const MAX_PICTURE_BYTES = 6 * 1024;
/** Longer side of such a picture, in pixels: two thirds of a phone's width when it is looked at, and a tile on any screen. */
export const MAX_PICTURE_SIDE = 200;
/** Longest path of a file within its transfer, in UTF-16 code units (PATH_MAX on Linux). */
export const MAX_PATH_LENGTH = 4096;

/**
 * Size of a block in bytes: the unit that is hashed, stored, acknowledged and, after an interruption, not sent again.
 * The last block of a file is shorter. Browsers keep and reuse buffers of this size; twice as large, each hash gets a new
 * one from the system, which takes as long as the hash itself (docs/speed.md).
 */
export const BLOCK_BYTES = 512 * 1024;
/**
 * Most bytes a sender runs ahead of what the receiver reports as stored. Bounds the memory of both ends, and what an
 * interruption costs. 4 MiB fill a path of 50 ms round-trip time at 80 MB/s, more than browsers move.
 */
export const WINDOW_BYTES = 8 * BLOCK_BYTES;

/**
 * Most payload bytes of a bundle of small files: with its header it fits in the smallest maximum message size in use
 * (64 KiB).
 */
export const MAX_BUNDLE_BYTES = 60 * 1024;
/** Most files of one bundle. Empty ones add no bytes to it. */
export const MAX_BUNDLE_FILES = 1024;

/**
 * Stream ids of the two negotiated data channels of a connection, the same on both sides. Far from the ids that
 * browsers hand out themselves (0, 1, ...), and below 256, the number of streams that every browser offers.
 */
export const CHANNEL_IDS = { control: 100, bulk: 101 } as const;
/** Most further connections that each side may add to one, as lanes for bulk frames. */
export const MAX_LANES = 3;

/**
 * Longest text of a message or a post, in bytes of UTF-8: twenty pages. Sealed twice, as letters are, it still fits in what NIP-44
 * encrypts at once.
 */
export const MAX_TEXT_BYTES = 32 * 1024;
/** Longest opened letter, in bytes of JSON: padded (NIP-44) and sealed, it fits in the wrap around it. */
export const MAX_RUMOR_BYTES = 40 * 1024;
/** Longest signed event, in bytes of JSON: the wrap around the longest letter has 77 kB. */
export const MAX_EVENT_BYTES = 80 * 1024;
/** Most tags of an event, and most texts of a tag: twelve attachments with everything that is said of them need half of it. */
export const MAX_TAGS = 64;
export const MAX_TAG_ITEMS = 16;
/** Longest tags by which an event is found, all together, in bytes of JSON: a deletion that names as much as it may has 5 kB. */
export const MAX_FOUND_BY_BYTES = 8 * 1024;
/** Most files of one post or letter. */
export const MAX_ATTACHMENTS = 12;
/**
 * Largest file that a router holds unless its operator says otherwise, in bytes: six photos as a phone takes them, or a minute of
 * film. It goes through every router's flash memory on its way; what is larger waits until both are there.
 */
export const MAX_BLOB_BYTES = 25 * 1024 * 1024;
/** Longest frame on the socket of words, in bytes: an event, or a step of reconciliation that names a thousand of them. */
export const MAX_WORDS_FRAME_BYTES = 128 * 1024;
