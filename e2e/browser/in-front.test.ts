/**
 * Machines between a browser and the router, over plain HTTP: a proxy that serves it below a path, and one that lies.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { PLAIN_HOST } from '../drive/browser.ts';
import { CHROMIUM_PAGES } from '../drive/chromium.ts';
import { Router } from '../drive/router.ts';

let browser: Browser;
let router: Router;
const servers: Server[] = [];

beforeAll(async () => {
  const args = ['--no-sandbox', `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`];
  [browser, router] = await Promise.all([chromium.launch({ executablePath: CHROMIUM_PAGES, args }), Router.start()]);
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(async () => {
  await browser?.close();
  await router?.stop();
});

/** A proxy that keeps the Host and removes `prefix` from the path; `lie` may answer in place of the router. */
async function front(prefix: string, lie: (path: string, response: ServerResponse) => boolean = () => false) {
  const port = Number(new URL(router.url).port);
  const ask = ({ method, url = '', headers }: IncomingMessage) =>
    request({ host: '127.0.0.1', port, method, path: url.slice(prefix.length - 1), headers, agent: false });
  const server = createServer((incoming, response) => {
    const { url = '' } = incoming;
    if (!url.startsWith(prefix)) response.writeHead(404).end();
    else if (!lie(url.slice(prefix.length - 1), response))
      ask(incoming)
        .on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)))
        .end();
  });
  server.on('upgrade', (incoming, socket) => {
    ask(incoming)
      .on('upgrade', (answer, over) => {
        const head = answer.rawHeaders.map((word, index) => (index % 2 === 0 ? `\r\n${word}: ` : word)).join('');
        socket.write(`HTTP/1.1 101 Switching Protocols${head}\r\n\r\n`);
        socket.pipe(over).pipe(socket);
        for (const end of [socket, over]) end.on('error', () => {});
      })
      .on('response', () => socket.destroy())
      .end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return `http://${PLAIN_HOST}:${(server.address() as AddressInfo).port}${prefix}`;
}

it('below a path of a proxy the app opens and is online', async () => {
  const page = await browser.newPage();
  await page.goto(await front('/shelter/'));
  await page.getByRole('status').filter({ hasText: 'Online' }).waitFor();
  await page.close();
});

it.each([
  ['the entry', /<script type="module"[^>]* src="\.\/([^"]+)"/, 'ja-JP'],
  ['a module that comes later', /"\.\/(assets\/soon-[^"]+)":"sha256-/, 'ja-JP'],
  ['the first words', /data-words="ja"[^>]* src="\.\/([^"]+)"/, 'ja-JP'],
  ['the other words', / data-late="\.\/([^"]+)"/, 'ja-JP'],
  ['the first words of another language', /data-words="ja"[^>]* src="\.\/([^"]+)"/, 'ko-KR'],
  ['the other words of another language', / data-late="\.\/([^"]+)"/, 'ko-KR'],
])('a script under the name of %s that somebody else made is not run', async (_, pattern, locale) => {
  const html = await (await fetch(router.url, { headers: { 'Accept-Language': 'ja' } })).text();
  const name = pattern.exec(html)?.[1];
  if (name === undefined) throw new Error('the page does not name it');
  let lies = 0;
  const url = await front('/', (path, response) => {
    if (path !== `/${name}`) return false;
    lies += 1;
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('globalThis.isOwned = true; export default {};');
    return true;
  });
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  const refused = page.waitForEvent('console', (message) => /integrity/i.test(message.text()));
  await page.goto(url);
  if (!locale.startsWith('ja')) await page.locator('select').selectOption('ja');
  await refused;
  expect(lies).toBeGreaterThan(0);
  expect(await page.evaluate('globalThis.isOwned')).toBeUndefined();
  await context.close();
});
