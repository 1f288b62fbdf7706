/** A router whose LAN is not there yet at its start, or is there with nothing at the other end: an access point that is not on the air. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WAN } from '../lab/topology.ts';
import { Place, type Running, whyNot } from './place.ts';

const why = whyNot();
const IDLE = '10.99.0.1';
let place: Place;
let router: Running | undefined;

const ip = async (...words: readonly string[]): Promise<void> => {
  expect(await place.run('R1', 'ip', ...words)).toEqual({ code: 0, said: '' });
};

/** A bridge that is up and has no carrier: its only port is a cable whose other end is out. */
async function idleBridge(name: string, address: string): Promise<void> {
  await ip('link', 'add', `${name}a`, 'type', 'veth', 'peer', 'name', `${name}b`);
  await ip('link', 'add', name, 'type', 'bridge');
  await ip('link', 'set', `${name}a`, 'master', name, 'up');
  await ip('link', 'set', name, 'up');
  await ip('addr', 'add', `${address}/24`, 'dev', name);
  expect((await place.run('R1', 'ip', '-br', 'link', 'show', name)).said).toContain('NO-CARRIER');
}

const urlsOf = async (): Promise<readonly string[]> => {
  const ask = `fetch('http://127.0.0.1:8080/status.json').then((r) => r.json()).then((s) => console.log(JSON.stringify(s.urls)))`;
  return JSON.parse((await place.run('R1', process.execPath, '-e', ask)).said);
};

describe.skipIf(why !== undefined)(`a LAN without a carrier${why === undefined ? '' : ` (${why})`}`, () => {
  beforeAll(async () => {
    place = await Place.build();
    await idleBridge('idle0', IDLE);
  });
  afterEach(async () => {
    await router?.stop();
    router = undefined;
  });
  afterAll(() => place?.close());

  it('is set up by `nat apply` and `dns print`: at boot they come before the access point', async () => {
    const sides = ['--lan', 'idle0', '--backhaul', WAN];
    const { code, said } = await place.command('nat', 'apply', ...sides);
    expect({ code, said }).toEqual({ code: 0, said: `10.99.0.0/24 leaves through ${WAN}, port-restricted` });
    expect((await place.command('dns', 'print', ...sides)).said).toContain('interface=idle0');
  });

  it('may have a backhaul without one as well', async () => {
    await idleBridge('idle1', '10.98.0.1');
    const { said } = await place.command('nat', 'print', '--lan', 'idle0', '--backhaul', 'idle1');
    expect(said).toContain('10.99.0.0/24');
  });

  it('is what the router tells people, first', async () => {
    router = await place.router(['--lan', 'idle0']);
    expect((await urlsOf())[0]).toBe(`http://${IDLE}:8080/`);
  });

  it('may come after the router, which then tells its address', async () => {
    router = await place.router(['--lan', 'late0']);
    expect(await urlsOf()).not.toContain('http://10.97.0.1:8080/');
    await idleBridge('late0', '10.97.0.1');
    await router.said(/now at http:\/\/10\.97\.0\.1:8080\//);
    expect((await urlsOf())[0]).toBe('http://10.97.0.1:8080/');
  });
});
