/** The real coturn under our care, on the loopback interface. Needs no root. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/protocol/signaling.ts';
import { RELAY_LIMITS } from '../../src/router/limits/limits.ts';
import { createLog } from '../../src/router/machine/log.ts';
import { findProgram } from '../../src/router/machine/surroundings.ts';
import { Coturn, type CoturnPlan } from '../../src/router/relay/coturn.ts';
import { coturnConf } from '../../src/router/relay/coturn-conf.ts';
import { holderOf, mintCredential, type TurnCredential } from '../../src/router/relay/credentials.ts';
import { askStun } from '../../src/router/relay/stun/probe.ts';
import { HOST, temporaryDirectory } from './setting.ts';
import { TurnClient } from './turn-client.ts';

const SECRET = 'a-secret-of-this-test';
const DEVICE = 'AbCdEfGhIjKl' as DeviceId;
const LIMITS = { ...RELAY_LIMITS, inAll: 12, perAddress: 5, idleS: 1 };
const MARK = 'a-mark-of-this-test';
const PATIENCE_MS = 2_000;
const PROGRAM = findProgram('turnserver', process.env['PATH']);

let data: Awaited<ReturnType<typeof temporaryDirectory>>;
let coturn: Coturn;
let lines: string[];
let waiting: (() => void)[];
let standIn: string[];

beforeEach(async (context) => {
  if (PROGRAM === undefined) return context.skip('coturn is not installed');
  data = await temporaryDirectory();
  [lines, waiting, standIn] = [[], [], []];
  coturn = new Coturn({
    program: PROGRAM,
    setpriv: findProgram('setpriv', process.env['PATH']),
    dataDirectory: data.path,
    log: createLog('debug', (line) => {
      lines.push(line);
      for (const wake of waiting.splice(0)) wake();
    }),
    probeEveryMs: 50,
    mark: MARK,
    standIn: {
      start: async ({ port }) => void standIn.push(`start ${port}`),
      stop: async () => void standIn.push('stop'),
    },
  });
});
afterEach(async () => {
  await coturn?.stop();
  await data?.remove();
});

/** Resolves with the next matching line; each line counts for one wait only. */
async function said(pattern: RegExp): Promise<string> {
  for (;;) {
    const index = lines.findIndex((line) => pattern.test(line));
    if (index >= 0) return lines.splice(0, index + 1).at(-1) ?? '';
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
}
const answers = () => said(/coturn: answers on/);

const NO_STAND_IN = { start: async () => {}, stop: async () => {} };

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

async function isRefused(server: { address: string; port: number }, credential: TurnCredential): Promise<boolean> {
  const client = new TurnClient(server, credential);
  const result = await client.allocate();
  client.close();
  return result === 401;
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind({ address: HOST, port: 0 });
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

async function planAt(port: number, tellsUsage = false): Promise<CoturnPlan> {
  const lan = { interface: 'lo', address: HOST, cidr: '127.0.0.0/8' };
  const networks = { lan, own: [HOST], problems: [] };
  const conf = coturnConf({ networks, port, secret: SECRET, limits: LIMITS, mark: MARK, tellsUsage }) ?? '';
  return { conf, addresses: [HOST], port };
}

async function start(tellsUsage = false): Promise<CoturnPlan> {
  const plan = await planAt(await freePort(), tellsUsage);
  coturn.run(plan);
  await answers();
  return plan;
}

const pid = (): number => Number(readFileSync(join(data.path, 'coturn.pid'), 'utf8').trim().split(' ')[1]);
const isAlive = (process_: number): boolean => {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
};

describe('coturn', () => {
  it('runs when it answers, from a file that only it can read', async () => {
    const { port } = await start();
    expect(coturn.status).toEqual({ state: 'running' });
    expect(await askStun(HOST, port, PATIENCE_MS)).toMatchObject({ address: HOST });
    const file = statSync(join(data.path, 'coturn', 'turnserver.conf'));
    expect(file.mode & 0o777).toBe(0o600);
    // Even when root starts it, it keeps no rights.
    const status = readFileSync(`/proc/${pid()}/status`, 'utf8');
    expect(status).toMatch(new RegExp(`^Uid:\\s+${file.uid}\\s`, 'm'));
    if (process.getuid?.() === 0) expect(file.uid).not.toBe(0);
    expect(status).toMatch(/^CapEff:\s+0+$/m);
  });

  it('is started again when it dies', async () => {
    const { port } = await start();
    const first = pid();
    process.kill(first, 'SIGKILL');
    expect(await said(/warn: coturn/)).toContain('coturn: ended with SIGKILL');
    await answers();
    expect(pid()).not.toBe(first);
    expect(standIn).toEqual([`start ${port}`, 'stop']);
    expect(coturn.offered).toBe(true);
  });

  it('is started again when it lives but no longer answers', async () => {
    await start();
    const first = pid();
    process.kill(first, 'SIGSTOP');
    expect(await said(/warn: coturn/)).toContain('does not answer STUN any more');
    await answers();
    expect(isAlive(first)).toBe(false);
  });

  it('is started anew with another plan, and not for the same one', async () => {
    const { port } = await start();
    const first = pid();
    const next = await planAt(await freePort());
    coturn.run(next);
    await answers();
    expect(isAlive(first)).toBe(false);
    expect(await askStun(HOST, port, 200)).toBeUndefined();
    const second = pid();
    coturn.run(await planAt(next.port));
    expect(await askStun(HOST, next.port, PATIENCE_MS)).toBeDefined();
    expect(pid()).toBe(second);
  });

  it.each([
    ['UDP', () => createSocket('udp4').bind({ address: HOST, port: 0 })],
    ['TCP', () => createServer().listen({ host: HOST, port: 0 })],
  ])('waits for its port of %s, says so, and is not offered meanwhile', async (_, take) => {
    const other = take();
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    coturn.run(await planAt(port));
    await said(/warn: coturn/);
    await said(/warn: coturn/);
    expect(coturn.status).toMatchObject({ state: 'failed', reason: expect.stringMatching(/taken by another program/) });
    expect(coturn.offered).toBe(false);
    other.close();
    await answers();
    expect(coturn.status).toEqual({ state: 'running' });
  });

  it('that refuses its configuration is given up for a while, and its own error is shown', async () => {
    const program = join(data.path, 'turnserver');
    await writeFile(program, '#!/bin/sh\necho "0: : ERROR: no such realm"\nexit 3\n', { mode: 0o755 });
    const log = createLog('debug');
    const more = { log, mark: MARK, standIn: NO_STAND_IN };
    const failing = new Coturn({ program, setpriv: undefined, dataDirectory: data.path, ...more });
    failing.run(await planAt(await freePort()));
    await until(() => failing.status.state === 'failed');
    expect(failing.status.reason).toBe('ended with status 3: ERROR: no such realm');
    await failing.stop();
  });

  it('whose end has no reason in its log is not given one by the name of a client', async () => {
    const { port } = await start();
    const username = `x\nERROR: the disk is full, call 555-0100\n0: : FATAL: call 555-0100`;
    const client = new TurnClient({ address: HOST, port }, { username, credential: 'x' });
    expect(typeof (await client.allocate())).toBe('number');
    client.close();
    await said(/FATAL: call 555-0100/);
    process.kill(pid(), 'SIGKILL');
    expect(await said(/warn: coturn/)).toMatch(/coturn: ended with SIGKILL; next try/);
    await answers();
  });

  it('ends with us', async () => {
    await start();
    const first = pid();
    await coturn.stop();
    expect(isAlive(first)).toBe(false);
    expect(coturn.status).toEqual({ state: 'off', reason: 'stopped' });
  });
});

describe('a credential', () => {
  it('is good until it expires; an allocation made in time lives on', async () => {
    const { port } = await start();
    const server = { address: HOST, port };
    const credential = mintCredential(SECRET, Date.now(), 3, 'device');
    const early = new TurnClient(server, credential);
    expect(await early.allocate()).toBe('success');
    const expiry = Number(credential.username.split(':')[0]) * 1000;
    let refused = await isRefused(server, credential);
    while (!refused) refused = await isRefused(server, credential);
    expect(Date.now()).toBeGreaterThanOrEqual(expiry);
    expect(await early.refresh()).toBe('success');
    early.close();
  });

  it('that is forged, or made with another secret, is refused', async () => {
    const { port } = await start();
    const good = mintCredential(SECRET, Date.now(), 60, 'device');
    for (const credential of [
      { ...good, credential: `${good.credential.startsWith('A') ? 'B' : 'A'}${good.credential.slice(1)}` },
      { ...good, username: good.username.replace('device', 'other') },
      mintCredential(`${SECRET}!`, Date.now(), 60, 'device'),
    ]) {
      const client = new TurnClient({ address: HOST, port }, credential);
      expect(await client.allocate()).toBe(401);
      client.close();
    }
  });

  it('of an address is good for a fixed number of allocations, whatever its expiry, until some are given back', async () => {
    const { port } = await start();
    const clients = Array.from({ length: 7 }, (_, index) => {
      return new TurnClient({ address: HOST, port }, mintCredential(SECRET, Date.now(), 60 + index, '192.168.42.7'));
    });
    const results: unknown[] = [];
    for (const client of clients) results.push(await client.allocate());
    expect(results).toEqual([...Array(LIMITS.perAddress).fill('success'), 486, 486]);
    const other = new TurnClient(
      { address: HOST, port },
      mintCredential(SECRET, Date.now(), 60, holderOf({ id: DEVICE, address: 'fd00:0:0:1::5' })),
    );
    expect(await other.allocate()).toBe('success');
    expect(await clients[0]?.release()).toBe('success');
    // coturn 4.6.1 counts a released allocation for one more second.
    while ((await clients[6]?.allocate()) !== 'success');
    for (const client of [...clients, other]) client.close();
  });

  it('over IPv6 belongs to one of several shares, each with its own allocations', async () => {
    const { port } = await start();
    const holders = new Set(
      Array.from({ length: 50 }, (_, index) =>
        holderOf({ id: DEVICE, address: `fd00:0:0:${(index % 2) + 1}::${index + 1}` }),
      ),
    );
    expect(holders.size).toBe(LIMITS.crowdShares);
    const [full = '', other = ''] = holders;
    const given = [...Array<string>(LIMITS.perAddress + 1).fill(full), other];
    const clients = given.map((holder) => {
      return new TurnClient({ address: HOST, port }, mintCredential(SECRET, Date.now(), 60, holder));
    });
    const results: unknown[] = [];
    for (const client of clients) results.push(await client.allocate());
    expect(results).toEqual([...Array(LIMITS.perAddress).fill('success'), 486, 'success']);
    for (const client of clients) client.close();
  });

  it('limits the lifetime of an allocation, whatever is asked for', async () => {
    const { port } = await start();
    const client = new TurnClient({ address: HOST, port }, mintCredential(SECRET, Date.now(), 60, '192.168.42.7'));
    expect([await client.allocate(3600), client.lifetimeS]).toEqual(['success', LIMITS.lifetimeS]);
    expect([await client.refresh(3600), client.lifetimeS]).toEqual(['success', LIMITS.lifetimeS]);
    client.close();
  });
});

it('TCP without an allocation is ended after a while', async () => {
  const { port } = await start();
  const socket = connect(port, HOST).resume();
  socket.on('error', () => {}); // a reset ends it as well
  await new Promise((resolve) => socket.on('close', resolve));
});

it('what a client calls itself is not taken for what coturn tells of its relaying', async () => {
  const { port } = await start(true);
  const usage = 'session 000000000000000009: peer usage: realm=<hikyaku>, username=<x>, rp=1, rb=9, sp=1, sb=9';
  for (const username of [usage, `\n${usage}\n`, `x\r\n9: : ${usage}\n9: : `]) {
    const client = new TurnClient({ address: HOST, port }, { username, credential: 'x' });
    expect(typeof (await client.allocate())).toBe('number');
    client.close();
  }
  const honest = new TurnClient({ address: HOST, port }, mintCredential(SECRET, Date.now(), 60, 'device'));
  expect([await honest.allocate(), await honest.release()]).toEqual(['success', 'success']);
  honest.close();
  await said(/coturn: session \d+: peer usage: /);
  await said(/coturn: session \d+: delete: /);
  expect(coturn.relayed).toEqual({ toPeers: 0, fromPeers: 0 });
});
