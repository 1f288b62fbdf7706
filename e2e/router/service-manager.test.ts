/** The bundle under a service manager: a real socket of the kind that systemd listens on, and the real `systemd-notify`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, it, type TestContext } from 'vitest';
import { findProgram } from '../../src/router/machine/surroundings.ts';
import { type Bundle, bundle } from './bundle.ts';
import { get } from './setting.ts';

let router: Bundle;
beforeAll(async () => {
  router = await bundle();
});
let listener: ChildProcess | undefined;
afterEach(() => {
  router.endAll();
  listener?.kill('SIGKILL');
});
afterAll(() => router.remove());

const needed = ['systemd-notify', 'python3'].filter((name) => findProgram(name, process.env['PATH']) === undefined);
const skipUnlessThere = ({ skip }: TestContext): void => skip(needed.length > 0, `${needed.join(', ')} not installed`);

/** Prints each datagram as a line of JSON. Descriptors that come along (BARRIER) are closed, for which the program waits. */
const LISTENER = `
import json, socket, sys
listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listening.bind(sys.argv[1])
print('up', flush=True)
while True:
    print(json.dumps(listening.recv(4096).decode()), flush=True)
`;

/** What a service manager hears at `path`; each `next` waits for one datagram that is no barrier. */
async function listen(path: string): Promise<{ next(): Promise<readonly string[]> }> {
  const child = spawn('python3', ['-c', LISTENER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  listener = child;
  const lines: Interface = createInterface(child.stdout);
  const said = lines[Symbol.asyncIterator]();
  await said.next();
  return {
    async next() {
      for (;;) {
        const { value } = await said.next();
        const words = String(JSON.parse(value)).split('\n');
        if (!words.includes('BARRIER=1')) return words.filter((word) => word !== '');
      }
    },
  };
}

it('tells systemd that it serves, then that it is alive, and that it ends', async (context) => {
  skipUnlessThere(context);
  const NOTIFY_SOCKET = join(router.home, 'notify');
  const manager = await listen(NOTIFY_SOCKET);
  const { child, listening } = await router.serve(['--https-port', 'off'], 1, {
    NOTIFY_SOCKET,
    WATCHDOG_USEC: '400000',
  });
  expect(await manager.next()).toEqual(['READY=1', `STATUS=listening on ${listening[0]?.href}`]);
  for (let time = 0; time < 3; time++) expect(await manager.next()).toEqual(['WATCHDOG=1']);
  child.kill('SIGTERM');
  let last = await manager.next();
  while (last[0] === 'WATCHDOG=1') last = await manager.next(); // one may have been on its way
  expect(last).toEqual(['STOPPING=1']);
});

it('goes on where systemd does not listen, and says so once', async (context) => {
  skipUnlessThere(context);
  const NOTIFY_SOCKET = join(router.home, 'nobody');
  const { child, port } = await router.serve([], 1, { NOTIFY_SOCKET, WATCHDOG_USEC: '200000' });
  let said = '';
  for await (const line of createInterface(child.stderr)) {
    said += `${line}\n`;
    if (said.includes('systemd cannot be told')) break;
  }
  expect(await get(port, '/healthz')).toMatchObject({ status: 200 });
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(0);
  expect(said.match(/systemd cannot be told/g)).toHaveLength(1);
});
