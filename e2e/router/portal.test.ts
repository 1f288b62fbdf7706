/** The captive portal over real HTTP: each system's probe before and after its owner has seen the page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PORTAL } from '../../src/router/languages/dictionaries.ts';
import { OFFERED } from '../../src/router/pages/language.ts';
import { speechOf } from '../../src/router/pages/speech.ts';
import { PROBES } from '../../src/router/portal/probes.ts';
import { authorityOf } from '../../src/router/tls/authority.ts';
import { issue } from '../../src/router/tls/leaf.ts';
import { makeAuthority } from '../../src/router/tls/make-authority.ts';
import { checkPair, type LivePair } from '../../src/router/tls/pair.ts';
import { periodAt } from '../../src/router/tls/validity.ts';
import { BUILT, getSecurely, type RunningSecurely, startSecurely } from './https.ts';
import { fakeApp, get, HOST, type Running, start, temporaryDirectory } from './setting.ts';

const IOS_WINDOW =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0';

let app: Awaited<ReturnType<typeof temporaryDirectory>>;
const routers: Running[] = [];
beforeAll(async () => {
  app = await temporaryDirectory();
  await fakeApp(app.path);
});
afterAll(async () => {
  for (const { router } of routers) await router.stop();
  await app.remove();
});

async function fresh(): Promise<Running> {
  const running = await start({}, { appDirectory: app.path });
  routers.push(running);
  return running;
}

const ask = (port: number, host: string, path: string, headers: Record<string, string> = {}) =>
  get(port, path, { Host: host, ...headers });

/** As the person does it: the probe's window opens the page, then the person follows the link on it. */
async function passThePage(port: number): Promise<void> {
  const welcome = await get(port, '/welcome', { 'User-Agent': IOS_WINDOW });
  const link = /<a class="go" href="([^"]+)"/.exec(welcome.body)?.[1];
  if (link === undefined) throw new Error('the page has no link');
  expect((await get(port, link, { 'User-Agent': IOS_WINDOW })).status).toBe(200);
}

