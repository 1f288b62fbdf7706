/** A coturn that is not ours on one of the lab's nodes: set up by hand, as in the paper. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PortRange } from './counters.ts';
import type { World } from './netns.ts';

/** coturn's default range. */
export const DEFAULT_RELAY_PORTS: PortRange = { first: 49_152, last: 65_535 };
export const TURN_PORT = 3478;

/** Resolves with the file that holds its secret when coturn listens. It ends with the world. */
export async function startCoturn(
  world: World,
  node: string,
  address: string,
  folder: string,
): Promise<{ readonly secretFile: string }> {
  const secret = randomUUID();
  const secretFile = join(folder, 'turn-secret');
  const configuration = join(folder, 'turnserver.conf');
  await writeFile(secretFile, `${secret}\n`, { mode: 0o600 });
  const lines = [
    `listening-port=${TURN_PORT}`,
    `listening-ip=${address}`,
    `relay-ip=${address}`,
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    'realm=paper',
    'fingerprint',
    'no-tls',
    'no-dtls',
    'no-cli',
    'log-file=/dev/null',
    'userdb=:memory:',
    'pidfile=/dev/null',
  ];
  await writeFile(configuration, `${lines.join('\n')}\n`, { mode: 0o600 });
  const child = world.spawn(node, ['turnserver', '-c', configuration], { stdio: 'ignore' });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`turnserver ended with ${code}`);
  });
  await Promise.race([world.output(node, [process.execPath, '-e', askUntilAnswered(address)]), ended]);
  ended.catch(() => {}); // from here on it may end, with the world
  return { secretFile };
}

/** coturn's output does not say when it listens; a STUN binding request (RFC 8489) finds out. */
function askUntilAnswered(address: string): string {
  return `
    const socket = require('node:dgram').createSocket('udp4');
    const request = Buffer.from('000100002112a442' + '11'.repeat(12), 'hex');
    socket.on('message', () => process.exit());
    setInterval(() => socket.send(request, ${TURN_PORT}, '${address}'), 50);`;
}
