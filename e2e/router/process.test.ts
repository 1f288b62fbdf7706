/** The bundle as an operator starts it. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request as secureRequest } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle, end } from './bundle.ts';
import { certified, getSecurely } from './https.ts';
import { Client, get, HOST } from './setting.ts';

const FIXTURE = fileURLToPath(new URL('./fixture', import.meta.url));
let router: Bundle;

beforeAll(async () => {
  router = await bundle();
});
afterEach(() => router.endAll());
afterAll(() => router.remove());

const launch: Bundle['launch'] = (...how) => router.launch(...how);
const serve: Bundle['serve'] = (...how) => router.serve(...how);

describe('starting', () => {
  it('serves the app that lies beside it, and says in plain words what is missing', async () => {
    const { port, said } = await serve(['--name', 'Hut']);
    expect((await get(port, '/')).body).toContain('<title>Hikyaku</title>');
    expect(await get(port, '/healthz')).toMatchObject({ status: 200 });
    expect(said).toContain('router "Hut"');
    expect(said).toContain('coturn is not installed');
    expect(said).toContain('mesh          off: the network between routers is not named');
    expect(said).not.toContain('█');
  });

  it('keeps its id', async () => {
    const idOf = async (port: number) => JSON.parse((await get(port, '/status.json')).body).router.id;
    const flags = ['--data-dir', join(router.home, 'data')];
    const [first, second] = [await serve(flags), await serve(flags)];
    expect(await idOf(second.port)).toBe(await idOf(first.port));
  });

  it('prints the QR code of its address when asked to', async () => {
    expect((await serve([], 1, { HIKYAKU_QR: '1' })).said).toContain('█');
  });

  it('serves HTTPS with a certificate of its own, and tells the number to compare', async () => {
    const { listening, said, port } = await serve(['--data-dir', join(router.home, 'own')], 2);
    expect(listening.map((url) => url.protocol)).toEqual(['http:', 'https:']);
    expect(said).toContain(`https         https://hikyaku.internal:${listening[1]?.port}/`);
    const { tls } = JSON.parse((await get(port, '/status.json')).body);
    expect(said).toContain(tls.authority);
    const { pem } = (await certified(['--data-dir', join(router.home, 'own')])).authority ?? { pem: '' };
    expect((await getSecurely(tls.port, '/healthz', pem)).body).toBe('{"status":"ok"}');
  });

  it('serves no HTTPS where it is off', async () => {
    const { port, said } = await serve(['--https-port', 'off']);
    expect(said).toContain('https         off: ');
    expect(JSON.parse((await get(port, '/status.json')).body).tls.state).toBe('off');
  });

  it('serves HTTPS beside HTTP with the certificate of an operator', async () => {
    const tls = ['--tls-cert', join(FIXTURE, 'cert.pem'), '--tls-key', join(FIXTURE, 'key.pem')];
    const { listening, said } = await serve(['--https-port', '0', ...tls], 2);
    expect(listening.map((url) => url.protocol)).toEqual(['http:', 'https:']);
    expect(said).toContain('https         on: ');
    const ca = await readFile(join(FIXTURE, 'cert.pem'));
    const request = secureRequest(new URL('/', listening[1]), { ca, agent: false }).end();
    const [response] = await once(request, 'response');
    response.resume();
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-security-policy']).toContain(`wss://${listening[1]?.host}`);
    expect(response.headers['cross-origin-opener-policy']).toBe('same-origin');
  });
});

describe('a start that fails prints one line', () => {
  it.each([
    [['--prot', '1'], 'hikyaku: --prot is no flag; did you mean --port?\n'],
    [['--port', 'x'], 'hikyaku: --port "x": expected a whole number from 0 (any free port) to 65535\n'],
    [
      ['--https-port', '0', '--tls-cert', '/none', '--tls-key', '/none'],
      'hikyaku: --tls-cert /none: expected a file that can be read (ENOENT)\n',
    ],
    [
      ['--tls-cert', join(FIXTURE, 'key.pem'), '--tls-key', join(FIXTURE, 'key.pem')],
      expect.stringMatching(/^hikyaku: --tls-cert and --tls-key: expected a PEM certificate and its own key \(.*\)\n$/),
    ],
    [['--mesh-key-file', '/none'], 'hikyaku: --mesh-key-file /none: expected a file that can be read (ENOENT)\n'],
  ])('%j, status 2', async (flags, said) => {
    expect(await end(launch(flags))).toEqual({ code: 2, said });
  });

  it('a port that is taken, status 1', async () => {
    const { port } = await serve();
    const said = `hikyaku: port ${port} of ${HOST} is taken by another program; choose another one with --port or --https-port\n`;
    expect(await end(launch(['--host', HOST, '--port', String(port)]))).toEqual({ code: 1, said });
  });

  it('an address that is not ours, status 1', async () => {
    const { code, said } = await end(launch(['--host', '203.0.113.77', '--port', '0']));
    expect(code).toBe(1);
    expect(said).toBe('hikyaku: 203.0.113.77 is no address of this machine; see --host\n');
  });
});

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('on %s tells the clients and ends with status 0', async (signal) => {
    const { child, port } = await serve();
    const { client } = await Client.join(port, 'a');
    const over = end(child);
    child.kill(signal);
    child.kill(signal); // Ctrl-C through a parent comes twice
    expect(await client.closed).toEqual({ code: 1001, reason: 'the router stops' });
    expect((await over).code).toBe(0);
  });

  it('does not wait for clients that do not answer', async () => {
    const { child, port } = await serve();
    const silent = connect(port, HOST).on('error', () => {});
    silent.write(
      `GET /signal HTTP/1.1\r\nHost: ${HOST}:${port}\r\nOrigin: http://${HOST}:${port}\r\nUpgrade: websocket\r\n` +
        'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    await once(silent, 'data');
    const slow = connect(port, HOST).on('error', () => {});
    slow.write('GET / HTTP/1.1\r\nHost: ');
    await once(slow, 'connect');
    child.kill('SIGTERM');
    expect((await end(child)).code).toBe(0);
    silent.destroy();
    slow.destroy();
  });
});
