/**
 * A hostile router: the product's own one behind a front that reads and changes what pages and router tell each other.
 * `router-agent.ts ADDRESS PORT APP_DIRECTORY`
 */
import { request as ask, createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { WebSocketServer } from 'ws';
import { createLog } from '../../src/router/machine/log.ts';
import { startRouter } from '../../src/router/server.ts';
import { Front } from './front.ts';
import { MIDDLE_PATH, type Order, type Said } from './orders.ts';

const [address = '', port = '', appDirectory = ''] = process.argv.slice(2);
const tell = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`);

const router = await startRouter({
  listeners: [{ host: '127.0.0.1', port: 0 }],
  id: 'r-o-u-t-e-r-evil',
  name: 'r1',
  version: '0.0.0',
  address,
  appDirectory,
  log: createLog('error'),
});
const inner = { host: '127.0.0.1', port: router.ports[0] ?? 0 };
const front = new Front(inner.port, address);

const server = createServer((request, response) => {
  if (request.url === MIDDLE_PATH) {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>the middle</title>');
    return;
  }
  const { method = 'GET', url = '/', headers } = request;
  const passed = ask({ ...inner, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
});
const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, connection, head) => {
  sockets.handleUpgrade(request, connection, head, (socket) => {
    if (request.url === MIDDLE_PATH) front.middle(socket);
    else front.visit(socket, request);
  });
});
server.listen(Number(port), () => tell('listening'));

createInterface(process.stdin).on('line', (line) => {
  front.turn(JSON.parse(line) as Order); // the lab that wrote it shares this type
  tell('turned');
});
process.stdin.on('end', () => process.exit());
