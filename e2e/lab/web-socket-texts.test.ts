/** What is read out of a connection is what the two ends of a real WebSocket said, compressed or not. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { webSocketTexts } from './web-socket-texts.ts';

/** Of any length that a frame may have; much of it repeats itself, so what was said before matters. */
const SAID = ['{"type":"hello"}', 'a'.repeat(200), 'ü'.repeat(70_000), '{"type":"hello"}', ''];

let server: WebSocketServer;
const recorded = { sent: [] as Buffer[], received: [] as Buffer[] };

beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: { threshold: 0 } });
  server.on('connection', (socket) =>
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })),
  );
  await once(server, 'listening');
});
afterAll(() => server.close());

test.each([true, false])('compressed: %s', async (perMessageDeflate) => {
  recorded.sent = [];
  recorded.received = [];
  const ear = createServer((page) => {
    const router = connect((server.address() as AddressInfo).port, '127.0.0.1');
    page.on('data', (bytes) => recorded.sent.push(bytes)).pipe(router);
    router.on('data', (bytes) => recorded.received.push(bytes)).pipe(page);
    for (const end of [page, router]) end.on('error', () => {});
  });
  ear.listen(0, '127.0.0.1');
  await once(ear, 'listening');
  const socket = new WebSocket(`ws://127.0.0.1:${(ear.address() as AddressInfo).port}`, { perMessageDeflate });
  await once(socket, 'open');
  const heard: string[] = [];
  const all = new Promise<void>((resolve) =>
    socket.on('message', (data) => {
      heard.push(String(data));
      if (heard.length === SAID.length) resolve();
    }),
  );
  for (const text of SAID) socket.send(text);
  socket.send(Buffer.from([1, 2, 3])); // no text
  await all;
  socket.terminate();
  ear.close();
  expect(webSocketTexts(Buffer.concat(recorded.sent))).toEqual(SAID);
  expect(webSocketTexts(Buffer.concat(recorded.received))).toEqual(SAID);
});

test('what is no WebSocket says nothing', () => {
  expect(webSocketTexts(Buffer.from('GET / HTTP/1.1\r\nHost: r1\r\n\r\n'))).toEqual([]);
  expect(webSocketTexts(Buffer.from('GET /signal HTTP/1.1\r\nUpgrade: websocket\r\n'))).toEqual([]);
});
