/** The page's end of a data channel that the browser cannot transfer to a worker (before Chrome 130, Firefox 144). */
import type { BridgeEvent } from '../worker/channel.ts';

/** Reported at the latest when the queue has shrunk to this, in bytes; the engine's own watermark is no lower. */
const LOW_WATER_BYTES = 256 * 1024;

/** Connects `channel` to a port that the engine can hold instead of it. */
export function bridge(channel: RTCDataChannel): MessagePort {
  const { port1: here, port2: there } = new MessageChannel();
  let handed = 0;
  const report = (event: BridgeEvent) => here.postMessage(event);
  const reportLeft = () => report({ bridge: 'left', left: handed - channel.bufferedAmount });
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = LOW_WATER_BYTES;
  channel.onopen = () => report({ bridge: 'opened' });
  channel.onclose = () => report({ bridge: 'closed' });
  channel.onbufferedamountlow = reportLeft;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof ArrayBuffer) here.postMessage(data, [data]);
    else here.postMessage(data);
  };
  here.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (channel.readyState !== 'open') return;
    if (typeof data === 'string') channel.send(data);
    else if (data instanceof ArrayBuffer) {
      channel.send(data);
      handed += data.byteLength;
      reportLeft();
    } else channel.close();
  };
  return there;
}
