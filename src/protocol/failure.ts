/** Why a transfer did not end well: one closed union, on the wire and on the screen. Each language has one sentence for each. */
export const FAILURES = [
  /** No connection to the other device came about. */
  'unreachable',
  /** This browser found no way by which anybody could reach it: a VPN, a filter, a policy. */
  'blocked-here',
  /** The other device says the same about its own browser. */
  'blocked-there',
  /** Both devices have network paths, but nothing gets through between them. */
  'no-path',
  /** The other device left the network or closed the page. */
  'peer-left',
  /** The connection broke while bytes were under way. */
  'connection-lost',
  /** The other browser has no WebRTC, or it is switched off. */
  'no-webrtc',
  /** The other device has too many calls, offers or manifests waiting for an answer. */
  'busy',
  /** This browser refuses to make more connections. */
  'no-more-connections',
  /** What answers in place of the other device cannot prove its key: somebody is between the two, or plays it. */
  'unproven',
  /** The other device has connected, and has sent no proof. */
  'no-proof',
  /** The two routers have the same address on the network between them, so packets find no way. */
  'same-address',
  /** The addresses of the two routers are in different networks, and no route leads from one to the other. */
  'other-network',
  /** The two pages speak different versions of the transfer protocol. */
  'version-mismatch',
  /** The other side sent something the protocol does not allow. */
  'protocol-violation',
  /** A file changed on the sender's device after it was chosen. */
  'source-changed',
  /** A file on the sender's device can no longer be read: moved, deleted, or not permitted. */
  'source-unreadable',
  /** The receiver's storage is full. */
  'storage-full',
  /** The receiver's storage failed for another reason. */
  'storage-failed',
  /** The receiver's browser keeps nothing for this site, and the files are too large to pass through its memory. */
  'storage-refused',
  /** Stored bytes and sent bytes differ. */
  'digest-mismatch',
  /** One of the two pages cannot compute digests: the code for it could not be loaded. */
  'hash-failed',
  /** An unexpected error in one of the two pages: a bug in this app. */
  'page-failed',
] as const;

export type Failure = (typeof FAILURES)[number];

/** Failures that are not the fault of the files: what is stored stays good, and the transfer continues later. */
export const INTERRUPTIONS = [
  'connection-lost',
  'peer-left',
  'storage-full',
  'storage-failed',
  'unreachable',
  'blocked-here',
  'blocked-there',
  'no-path',
  'hash-failed',
  'page-failed',
  'source-unreadable',
  'unproven',
  'no-proof',
] as const satisfies Failure[];
export type Interruption = (typeof INTERRUPTIONS)[number];

/** Failures after which a person must be told who is not there, even where no transfer shows it. */
export const PROOF_FAILURES = ['unproven', 'no-proof'] as const satisfies Failure[];
export type ProofFailure = (typeof PROOF_FAILURES)[number];

export function isProofFailure(failure: string): failure is ProofFailure {
  return PROOF_FAILURES.some((known) => known === failure);
}

export function isInterruption(failure: Failure): failure is Interruption {
  return INTERRUPTIONS.some((interruption) => interruption === failure);
}
