/**
 * One machine that wants the whole relay: says hello as many devices, asks for the servers to reach somebody, and makes
 * allocations with each credential, as long as it gets any. Writes the result as JSON, gives everything back, and ends.
 * `greedy.ts ADDRESS DEVICES ALLOCATIONS-OF-EACH OTHER`
 */
import { WebSocket } from 'ws';
import { type ConnectionId, type IceServer, parseRouterMessage } from '../../src/protocol/signaling.ts';
import { answerTo } from '../drive/wire/hello.ts';
import { secretOf } from './setting.ts';
import { TurnClient } from './turn-client.ts';

const CONNECTION = 'a-visit-of-tests' as ConnectionId;
const HOUR_S = 3600;
const [address = '', devices = '', each = '', other] = process.argv.slice(2);

async function serversOf(name: string): Promise<readonly IceServer[]> {
  const socket = new WebSocket(`ws://${address}/signal`, { origin: `http://${address}` });
  const say = (message: object): void => socket.send(JSON.stringify(message));
  const servers = await new Promise<readonly IceServer[]>((resolve, reject) => {
    socket.on('message', (data) => {
      const parsed = parseRouterMessage(String(data));
      if (!parsed.ok) return reject(new Error(parsed.error));
      const message = parsed.value;
      if (message.type === 'challenge') say(answerTo(message, secretOf(name), name));
      if (message.type === 'ice') resolve(message.iceServers);
      if (message.type !== 'welcome') return;
      const found = message.devices.find((device) => device.name === other);
      if (found === undefined) reject(new Error(`${other} is not here`));
      else say({ type: 'connect', to: found.id, connection: CONNECTION });
    });
  });
  say({ type: 'bye' });
  return servers;
}

async function main(): Promise<void> {
  const taken: TurnClient[] = [];
  const refusedWith = new Set<unknown>();
  let longestS = 0;
  for (let device = 0; device < Number(devices); device++) {
    const servers = await serversOf(`device-${device}`);
    const relay = servers.find(({ urls }) => urls.endsWith('transport=udp'));
    const [, host = '', port = ''] = /^turn:(.+):(\d+)/.exec(relay?.urls ?? '') ?? [];
    const { username = '', credential = '' } = relay ?? {};
    for (let allocation = 0; allocation < Number(each); allocation++) {
      const client = new TurnClient({ address: host, port: Number(port) }, { username, credential });
      const result = await client.allocate(HOUR_S);
      longestS = Math.max(longestS, client.lifetimeS ?? 0);
      if (result === 'success') taken.push(client);
      else {
        refusedWith.add(result);
        client.close();
        break;
      }
    }
  }
  process.stdout.write(`${JSON.stringify({ taken: taken.length, refusedWith: [...refusedWith], longestS })}\n`);
  for (const client of taken) {
    await client.release();
    client.close();
  }
}

void main();
