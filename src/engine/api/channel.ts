/**
 * Port to one data channel, in this worker or on the page. The engine sees text and binary messages, how much waits to
 * be sent, and when there is room again.
 */
import type { ChannelEnd } from './api.ts';
import { BRIDGE_CLOSE, parseBridgeReport } from './bridge-messages.ts';

/** Events of a channel for its owner. `drained` comes when `bufferedAmount` has fallen to the low watermark. */
export type ChannelListener = {
  opened(): void;
  text(data: string): void;
  binary(data: ArrayBuffer): void;
  drained(): void;
  closed(): void;
};

export type Channel = {
  /** Bytes handed over by `send` that have not left this device. */
  readonly bufferedAmount: number;
  /** Sends one message. On a closed channel it does nothing: the listener hears `closed`. */
  send(data: string | Uint8Array<ArrayBuffer>): void;
  /** Sets the only listener. A channel that is already open reports so at once. */
  listen(listener: ChannelListener): void;
  close(): void;
};

/**
 * The sender continues when this many bytes are left to send: as much as one association moves in three round trips.
 */
export const LOW_WATER_BYTES = 256 * 1024;
/** The same for the control channel: a new message waits for at most `CONTROL_HIGH_WATER_BYTES` of older ones. */
export const CONTROL_LOW_WATER_BYTES = 64 * 1024;
export const CONTROL_HIGH_WATER_BYTES = 256 * 1024;
/** The sender pauses above this. Chromium closes a channel whose queue passes 16 MiB; Firefox has no limit but memory. */
export const HIGH_WATER_BYTES = 4 * 1024 * 1024;

function receive(listener: ChannelListener, data: unknown): void {
  if (typeof data === 'string') listener.text(data);
  else if (data instanceof ArrayBuffer) listener.binary(data);
}

/** A channel that was transferred to this worker. */
function ownChannel(channel: RTCDataChannel, lowWaterBytes: number): Channel {
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = lowWaterBytes;
  return {
    get bufferedAmount() {
      return channel.bufferedAmount;
    },
    send(data) {
      if (channel.readyState !== 'open') return;
      if (typeof data === 'string') channel.send(data);
      else channel.send(data);
    },
    listen(listener) {
      channel.onmessage = ({ data }) => receive(listener, data);
      channel.onbufferedamountlow = () => listener.drained();
      channel.onclose = () => listener.closed();
      if (channel.readyState === 'open') listener.opened();
      else channel.onopen = () => listener.opened();
    },
    close() {
      channel.close();
    },
  };
}

const utf8 = new TextEncoder();

/** A channel that stays on the page because the browser cannot transfer it. */
function bridgedChannel(port: MessagePort, lowWaterBytes: number): Channel {
  let handed = 0;
  let left = 0;
  return {
    get bufferedAmount() {
      return handed - left;
    },
    send(data) {
      if (typeof data === 'string') {
        handed += utf8.encode(data).length; // counted as on the page's end
        port.postMessage(data);
        return;
      }
      const copy = data.slice().buffer; // `data` may be a view of a larger buffer, which must not be detached
      handed += copy.byteLength;
      port.postMessage(copy, [copy]);
    },
    listen(listener) {
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        const report = parseBridgeReport(data);
        if (typeof report === 'string') listener.text(report);
        else if (report instanceof ArrayBuffer) listener.binary(report);
        else if (report.bridge === 'opened') listener.opened();
        else if (report.bridge === 'closed') listener.closed();
        else {
          const wasAbove = handed - left > lowWaterBytes;
          left = report.left;
          if (wasAbove && handed - left <= lowWaterBytes) listener.drained();
        }
      };
    },
    close() {
      port.postMessage(BRIDGE_CLOSE);
      port.close();
    },
  };
}

/** `lowWaterBytes`: when `drained` comes. */
export function openChannel(end: ChannelEnd, lowWaterBytes: number): Channel {
  return end instanceof MessagePort ? bridgedChannel(end, lowWaterBytes) : ownChannel(end, lowWaterBytes);
}
