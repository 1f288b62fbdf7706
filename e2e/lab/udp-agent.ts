/**
 * Sockets on a node, which the lab commands over the IPC channel of this process. Started with `World.spawn`, since a
 * process cannot open a socket in another namespace. It echoes, sends and reports as told.
 */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';

export type Endpoint = { readonly address: string; readonly port: number };
export type Order =
  /** Opens a socket and gives it a name for later orders and reports. Port 0: any free one. */
  | { readonly do: 'open'; readonly socket: string; readonly address: string; readonly port: number }
  | { readonly do: 'send'; readonly socket: string; readonly text: string; readonly to: Endpoint };
export type Report =
  | { readonly what: 'opened'; readonly socket: string; readonly at: Endpoint }
  | { readonly what: 'received'; readonly socket: string; readonly text: string; readonly from: Endpoint };

/** The agent answers a text with this beginning with the address it came from. */
export const WHO_AM_I = 'who-am-i ';
export const YOU_ARE = 'you-are ';

const sockets = new Map<string, Socket>();

function report(message: Report): void {
  process.send?.(message);
}

function open({ socket: name, address, port }: Extract<Order, { do: 'open' }>): void {
  const socket = createSocket('udp4');
  sockets.set(name, socket);
  socket.on('message', (data: Buffer, from: RemoteInfo) => {
    const text = data.toString();
    if (text.startsWith(WHO_AM_I)) {
      const nonce = text.slice(WHO_AM_I.length);
      socket.send(`${YOU_ARE}${nonce} ${from.address} ${from.port}`, from.port, from.address);
    } else report({ what: 'received', socket: name, text, from: { address: from.address, port: from.port } });
  });
  socket.bind(port, address, () => {
    report({ what: 'opened', socket: name, at: { address, port: socket.address().port } });
  });
}

// Other files import the types of this one, and have no parent that listens.
if (process.send !== undefined && process.argv[1]?.endsWith('udp-agent.ts') === true) {
  process.on('message', (order: Order) => {
    if (order.do === 'open') open(order);
    else sockets.get(order.socket)?.send(order.text, order.to.port, order.to.address);
  });
  process.on('disconnect', () => process.exit());
}
