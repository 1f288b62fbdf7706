/** A coturn of somebody else's on one of the lab's nodes: set up by hand, as the paper's was, not by our router. */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PortRange } from './counters.ts';
import type { World } from './netns.ts';

/** What coturn takes when nobody says otherwise. */
export const DEFAULT_RELAY_PORTS: PortRange = { first: 49_152, last: 65_535 };
export const TURN_PORT = 3478;

/** Resolves when it listens, with the file that holds its secret. It ends with the world. */
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
    'log-file=stdout',
    'userdb=:memory:',
    'pidfile=/dev/null',
  ];
  await writeFile(configuration, `${lines.join('\n')}\n`, { mode: 0o600 });
  const child = world.spawn(node, ['turnserver', '-c', configuration], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on('line', (line) => {
        said.push(line);
        if (/UDP listener opened/i.test(line)) resolve();
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`turnserver ended with ${code}: ${said.join('\n')}`)));
  });
  return { secretFile };
}
