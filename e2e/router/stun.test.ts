/** The router's own STUN over real sockets, and the abuse that it withstands. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { encodeMessage } from '../../src/router/relay/stun/message.ts';
import { askStun } from '../../src/router/relay/stun/probe.ts';
import { type Responder, startResponder } from '../../src/router/relay/stun/responder.ts';
import { HOST } from './setting.ts';

const PATIENCE_MS = 2_000;
let responder: Responder | undefined;
afterEach(() => responder?.close());

it('tells the sender of a request its address', async () => {
  responder = await startResponder([HOST], 0);
  const seen = await askStun(HOST, responder.port, PATIENCE_MS);
  expect(seen?.address).toBe(HOST);
  expect(seen?.port).toBeGreaterThan(1023);
});

it('goes on after any other packet, and after a sender that is gone', async () => {
  responder = await startResponder([HOST], 0);
  const request = encodeMessage({ class: 'request', method: 1, transactionId: new Uint8Array(12), attributes: [] });
  const sender = createSocket('udp4');
  for (const datagram of [new Uint8Array(), new Uint8Array(1400).fill(0x21), request.subarray(0, 19), request]) {
    await new Promise((resolve) => sender.send(datagram, responder?.port ?? 0, HOST, resolve));
  }
  await new Promise<void>((resolve) => sender.close(resolve));
  expect(await askStun(HOST, responder.port, PATIENCE_MS)).toBeDefined();
});

it('answers one address only so often', async () => {
  responder = await startResponder([HOST], 0);
  const request = encodeMessage({ class: 'request', method: 1, transactionId: new Uint8Array(12), attributes: [] });
  const sender = createSocket('udp4');
  let answers = 0;
  sender.on('message', () => {
    answers += 1;
  });
  const other = createSocket('udp4').bind({ address: '127.0.0.2' });
  await once(other, 'listening');
  for (let round = 0; round < 20; round += 1) {
    for (let sent = 0; sent < 50; sent += 1) sender.send(request, responder.port, HOST);
    // Another address need not wait. Its answer comes after those to the first one.
    other.send(request, responder.port, HOST);
    await once(other, 'message');
  }
  expect(answers).toBeGreaterThanOrEqual(100);
  expect(answers).toBeLessThan(500);
  sender.close();
  other.close();
});

it('does not share its port', async () => {
  responder = await startResponder([HOST], 0);
  await expect(startResponder([HOST], responder.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
