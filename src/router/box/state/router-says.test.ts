/** What is read of a router's status, whatever answers there. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askRouter, routersIn } from './router-says.ts';

test('the routers that it lists', () => {
  const routers = [{ id: 'a', name: 'A', backhaul: '10.107.0.1/16' }, { id: 'b', name: 'B' }, { name: 'C' }, null, 5];
  expect(routersIn({ mesh: { routers } })).toEqual([
    { id: 'a', name: 'A', backhaul: '10.107.0.1/16' },
    { id: 'b', name: 'B' },
  ]);
  for (const other of [undefined, null, {}, { mesh: null }, { mesh: { routers: {} } }, 'x'])
    expect(routersIn(other)).toEqual([]);
});

test('an answer, one that is none, and nobody', async () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/healthz' ? 503 : 200;
    response.end(request.url === '/healthz' ? '{"reason":"x"}' : '<html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await askRouter({ host: '0.0.0.0', port }, '/healthz')).toEqual({ status: 503, json: { reason: 'x' } });
  expect(await askRouter({ host: '0.0.0.0', port }, '/')).toBeUndefined();
  await new Promise((resolve) => server.close(resolve));
  expect(await askRouter({ host: '0.0.0.0', port }, '/healthz')).toBeUndefined();
});
