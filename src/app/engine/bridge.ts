/** The page's end of a data channel that the browser cannot transfer to a worker (before Chrome 130, Firefox 144). */
import { type BridgeReport, parseBridgeOrder } from '../../engine/api/bridge-messages.ts';

const utf8 = new TextEncoder();
/** How often progress is reported while bytes wait, in milliseconds: the engine takes it as a sign of life. */
const REPORT_MS = 1_000;

/**
 * Connects `channel` to a port that the engine can hold in its place. `lowWaterBytes`: progress is reported at the
 * latest when the queue has shrunk to this.
 */
export function bridge(channel: RTCDataChannel, lowWaterBytes: number): MessagePort {
  const { port1: here, port2: there } = new MessageChannel();
  let handed = 0;
  const report = (event: BridgeReport) => here.postMessage(event);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reportLeft = () => {
    report({ bridge: 'left', left: handed - channel.bufferedAmount });
    clearTimeout(timer);
    if (channel.bufferedAmount > 0 && channel.readyState === 'open') timer = setTimeout(reportLeft, REPORT_MS);
  };
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = lowWaterBytes;
  channel.onopen = () => report({ bridge: 'opened' });
  channel.onclose = () => report({ bridge: 'closed' });
  channel.onbufferedamountlow = reportLeft;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof ArrayBuffer) here.postMessage(data, [data]);
    else here.postMessage(data);
  };
  here.onmessage = ({ data }: MessageEvent<unknown>) => {
    const order = parseBridgeOrder(data);
    if (channel.readyState !== 'open') return;
    if (typeof order === 'string') {
      channel.send(order);
      handed += utf8.encode(order).length; // counted as on the worker's end
    } else if (order instanceof ArrayBuffer) {
      channel.send(order);
      handed += order.byteLength;
    } else {
      channel.close();
      return;
    }
    reportLeft();
  };
  return there;
}
