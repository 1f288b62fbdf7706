/**
 * Messages between a page without WebRTC (`page/borrowed-rtc.ts`) and the process that lends it its own (`lender.ts`), over
 * one WebSocket. What a channel carries in bytes is a binary message: the number of the channel in 4 bytes, then the bytes.
 */

export const SOCKET_PATH = '/borrowed-rtc';
export const SCRIPT_PATH = '/borrowed-rtc.js';
export const CHANNEL_BYTES = 4;

/** What a page reads from a connection at any time. */
export type Snapshot = {
  readonly signalingState: RTCSignalingState;
  readonly iceConnectionState: RTCIceConnectionState;
  readonly iceGatheringState: RTCIceGatheringState;
  readonly connectionState: RTCPeerConnectionState;
  readonly localDescription: RTCSessionDescriptionInit | null;
  readonly remoteDescription: RTCSessionDescriptionInit | null;
  readonly maxMessageSize: number | undefined;
};

/** Asks for one thing; the answer has the same number. `connection` and `channel` are numbers of the page's choice. */
export type Order = { readonly call: number; readonly connection: number } & (
  | { readonly do: 'make'; readonly config: RTCConfiguration }
  | { readonly do: 'offer' | 'answer' | 'stats' | 'close' }
  | { readonly do: 'local' | 'remote'; readonly description: RTCSessionDescriptionInit }
  | { readonly do: 'candidate'; readonly candidate: RTCIceCandidateInit | null }
  | { readonly do: 'channel'; readonly channel: number; readonly label: string; readonly init: RTCDataChannelInit }
);
export type FromPage =
  | Order
  | { readonly channel: number; readonly text: string }
  | { readonly channel: number; readonly close: true };

export type EventName =
  | 'signalingstatechange'
  | 'iceconnectionstatechange'
  | 'icegatheringstatechange'
  | 'connectionstatechange'
  | 'icecandidate';
export type ToPage =
  | { readonly call: number; readonly value: unknown; readonly now: Snapshot }
  | { readonly call: number; readonly error: string; readonly now: Snapshot }
  | {
      readonly connection: number;
      readonly event: EventName;
      readonly now: Snapshot;
      readonly candidate?: RTCIceCandidateInit | null;
    }
  /** A channel that the other side has made. */
  | { readonly connection: number; readonly made: number; readonly label: string; readonly id: number }
  | { readonly channel: number; readonly event: 'open' | 'close' }
  | { readonly channel: number; readonly text: string }
  /** So many bytes of what the page has sent have left it for WebRTC. */
  | { readonly channel: number; readonly left: number };
