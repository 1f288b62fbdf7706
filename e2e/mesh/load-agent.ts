/**
 * Many scripted devices behind one router, in one process that keeps what they hear to itself and gives sums when
 * asked. Commands and answers are lines of JSON. `load-agent.ts ROUTER PREFIX`
 */
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { type DeviceId, parseRouterMessage } from '../../src/protocol/signaling.ts';
import { answerTo } from '../drive/wire/hello.ts';
import { secretOf } from '../router/setting.ts';

export type LoadCommand =
  /** `count` more devices say hello, one after the other. */
  | { readonly do: 'join'; readonly count: number }
  /** `count` devices say goodbye, and as many others come. */
  | { readonly do: 'churn'; readonly count: number }
  | { readonly do: 'sum' };
export type LoadSum = {
  readonly clients: number;
  /** How many others the devices know: the fewest and the most. */
  readonly least: number;
  readonly most: number;
};

const [, , router = '', prefix = ''] = process.argv;
type Visitor = { readonly socket: WebSocket; readonly known: Set<DeviceId> };
/** In order of arrival. */
const visitors: Visitor[] = [];
let count = 0;

async function join(): Promise<void> {
  const name = `${prefix} ${++count}`;
  const socket = new WebSocket(`ws://${router}/signal`, { origin: `http://${router}` });
  const known = new Set<DeviceId>();
  const welcome = new Promise<void>((resolve) =>
    socket.on('message', (data) => {
      const parsed = parseRouterMessage(String(data));
      if (!parsed.ok) throw new Error(parsed.error);
      const message = parsed.value;
      if (message.type === 'challenge') socket.send(JSON.stringify(answerTo(message, secretOf(name), name)));
      else if (message.type === 'welcome') {
        for (const { id } of message.devices) known.add(id);
        resolve();
      } else if (message.type === 'delta') {
        for (const { id } of message.put ?? []) known.add(id);
        for (const id of message.gone ?? []) known.delete(id);
      } else if (message.type === 'ping') socket.send('{"type":"pong"}');
    }),
  );
  await welcome;
  visitors.push({ socket, known });
}

async function perform(command: LoadCommand): Promise<LoadSum> {
  if (command.do === 'join') for (let left = command.count; left > 0; left -= 1) await join();
  if (command.do === 'churn')
    for (let left = command.count; left > 0; left -= 1) {
      visitors.shift()?.socket.send('{"type":"bye"}');
      await join();
    }
  const sizes = visitors.map(({ known }) => known.size);
  return { clients: visitors.length, least: Math.min(...sizes), most: Math.max(...sizes) };
}

let last: Promise<unknown> = Promise.resolve();
createInterface(process.stdin).on('line', (line) => {
  const command = JSON.parse(line) as LoadCommand; // the bench that wrote it shares this file's type
  last = last.then(async () => process.stdout.write(`${JSON.stringify(await perform(command))}\n`));
});
process.stdin.on('end', () => process.exit());
