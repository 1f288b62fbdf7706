/** A browser's WebSocket, as the line takes it. */
import type { Socket } from './line.ts';

export function webSocket(url: string): Socket {
  const own = new WebSocket(url);
  const socket: Socket = {
    get bufferedAmount() {
      return own.bufferedAmount;
    },
    send: (text) => own.send(text),
    close: () => own.close(),
    onclose: null,
    onmessage: null,
  };
  own.onclose = () => socket.onclose?.();
  own.onmessage = ({ data }: MessageEvent<unknown>) => socket.onmessage?.({ data });
  return socket;
}
