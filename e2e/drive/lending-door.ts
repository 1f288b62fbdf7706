/**
 * A door before the router for browsers without WebRTC: what comes through it is the router's, and its pages borrow the
 * WebRTC of this process before their own scripts run.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { PLAIN_HOST } from './browser.ts';
import { lend } from './lender.ts';
import { sourceOf } from './page/inject.ts';
import { SCRIPT_PATH, SOCKET_PATH } from './wire/borrowed.ts';

const HEAD = '<head>';

export type LendingDoor = {
  /** The address of the app on plain HTTP. */
  readonly plainUrl: string;
  readonly close: () => Promise<void>;
};

/** `routerUrl`: of the router on plain HTTP. */
export async function openLendingDoor(routerUrl: string): Promise<LendingDoor> {
  const { hostname, port } = new URL(routerUrl);
  const to = { host: hostname, port: Number(port) };
  const script = `${await sourceOf('borrowed-rtc.ts')}\ninjected.borrow();`;
  const sockets = new WebSocketServer({ noServer: true });
  const open = new Set<Duplex>();
  const server = createServer((asked, answer) => {
    if (asked.url === SCRIPT_PATH) answer.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else pass(asked, answer, to);
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (asked.url === SOCKET_PATH) sockets.handleUpgrade(asked, socket, head, (page: WebSocket) => lend(page));
    else passSocket(asked, socket, to);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    plainUrl: `http://${PLAIN_HOST}:${(server.address() as AddressInfo).port}/`,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const without = (headers: IncomingHttpHeaders, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

type To = { readonly host: string; readonly port: number };

/** The name and port that the browser asked for stay in the headers: the router's policy for the page names them. */
function pass({ method, url, headers }: IncomingMessage, answer: ServerResponse, to: To): void {
  const asked = without(headers, 'accept-encoding', 'if-none-match');
  const passed = request({ ...to, method, path: url, headers: asked }, (got) => {
    const isPage = got.headers['content-type']?.startsWith('text/html') === true;
    if (!isPage) {
      got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers));
      return;
    }
    const pieces: Buffer[] = [];
    got.on('data', (piece: Buffer) => pieces.push(piece));
    got.on('end', () => {
      const page = Buffer.concat(pieces).toString().replace(HEAD, `${HEAD}<script src="${SCRIPT_PATH}"></script>`);
      answer.writeHead(got.statusCode ?? 502, without(got.headers, 'content-length', 'etag')).end(page);
    });
  });
  passed.on('error', () => answer.destroy());
  passed.end();
}

function passSocket({ method, url, rawHeaders }: IncomingMessage, socket: Duplex, to: To): void {
  const router = connect(to.port, to.host);
  const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
  router.write(`${[`${method} ${url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`);
  router.pipe(socket).pipe(router);
  for (const end of [router, socket]) end.on('error', () => {});
  router.on('close', () => socket.destroy());
  socket.on('close', () => router.destroy());
}
