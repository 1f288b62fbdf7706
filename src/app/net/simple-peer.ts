/**
 * The only file that knows simple-peer. It sets up a connection and keeps negotiated channels beside simple-peer's own,
 * which stays unused: its stream splits messages, and each further in-band channel would replace it on the answering
 * side.
 */
import SimplePeer from 'simple-peer';
import { fingerprintOf } from '../../protocol/fingerprint.ts';
import { CHANNEL_IDS } from '../../protocol/limits.ts';
import type { Signal } from '../../protocol/signaling.ts';
import type { LaneListener, PeerOptions } from './peer.ts';

/** Starts any kind of connection; its channels are returned by name. */
export function start<Label extends keyof typeof CHANNEL_IDS>(
  options: PeerOptions,
  listener: Pick<LaneListener, 'signal' | 'lost'>,
  labels: readonly Label[],
) {
  const peer = make(options);
  if (!peer) return undefined;
  let isOver = false;
  const lost = () => {
    if (isOver) return;
    isOver = true;
    listener.lost();
  };
  const candidates: string[] = [];
  peer.on('signal', (data) => {
    const signal = toSignal(data);
    if (signal?.type === 'candidate') candidates.push(signal.candidate);
    if (signal) listener.signal(signal);
  });
  peer.on('close', lost);
  // A browser's refusal is an 'error' event, which simple-peer emits later and which would throw without a listener.
  peer.on('error', lost);
  const close = () => {
    isOver = true;
    peer.destroy();
  };
  const connection = connectionOf(peer);
  const channels = connection && open(connection, labels);
  if (!connection || !channels) {
    close();
    return undefined;
  }
  const take = listening(peer);
  return {
    peer,
    connection,
    channels,
    candidates,
    signal: (signal: Signal) => {
      if (!isOver) take(signal);
    },
    close,
  };
}

/** Handles signals of the other side, and ends `peer` when one is nonsense or does not say who is there. */
function listening(peer: SimplePeer.Instance): (signal: Signal) => void {
  let isDescribed = false;
  return (signal) => {
    if (signal.type === 'refuse') return;
    if (signal.type !== 'candidate') {
      // A later description may name somebody else: a browser would begin DTLS anew with them, under the open channels.
      if (isDescribed) return;
      isDescribed = true;
      if (fingerprintOf(signal.sdp) === undefined) {
        peer.destroy();
        return;
      }
    }
    try {
      peer.signal(fromSignal(signal));
    } catch {
      peer.destroy();
    }
  };
}

function make({ initiator, iceServers }: PeerOptions): SimplePeer.Instance | undefined {
  try {
    return new SimplePeer({
      initiator,
      trickle: true,
      objectMode: true,
      config: { iceServers: [...iceServers] }, // always set: simple-peer's default names public servers
    });
  } catch {
    return undefined; // simple-peer makes its own channel in its constructor, and a browser may refuse that too
  }
}

/** The negotiated channels, or `undefined` when the browser gives no more. */
function open<Label extends keyof typeof CHANNEL_IDS>(
  connection: RTCPeerConnection,
  labels: readonly Label[],
): Record<Label, RTCDataChannel> | undefined {
  try {
    const channels = labels.map((label) => [
      label,
      connection.createDataChannel(label, { negotiated: true, id: CHANNEL_IDS[label] }),
    ]);
    return Object.fromEntries(channels) as Record<Label, RTCDataChannel>;
  } catch {
    return undefined;
  }
}

/**
 * simple-peer keeps its RTCPeerConnection in a field that its types do not mention. `undefined`: the browser refused to
 * make one, and simple-peer has ended itself.
 */
function connectionOf(peer: SimplePeer.Instance): RTCPeerConnection | undefined {
  const inner: unknown = Reflect.get(peer, '_pc');
  if (inner === undefined && Reflect.get(peer, 'destroying') === true) return undefined;
  if (!(inner instanceof RTCPeerConnection)) throw new TypeError('simple-peer no longer keeps its connection in _pc');
  return inner;
}

/** simple-peer's message to the other side, if data channels need it. */
function toSignal(data: SimplePeer.SignalData): Signal | undefined {
  switch (data.type) {
    case 'offer':
    case 'answer':
      return { type: data.type, sdp: data.sdp ?? '' };
    case 'candidate': {
      const { candidate, sdpMid, sdpMLineIndex } = data.candidate;
      return {
        type: 'candidate',
        candidate: candidate ?? '',
        ...(typeof sdpMid === 'string' && { sdpMid }),
        ...(typeof sdpMLineIndex === 'number' && { sdpMLineIndex }),
      };
    }
    default:
      return undefined;
  }
}

function fromSignal(signal: Exclude<Signal, { readonly type: 'refuse' }>): SimplePeer.SignalData {
  if (signal.type !== 'candidate') return { type: signal.type, sdp: signal.sdp };
  const { type, ...candidate } = signal;
  return { type, candidate: candidate as RTCIceCandidate }; // simple-peer passes it to `new RTCIceCandidate`, which takes an init
}
