/**
 * A phone that joins the LAN of a router without manual configuration: address, names and the way to the page come from
 * `router.mjs dns print` and `nat apply`, run by the real dnsmasq and the real kernel.
 */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../src/router/machine/surroundings.ts';
import { dnsmasqConf } from '../../src/router/net/dnsmasq.ts';
import { NCSI_NAME, PROBES } from '../../src/router/portal/probes.ts';
import { HOST, LAN } from '../lab/topology.ts';
import { Place, R1, type Running, whyNot } from './place.ts';

const SEARCH = `${process.env['PATH']}:/usr/sbin:/sbin`;
const missing = ['dnsmasq', 'udhcpc'].filter((program) => findProgram(program, SEARCH) === undefined);
const reason = whyNot() ?? (missing.length === 0 ? undefined : `not installed: ${missing.join(', ')}`);
const PORT_80 = ['--public-port', '80'];
/** The DHCP client calls this script with its lease, which sets up the phone's network. */
const LEASED = `#!/bin/sh
[ "$1" = bound ] || exit 0
ip addr add "$ip/$mask" dev "$interface"
ip route replace default via "$router"
echo "leased $ip/$mask router=$router dns=$dns seconds=$lease opt114=$opt114"
`;

describe.skipIf(reason !== undefined)(`a phone on the LAN${reason === undefined ? '' : ` (${reason})`}`, () => {
  let place: Place;
  let names: Running;

  beforeAll(async () => {
    place = await Place.build();
    await mkdir(place.dataDirectory, { recursive: true });
    await writeFile(join(place.dataDirectory, 'leased'), LEASED);
    await chmod(join(place.dataDirectory, 'leased'), 0o755);
    expect(await place.nat('apply', ...PORT_80)).toMatchObject({ code: 0 });
    const { code, said } = await place.command('dns', 'print', '--lan', LAN, ...PORT_80);
    expect(code, said).toBe(0);
    names = await serveNames(said);
    await place.router(PORT_80);
    expect(await lease()).toMatch(
      /^leased 192\.168\.42\.\d+\/24 router=192\.168\.42\.1 dns=192\.168\.42\.1 seconds=43200 opt114=$/,
    );
  }, 120_000);
  afterAll(() => place?.close());

  async function serveNames(configuration: string): Promise<Running> {
    const file = join(place.dataDirectory, 'dnsmasq.conf');
    await writeFile(file, `${configuration}\n`);
    const own = [`--dhcp-leasefile=${join(place.dataDirectory, 'leases')}`, '--pid-file', '--user=root'];
    const running = place.start('R1', [
      'dnsmasq',
      '-k',
      `--conf-file=${file}`,
      '--log-facility=-',
      '--log-queries',
      ...own,
    ]);
    await running.said(/started, version/);
    return running;
  }

  /** Releases its address and asks for one, with a host name that it would like to have. */
  async function lease(): Promise<string> {
    await place.run('phone', 'ip', 'addr', 'flush', 'dev', HOST);
    const script = join(place.dataDirectory, 'leased');
    const words = ['-i', HOST, '-f', '-q', '-n', '-t', '10', '-s', script, '-O', '114', '-x', 'hostname:hikyaku'];
    const { said } = await place.run('phone', 'udhcpc', ...words);
    return said.split('\n').find((line) => line.startsWith('leased')) ?? said;
  }

  /** Runs a program of Node on the phone; resolves with what that returns. */
  async function onPhone<T>(body: string): Promise<T> {
    const program = `(async () => { ${body} })().then((value) => process.stdout.write('\\n' + JSON.stringify(value)))`;
    const { said } = await place.run('phone', process.execPath, '-e', program);
    return JSON.parse(said.split('\n').at(-1) ?? '') as T;
  }

  /** Answers of the router's name server: addresses, or the error's code. */
  const lookUp = (wanted: readonly string[], kind: 'A' | 'AAAA' | 'HTTPS' | 'PTR' = 'A') =>
    onPhone<Record<string, readonly string[] | string>>(`
      const resolver = new (require('node:dns').promises.Resolver)({ timeout: 5000, tries: 2 });
      resolver.setServers([${JSON.stringify(R1.lan)}]);
      const answers = {};
      for (const name of ${JSON.stringify(wanted)})
        answers[name] = await resolver.resolve(name, ${JSON.stringify(kind)}).catch((error) => error.code);
      return answers;`);

  const ask = (host: string, path: string) =>
    onPhone<{ status: number; location?: string; body: string }>(`
      return new Promise((resolve, reject) => require('node:http')
        .get({ host: ${JSON.stringify(R1.lan)}, port: 80, path: ${JSON.stringify(path)}, headers: { Host: ${JSON.stringify(host)} } },
          async (response) => {
            let body = '';
            for await (const piece of response) body += piece;
            resolve({ status: response.statusCode, location: response.headers.location, body });
          }).on('error', reject));`);

  it('finds the router under its name and under every name that a probe asks for', async () => {
    const hosts = PROBES.flatMap((probe) => probe.hosts);
    const answers = await lookUp(['hikyaku.internal', ...hosts]);
    expect(answers).toEqual(Object.fromEntries(['hikyaku.internal', ...hosts].map((host) => [host, [R1.lan]])));
    expect(await lookUp([NCSI_NAME.name])).toEqual({ [NCSI_NAME.name]: [NCSI_NAME.address] });
  });

  it('is told that these names have no IPv6, not that they do not exist', async () => {
    expect(await lookUp(['hikyaku.internal', 'captive.apple.com'], 'AAAA')).toEqual({
      'hikyaku.internal': 'ENODATA',
      'captive.apple.com': 'ENODATA',
    });
  });

  it('is told at once that any other name does not exist, and nobody outside is asked', async () => {
    const others = ['example.com', 'sub.captive.apple.com', 'use-application-dns.net', 'dns.google', 'hikyaku', 'wpad'];
    expect(await lookUp(others)).toEqual(Object.fromEntries(others.map((name) => [name, 'ENOTFOUND'])));
    expect(names.lines.filter((line) => line.includes('forwarded'))).toEqual([]);
  });

  it('is led by its probe to the page on port 80, reads it, and is online', async () => {
    const probe = ['connectivitycheck.gstatic.com', '/generate_204'] as const;
    expect(await ask(...probe)).toMatchObject({ status: 302, location: `http://${R1.lan}/welcome` });
    expect((await ask(R1.lan, '/welcome')).body).toContain(`<span class="host">${R1.lan}</span>`);
    expect(await ask(R1.lan, '/welcome/next')).toMatchObject({ status: 200 });
    expect(await ask(...probe)).toMatchObject({ status: 204, body: '' });
  });

  it('alone reaches port 80: from the backhaul the app is on the port where routers look for each other', async () => {
    // 7 is not an exit code of Node's own.
    const reach = (port: number): Promise<{ readonly code: number | null }> =>
      place.run(
        'laptop',
        process.execPath,
        '-e',
        `require('node:net').connect({ host: '${R1.backhaul}', port: ${port}, timeout: 2000 })
          .on('connect', () => process.exit(0)).on('timeout', () => process.exit(7)).on('error', () => process.exit(7))`,
      );
    expect(await reach(8080)).toMatchObject({ code: 0 });
    expect(await reach(80)).toMatchObject({ code: 7 });
  });

  it('is told the address of the state when phones trust the certificate (RFC 8910)', async () => {
    await names.stop();
    const captiveApi = 'https://files.example.org:8443/captive';
    const lan = { interface: LAN, address: R1.lan, cidr: '192.168.42.0/24' };
    names = await serveNames(dnsmasqConf({ lan, hostname: 'files.example.org', portal: true, captiveApi }) ?? '');
    // udhcpc prints options that it does not know in hexadecimal.
    expect(await lease()).toContain(`opt114=${Buffer.from(captiveApi).toString('hex')}`);
    expect(await lookUp(['files.example.org'])).toEqual({ 'files.example.org': [R1.lan] });
  });
});
