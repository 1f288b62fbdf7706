/**
 * A device in a namespace: says hello to a router, and stays. Given the name of another device, it asks for the ICE
 * servers to reach that, writes them as JSON, and leaves. `visit.ts ADDRESS NAME [OTHER]`
 */
import { WebSocket } from 'ws';
import {
  type ClientMessage,
  type ConnectionId,
  type Device,
  parseRouterMessage,
  type RouterMessage,
} from '../../src/protocol/signaling.ts';
import { answerTo } from '../drive/wire/hello.ts';
import { secretOf } from './setting.ts';

const CONNECTION = 'a-visit-of-tests' as ConnectionId;
const [address = '', name = '', other] = process.argv.slice(2);
const socket = new WebSocket(`ws://${address}/signal`, { origin: `http://${address}` });
const say = (message: ClientMessage): void => socket.send(JSON.stringify(message));

function lookFor(devices: readonly Device[]): void {
  const found = devices.find((device) => device.name === other);
  if (found !== undefined) say({ type: 'connect', to: found.id, connection: CONNECTION });
}

function hear(message: RouterMessage): void {
  if (message.type === 'challenge') say(answerTo(message, secretOf(name), name));
  else if (message.type === 'welcome') {
    process.stdout.write('here\n');
    lookFor(message.devices);
  } else if (message.type === 'delta') lookFor(message.put ?? []);
  else if (message.type === 'ping') say({ type: 'pong' });
  else if (message.type === 'ice') {
    process.stdout.write(`${JSON.stringify(message.iceServers)}\n`);
    say({ type: 'bye' });
  }
}

socket.on('message', (data) => {
  const parsed = parseRouterMessage(String(data));
  if (!parsed.ok) throw new Error(parsed.error);
  hear(parsed.value);
});
