/** The operator's page as the router answers it. Its content is tested beside its source. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolled, groupOf } from '../../src/protocol/group-secret.ts';
import type { GroupSecret } from '../../src/protocol/groups.ts';
import { idOf, type PublicKey, publicKeyOf } from '../../src/protocol/keys.ts';
import type { ConnectionId } from '../../src/protocol/signaling.ts';
import { answerTo } from '../drive/wire/hello.ts';
import { Client, fakeApp, get, HOST, type Running, secretOf, start, temporaryDirectory } from './setting.ts';

const CONNECTION = 'a-call-of-a-test' as ConnectionId;
let running: Running;
let directory: Awaited<ReturnType<typeof temporaryDirectory>>;

beforeAll(async () => {
  directory = await temporaryDirectory();
  await fakeApp(directory.path);
  running = await start(
    {},
    {
      appDirectory: directory.path,
      addresses: () => ['192.168.42.1', 'fd00::1'],
      machine: () => ({ memory_bytes: 4e9, memory_free_bytes: 2e9 }),
      turnStatus: () => ({ state: 'off', cause: 'not-installed', reason: 'coturn is not installed' }),
    },
  );
});
afterAll(async () => {
  await running.router.stop();
  await directory.remove();
});

const page = (query = '', headers: Record<string, string> = {}, method = 'GET') =>
  get(running.port, `/status${query}`, headers, method);

describe('the page of the operator', () => {
  it.each([
    ['', 'ja,en;q=0.5', 'ja', '足りないものがあります'],
    ['', 'en-GB', 'en', 'something is missing'],
    ['?lang=en', 'ja', 'en', 'something is missing'],
    ['?refresh=off&lang=ja', 'en', 'ja', '足りないものがあります'],
  ])('%s speaks the language of the browser, or the chosen one', async (query, accept, language, words) => {
    const { headers, body } = await page(query, { 'Accept-Language': accept });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      vary: 'Accept-Language',
    });
    expect(body).toContain(`<html lang="${language}" dir="ltr">`);
    expect(body).toContain(words);
    expect(body).toContain('apt-get install coturn');
  });

  it('renews itself until told not to', async () => {
    expect((await page()).headers['refresh']).toBe('5');
    expect((await page('?refresh=off')).headers['refresh']).toBeUndefined();
    expect(await page('', {}, 'HEAD')).toMatchObject({ status: 200, body: '', headers: { refresh: '5' } });
  });

  it('has the addresses to open, with the port that was bound', async () => {
    const { body } = await page();
    expect(body).toContain(`<span class="host">192.168.42.1:${running.port}</span>`);
    expect(body).toContain(`QR code of http://192.168.42.1:${running.port}/`);
    expect(body).toContain(`<li>http://[fd00::1]:${running.port}</li>`);
  });

  it('counts devices and names none of them', async () => {
    const other = await start();
    const { client } = await Client.join(other.port, 'Hana Yamada');
    const { body } = await get(other.port, '/status');
    const json = (await get(other.port, '/status.json')).body;
    expect(JSON.parse(json)).toMatchObject({ clients: 1 });
    expect(body).toContain('1 of at most 512');
    for (const text of [body, json]) expect(text).not.toContain('Hana');
    client.socket.close();
    await client.closed;
    await other.router.stop();
  });

  it('shows no id, key or group of a device, nor do the status as data, the figures for programs, or the log', async () => {
    const measure = () => ({
      relayed: { toPeers: 0, fromPeers: 0 },
      dataDirectoryBytes: 0,
      loop: { p50S: 0, p99S: 0, maxS: 0 },
    });
    const other = await start({}, { measure });
    const family = secretOf('the family') as string as GroupSecret;
    const groups = [enrolled(family, publicKeyOf(secretOf('a')))];
    const { client, welcome } = await Client.join(other.port, 'a', { groups });
    const { client: absent } = await Client.join(other.port, 'b');
    absent.socket.terminate();
    await client.next('delta');
    const call = { type: 'connect', to: idOf(publicKeyOf(secretOf('b'))), connection: CONNECTION } as const;
    client.say(call);
    await client.next('unreachable');
    const refused = await Client.open(other.port);
    const hello = answerTo(await refused.next('challenge'), secretOf('c'), 'c');
    refused.say({ ...hello, claim: hello.claim + 1 });
    await refused.closed;
    const texts = [
      ...(await Promise.all(['/status', '/status.json', '/metrics'].map((path) => get(other.port, path)))).map(
        ({ body }) => body,
      ),
      other.log.join('\n'),
    ];
    expect(texts[1]).toContain('"clients":1');
    expect(texts[2]).toContain('hikyaku_clients 1');
    expect(other.log.length).toBeGreaterThan(0);
    const keys = [...['a', 'b', 'c'].map((name) => publicKeyOf(secretOf(name))), groupOf(family)];
    expect(idOf(keys[0] as PublicKey)).toBe(welcome.self);
    for (const key of keys)
      for (const text of texts) {
        expect(text).not.toContain(idOf(key));
        expect(text).not.toContain(Buffer.from(key, 'base64url').toString('hex').slice(0, 16));
      }
    client.socket.close();
    await client.closed;
    await other.router.stop();
  });

  it('is made at most once a second for each language and as JSON', async () => {
    let looked = 0;
    const other = await start(
      {},
      {
        turnStatus: () => {
          looked += 1;
          return { state: 'off', reason: `looked ${looked} times` };
        },
      },
    );
    const began = performance.now();
    for (let n = 0; n < 50; n += 1) {
      await get(other.port, '/status.json');
      for (const language of ['ja', 'en'])
        expect((await get(other.port, `/status?lang=${language}`)).headers['content-language']).toBe(language);
    }
    const seconds = Math.ceil((performance.now() - began) / 1000);
    expect(looked).toBeLessThanOrEqual(3 * seconds);
    const reason = async () => JSON.parse((await get(other.port, '/status.json')).body).turn.reason;
    const before = await reason();
    await expect.poll(reason).not.toBe(before);
    await other.router.stop();
  });

  it('says when there is no app to open, and that nobody else can reach a router on loopback', async () => {
    const bare = await start();
    const { body } = await get(bare.port, '/status');
    expect(body).toContain('Something has to be done');
    expect(body).toContain('npm run build');
    expect(body).toContain('Only this machine itself');
    expect(body).toContain(`<span class="host">${HOST}:${bare.port}</span>`);
    await bare.router.stop();
  });
});
