/** A loopback port of this machine that leads to the same loopback port in another network namespace. */
import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';

export type Tunnel = { readonly port: number; close(): void };

/** Runs in the namespace: joins its standard input and output with a connection to a port. */
const JOIN = `
  const socket = require('node:net').connect(Number(process.argv[1]), '127.0.0.1');
  process.stdin.pipe(socket);
  socket.pipe(process.stdout);
  socket.on('error', () => process.exit(1));
  socket.on('close', () => process.exit());`;

/** `prefix`: the words that make a command run in the namespace, such as `ip netns exec NAME`. */
export function openTunnel(prefix: readonly string[]): Promise<Tunnel> {
  const server = createServer((connection) => {
    const { port } = server.address() as AddressInfo;
    const [program = '', ...words] = [...prefix, process.execPath, '-e', JOIN, String(port)];
    const over = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    connection.pipe(over.stdin);
    over.stdout.pipe(connection);
    over.once('exit', () => connection.destroy());
    connection.once('close', () => over.stdin.destroy());
    for (const end of [connection, over.stdin, over.stdout]) end.on('error', () => {}); // the other end closes on its own
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve({ port: (server.address() as AddressInfo).port, close: () => server.close() });
    });
  });
}
