/** DNS rebinding: a stranger's name that leads here gets nothing of ours, whatever it claims. Real HTTP and sockets. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeApp, get, HOST, type Running, start, temporaryDirectory } from './setting.ts';

const EVIL = 'evil.example';
let running: Running;
let app: Awaited<ReturnType<typeof temporaryDirectory>>;
beforeAll(async () => {
  app = await temporaryDirectory();
  await fakeApp(app.path);
  running = await start(
    {},
    { appDirectory: app.path, waysIn: { wifi: { ssid: 'Shelter', password: 'correct horse' } } },
  );
});
afterAll(async () => {
  await running.router.stop();
  await app.remove();
});

const refusedOf = async () => JSON.parse((await get(running.port, '/status.json')).body).refused;

it.each([
  '/',
  '/index.html',
  '/assets/main-a1b2c3d4.js',
  '/status',
  '/status.json',
  '/poster',
  '/https.json',
  '/join.json',
  '/trust',
  '/welcome',
])('under a name that is not ours %s is 421, and the page says where to go', async (path) => {
  const answer = await get(running.port, path, { Host: `${EVIL}:${running.port}` });
  expect(answer.status).toBe(421);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body).toContain('does not answer to the name you opened');
  expect(answer.body).toContain(HOST);
  for (const secret of ['correct horse', 'Shelter', 'router-of-a-test', '0123456789'])
    expect(answer.body).not.toContain(secret);
});

it('on port 80 such a name leads to the page of the portal, and never to the app', async () => {
  for (const path of ['/', '/status.json', '/poster']) {
    const answer = await get(running.port, path, { Host: EVIL });
    expect(answer.status, path).toBe(302);
    expect(answer.headers.location).toBe(`http://${HOST}:${running.port}/welcome`);
  }
});

it('such a name opens no socket, even when its page has the same name', async () => {
  const headers = {
    Host: `${EVIL}:${running.port}`,
    Origin: `http://${EVIL}:${running.port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  };
  const status = await new Promise((resolve, reject) => {
    request({ host: HOST, port: running.port, path: '/signal', headers, agent: false })
      .on('response', (response) => resolve(response.resume().statusCode))
      .on('upgrade', (_, socket) => {
        socket.destroy();
        resolve(101);
      })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
  expect(running.log.join('')).toContain('refused: asked for under a name that is not ours');
});

it('such requests are counted', async () => {
  expect((await refusedOf())['foreign-host']).toBeGreaterThanOrEqual(10);
});

it('health is answered under any name', async () => {
  expect((await get(running.port, '/healthz', { Host: `${EVIL}:1` })).body).toBe('{"status":"ok"}');
});

it('the name of a proxy counts as ours when the operator gives it', async () => {
  const told = await start({}, { appDirectory: app.path, waysIn: { hostname: 'files.example.org' } });
  for (const host of ['files.example.org', 'files.example.org:8080'])
    expect((await get(told.port, '/', { Host: host })).body).toContain('<title>Hikyaku</title>');
  await told.router.stop();
});
