/** Why a transfer did not end well: one closed union, on the wire and on the screen. Each language has one sentence for each. */
export const FAILURES = [
  /** No connection to the other device came about. */
  'unreachable',
  /** This browser found no way by which anybody could reach it: a VPN, a filter, a policy. */
  'blocked-here',
  /** The other device says that of its own. */
  'blocked-there',
  /** Both take part, and nothing gets through between them. */
  'no-path',
  /** The other device left the network or closed the page. */
  'peer-left',
  /** The connection broke while bytes were under way. */
  'connection-lost',
  /** The other browser has no WebRTC, or it is switched off. */
  'no-webrtc',
  /** The other device has too many requests open: of calls, of offers, or of what they take up there before an answer. */
  'busy',
  /** This browser makes no more connections. */
  'no-more-connections',
  /** Whoever answers in the place of the other device has another certificate than the one this began with. */
  'other-device',
  /** The other device says that of this one. */
  'not-recognised',
  /** The routers of the two devices have the same address between them, so that nothing finds its way. */
  'same-address',
  /** The routers of the two devices have addresses of different networks, and no way leads from one to the other. */
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
  /** One of the two pages met with what nobody foresaw: a fault of ours. */
  'page-failed',
] as const;

export type Failure = (typeof FAILURES)[number];

/** Failures for which the files are not to blame: what is stored stays good, and the transfer goes on later. */
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
  'other-device',
  'not-recognised',
] as const satisfies Failure[];
export type Interruption = (typeof INTERRUPTIONS)[number];

export function isInterruption(failure: Failure): failure is Interruption {
  return INTERRUPTIONS.some((interruption) => interruption === failure);
}
