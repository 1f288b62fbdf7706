/** STUN and TURN of the router process over its life: what is missing, what changes, and what is left when it dies. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WAN } from '../lab/topology.ts';
import { Place, R1, type Running, whyNot } from './place.ts';
import { temporaryDirectory } from './setting.ts';

const why = whyNot();
const MOVED = '192.168.1.146';
let place: Place;
let router: Running | undefined;

beforeAll(async () => {
  if (why === undefined) place = await Place.build();
}, 60_000);
afterEach(async () => {
  await router?.stop();
  router = undefined;
});
afterAll(() => place?.close());

const turnOf = async (): Promise<{ state: string; reason?: string }> => {
  const ask = `fetch('http://127.0.0.1:8080/status.json').then((r) => r.json()).then((s) => console.log(JSON.stringify(s.turn)))`;
  return JSON.parse((await place.run('R1', process.execPath, '-e', ask)).said);
};
const seenBy = async (node: string, server: string): Promise<string | undefined> => {
  const { said } = await place.run(node, 'timeout', '2', 'turnutils_stunclient', '-p', '3478', server);
  return /reflexive addr: ([\d.]+):/.exec(said)?.[1];
};
/** Without zombies: the first process of the namespace never reaps any. */
const coturns = async (): Promise<string> => (await place.run('R1', 'pgrep', '-x', '-r', 'R,S,D,T', 'turnserver')).said;
const until = async (isTrue: () => Promise<boolean>): Promise<void> => {
  while (!(await isTrue()));
};

describe.skipIf(why !== undefined)(`without coturn${why === undefined ? '' : ` (${why})`}`, () => {
  it('says so, and answers STUN itself', async () => {
    router = await place.router([], await place.pathWith());
    expect(router.lines.join('\n')).toContain('coturn is not installed (apt-get install coturn)');
    await until(async () => (await seenBy('phone', R1.lan)) === '192.168.42.100');
    expect(await seenBy('laptop', R1.backhaul)).toBe('192.168.1.50');
    const reason = `coturn is not installed (apt-get install coturn); STUN answers on ${R1.lan} and ${R1.backhaul}, port 3478`;
    expect(await turnOf()).toEqual({ state: 'off', reason, cause: 'not-installed' });
    const laptop = await place.visit('laptop', R1.backhaul);
    const phone = await place.visit('phone', R1.lan, 'laptop');
    const servers = [{ urls: `stun:${R1.lan}:3478` }, { urls: `stun:${R1.backhaul}:3478` }];
    expect(JSON.parse(await phone.said(/^\[/))).toEqual(servers);
    await laptop.stop();
  });

  it('with --turn off answers STUN as well, on another port if told so', async () => {
    router = await place.router(['--turn', 'off', '--turn-port', '3479']);
    await until(async () => (await turnOf()).reason?.endsWith('port 3479') ?? false);
    expect(await turnOf()).toMatchObject({
      state: 'off',
      reason: expect.stringContaining('--turn is off; STUN answers on'),
    });
    expect(await coturns()).toBe('');
  });
});

describe.skipIf(why !== undefined)(`coturn${why === undefined ? '' : ` (${why})`}`, () => {
  it('goes with a router that is killed', async () => {
    router = await place.router();
    await router.said(/coturn: answers on/);
    expect(await coturns()).toMatch(/^\d+$/);
    await router.stop('SIGKILL');
    await until(async () => (await coturns()) === '');
  });

  it('of a killed router that could not be tied to it is ended by the next router', async () => {
    router = await place.router([], await place.pathWith('turnserver'));
    await router.said(/coturn: answers on/);
    const left = await coturns();
    await router.stop('SIGKILL');
    expect(await coturns()).toBe(left);
    router = await place.router();
    await router.said(/coturn: answers on/);
    expect(router.lines.join('\n')).toContain(`ending process ${left}, which an earlier router left behind`);
    expect(await coturns()).not.toContain(left);
  });

  it('follows the address of the backhaul', async () => {
    router = await place.router();
    await router.said(/coturn: answers on/);
    const move = (from: string, to: string) =>
      place.run('R1', 'sh', '-c', `ip addr del ${from}/24 dev ${WAN} && ip addr add ${to}/24 dev ${WAN}`);
    await move(R1.backhaul, MOVED);
    expect(await router.said(/coturn: answers on/)).toContain(`${R1.lan} and ${MOVED}`);
    const conf = readFileSync(join(place.dataDirectory, 'coturn', 'turnserver.conf'), 'utf8');
    expect(conf).toContain(`relay-ip=${MOVED}`);
    expect(await seenBy('laptop', MOVED)).toBe('192.168.1.50');
    await move(MOVED, R1.backhaul);
    await router.said(/coturn: answers on/);
  });

  it('ends with a router that is stopped', async () => {
    router = await place.router();
    await router.said(/coturn: answers on/);
    await router.stop();
    expect(await coturns()).toBe('');
  });
});

describe.skipIf(why !== undefined)(`a server of the operator${why === undefined ? '' : ` (${why})`}`, () => {
  it('is what everyone gets, and all that they get', async () => {
    const folder = await temporaryDirectory();
    const file = join(folder.path, 'secret');
    await writeFile(file, 'a secret\n');
    router = await place.router(['--turn-url', 'turn:192.168.1.50:3478', '--turn-secret-file', file]);
    await until(async () => (await turnOf()).state === 'failed');
    expect((await turnOf()).reason).toBe('no STUN answer from 192.168.1.50 port 3478, which --turn-url names');
    expect(await coturns()).toBe('');
    const laptop = await place.visit('laptop', R1.backhaul);
    const phone = await place.visit('phone', R1.lan, 'laptop');
    expect(JSON.parse(await phone.said(/^\[/))).toEqual([
      { urls: 'stun:192.168.1.50:3478' },
      {
        urls: 'turn:192.168.1.50:3478?transport=udp',
        username: expect.stringMatching(/^\d+:/),
        credential: expect.any(String),
      },
    ]);
    await laptop.stop();
    await folder.remove();
  });
});