describe.each(PROBES)('$system', ({ hosts, paths, success }) => {
  it('is led to the page at first, and gets the answer it hopes for once the page was seen', async () => {
    const { port } = await fresh();
    const probes = hosts.flatMap((host) => paths.map((path) => [host, path] as const));
    for (const [host, path] of probes) {
      const answer = await ask(port, host, path);
      // The plain address, never HTTPS: a probe follows only one redirect, and a small window trusts no certificate.
      expect(answer, `${host}${path}`).toMatchObject({
        status: 302,
        headers: { location: `http://${HOST}:${port}/welcome` },
      });
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    await get(port, '/welcome');
    expect((await ask(port, hosts[0] ?? '', paths[0] ?? '')).status, 'loading the page is not enough').toBe(302);

    await passThePage(port);
    for (const [host, path] of probes) {
      // As a system sends it: any case, a full name with its dot, a query.
      const answer = await ask(port, `${host.toUpperCase()}.`, `${path}?x=1`);
      if (success === undefined) {
        expect(answer, `${host}${path}`).toMatchObject({ status: 302 });
        continue;
      }
      const { status, body, contentType, headers = {} } = success;
      expect(answer, `${host}${path}`).toMatchObject({ status, body });
      if (status === 204) expect(answer.headers).not.toHaveProperty('content-length');
      else expect(answer.headers).toMatchObject({ 'content-type': contentType, 'content-length': String(body.length) });
      for (const [name, value] of Object.entries(headers)) expect(answer.headers[name.toLowerCase()]).toBe(value);
    }
  });
});

/** To the byte, and written out a second time: the table must not be the proof of its own slips. */
it.each([
  ['connectivitycheck.gstatic.com', '/generate_204', 204, ''],
  ['www.google.com', '/gen_204', 204, ''],
  [
    'captive.apple.com',
    '/hotspot-detect.html',
    200,
    '<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>\n',
  ],
  ['www.msftconnecttest.com', '/connecttest.txt', 200, 'Microsoft Connect Test'],
  ['www.msftncsi.com', '/ncsi.txt', 200, 'Microsoft NCSI'],
  ['detectportal.firefox.com', '/success.txt?ipv4', 200, 'success\n'],
  [
    'detectportal.firefox.com',
    '/canonical.html',
    200,
    '<meta http-equiv="refresh" content="0;url=https://support.mozilla.org/kb/captive-portal"/>',
  ],
  ['nmcheck.gnome.org', '/check_network_status.txt', 200, 'NetworkManager is online\n'],
])('%s%s hopes for %i %j', async (host, path, status, body) => {
  const { port } = await fresh();
  await passThePage(port);
  expect(await ask(port, host, path)).toMatchObject({ status, body });
});

describe('the page', () => {
  it('is below 10 kB with its style, has no script, and no link into the window', async () => {
    const { port } = await fresh();
    const page = await get(port, '/welcome', { 'User-Agent': IOS_WINDOW });
    const css = await get(port, '/welcome.css');
    expect(Buffer.byteLength(page.body) + Buffer.byteLength(css.body)).toBeLessThan(10_000);
    expect(page.body).not.toMatch(/<script|<style|style=|javascript:/);
    const links = [...page.body.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    expect(links.slice(0, 2)).toEqual(['/welcome.css', '/welcome/next']);
    // The others only say the same in another language.
    for (const link of links.slice(2)) expect(link).toMatch(/^\?lang=[\w-]+$/);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each(OFFERED)('says in %s what it is about, and all of it to who reads that', async (tag) => {
    const { port } = await fresh();
    expect((await get(port, '/welcome')).body).toContain(`lang="${tag}"`);
    const named = await get(port, `/welcome?lang=${tag}`, { 'User-Agent': IOS_WINDOW, 'Accept-Language': 'fr' });
    expect(named.headers).toMatchObject({ 'content-language': tag, vary: 'Accept-Language' });
    const { apple, agree } = PORTAL[tag];
    for (const text of [apple, agree]) expect(named.body).toContain(`${speechOf(tag).say(text).html}`);
    // Who asked for a language by name gets the next page in it as well.
    expect(named.body).toContain(`<a class="go" href="/welcome/next?lang=${tag}">`);
    expect((await get(port, `/welcome/next?lang=${tag}`, { 'User-Agent': IOS_WINDOW })).body).toContain(
      `<html lang="${tag}"`,
    );
    expect((await get(port, `/welcome?lang=${tag}`, { 'User-Agent': FIREFOX })).body).toContain(
      `<a class="go" href="http://${HOST}:${port}/?lang=${tag}">`,
    );
  });

  it('speaks Japanese, easy Japanese and English in full to who reads Japanese, or does not say', async () => {
    const { port } = await fresh();
    for (const accept of ['ja-JP,en;q=0.8', 'fr', '']) {
      const { body } = await get(port, '/welcome', { 'User-Agent': IOS_WINDOW, 'Accept-Language': accept });
      for (const text of [PORTAL.ja.apple, PORTAL.en.apple]) expect(body).toContain(text);
      expect(body).toContain('<ruby>');
      expect(body).toContain('<html lang="ja"');
    }
    const { body } = await get(port, '/welcome', { 'User-Agent': IOS_WINDOW, 'Accept-Language': 'en-US,ja;q=0.8' });
    expect(body).toContain('<html lang="en"');
    expect(body).toContain(PORTAL.en.apple);
    expect(body).not.toContain(PORTAL.ja.apple);
    expect(body).toContain(PORTAL.ja.short);
  });

  it('is a link to the app in a real browser', async () => {
    const { port } = await fresh();
    const page = await get(port, '/welcome', { 'User-Agent': FIREFOX });
    expect(page.body).toContain(`<a class="go" href="http://${HOST}:${port}/">`);
    expect(page.body).not.toContain('/welcome/next');
  });

  it('shows the short address when port 80 leads here', async () => {
    const running = await start({}, { appDirectory: app.path, waysIn: { publicPort: 80 } });
    routers.push(running);
    expect((await ask(running.port, 'example.com', '/')).headers.location).toBe(`http://${HOST}/welcome`);
    expect((await get(running.port, '/welcome')).body).toContain(`<span class="host">${HOST}</span>`);
  });

  it('escapes the name of the router', async () => {
    const running = await start({}, { name: '<b>"&' });
    routers.push(running);
    expect((await get(running.port, '/welcome')).body).toContain('<span>&lt;b&gt;&quot;&amp;</span>');
  });
});

describe('a name that is not ours', () => {
  it('leads a browser to the page, even if it has seen it', async () => {
    const { port } = await fresh();
    const browser = { Accept: 'text/html,application/xhtml+xml', 'User-Agent': FIREFOX };
    expect(await ask(port, 'www.example.com', '/some/page', browser)).toMatchObject({ status: 302 });
    await passThePage(port);
    expect(await ask(port, 'www.example.com', '/some/page', browser)).toMatchObject({ status: 302 });
  });

  it('gives an app that asks for data nothing of ours', async () => {
    const { port } = await fresh();
    const answer = await ask(port, 'api.example.com', '/status.json', { Accept: 'application/json' });
    expect(answer).toMatchObject({ status: 404, body: 'There is no Internet here.\n' });
  });

  it('does not bar the app under our own name', async () => {
    const { port } = await fresh();
    for (const host of [`${HOST}:${port}`, HOST, 'hikyaku.internal', 'localhost', 'raspberrypi.local'])
      expect((await ask(port, host, '/')).body, host).toContain('<title>Hikyaku</title>');
  });
});

it('a phone that has opened the app no longer needs the page', async () => {
  const { port } = await fresh();
  await get(port, '/', { Accept: 'text/html' });
  expect((await ask(port, 'captive.apple.com', '/hotspot-detect.html')).status).toBe(200);
});

describe('the state as JSON (RFC 8908)', () => {
  const NAME = 'files.example.org';
  const authority = authorityOf(makeAuthority(Buffer.alloc(32, 9), NAME));

  /** `whose`: an operator's certificate, signed by somebody whom phones know, or one by the router's own authority. */
  async function secure(whose: 'operator' | 'own'): Promise<RunningSecurely> {
    const checked = checkPair(await issue(authority, { dns: [NAME], ip: [] }, periodAt(new Date(), BUILT)));
    if ('problem' in checked) throw new Error(checked.problem);
    const pair: LivePair = { current: () => checked, onChange() {}, problem: () => undefined, stop() {} };
    const running = await startSecurely(
      { hostname: NAME, pair, ...(whose === 'own' && { authority }) },
      { appDirectory: app.path, waysIn: { hostname: NAME } },
    );
    routers.push(running);
    return running;
  }

  const state = ({ securePort }: RunningSecurely) => getSecurely(securePort, '/captive', authority.pem, {}, NAME);

  it('is served over a certificate that phones trust, and changes with the page', async () => {
    const running = await secure('operator');
    const page = `https://${NAME}:${running.securePort}/welcome`;
    const first = await state(running);
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'application/captive+json' } });
    expect(JSON.parse(first.body)).toEqual({ captive: true, 'user-portal-url': page, 'venue-info-url': page });
    await passThePage(running.port);
    expect(JSON.parse((await state(running)).body)).toMatchObject({ captive: false });
  });

  it('is not there otherwise, nor on plain HTTP', async () => {
    expect((await state(await secure('own'))).status).toBe(404);
    expect((await get((await secure('operator')).port, '/captive')).status).toBe(404);
  });
});
