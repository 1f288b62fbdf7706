/** Which of the router's own pages tell whom what, over real HTTP. */
import { afterAll, expect, it } from 'vitest';
import { parseJoinInfo } from '../../src/protocol/join-info.ts';
import { get, HOST, type Running, start } from './setting.ts';

const WIFI = { ssid: 'Shelter', password: 'correct horse' };
const routers: Running[] = [];
afterAll(async () => {
  for (const { router } of routers) await router.stop();
});

async function fresh(...[, more]: Parameters<typeof start>): Promise<Running> {
  const running = await start({}, more);
  routers.push(running);
  return running;
}

it('the poster shows the password on the Wi-Fi, but not on other routers’ networks', async () => {
  const posterFor = async (isNear: boolean) =>
    (await get((await fresh({}, { waysIn: { wifi: WIFI, isNear: () => isNear } })).port, '/poster')).body;
  expect(await posterFor(true)).toContain(WIFI.password);
  const far = await posterFor(false);
  expect(far).toContain('<svg');
  expect(far).not.toContain(WIFI.password);
  expect(far).not.toContain(WIFI.ssid);
});

it('pages on the Wi-Fi are told how others join it, and pages elsewhere nothing; no other origin reads it', async () => {
  const told = async (wifi: typeof WIFI | undefined, isNear: boolean) => {
    const { port } = await fresh({}, { waysIn: { ...(wifi && { wifi }), isNear: () => isNear } });
    const { headers, body } = await get(port, '/join.json');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    return parseJoinInfo(body);
  };
  const wifi = { ...WIFI, code: 'WIFI:T:WPA;P:correct horse;S:Shelter;;' };
  expect(await told(WIFI, true)).toEqual({ ok: true, value: { wifi } });
  expect(await told(WIFI, false)).toEqual({ ok: true, value: {} });
  expect(await told(undefined, true)).toEqual({ ok: true, value: {} });
});

it('port 80 is shown only for the address of the LAN, because nothing leads it here elsewhere', async () => {
  const { port } = await fresh({}, { addresses: () => [HOST, '192.0.2.1'], waysIn: { publicPort: 80 } });
  expect(JSON.parse((await get(port, '/status.json')).body).urls).toEqual([
    `http://${HOST}/`,
    `http://192.0.2.1:${port}/`,
  ]);
});

it('a bug in one request is an error answer, and not the end of the process', async () => {
  let isBroken = true;
  const { port, log } = await fresh(
    {},
    {
      turnStatus: () => {
        if (isBroken) throw new Error('out of order');
        return { state: 'off' };
      },
    },
  );
  expect((await get(port, '/status.json')).status).toBe(500);
  expect(log.join('\n')).toContain('out of order');
  isBroken = false;
  expect((await get(port, '/status.json')).status).toBe(200);
});
