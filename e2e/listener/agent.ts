/**
 * A machine on the Wi-Fi that says to the router what it has overheard. Replays come as lines of JSON; the answer to each
 * goes out as a line of JSON. `agent.ts ROUTER_ADDRESS:PORT`
 */
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { newSecret } from '../../src/protocol/keys.ts';
import { parseRouterMessage } from '../../src/protocol/signaling.ts';
import { answerTo } from '../drive/wire/hello.ts';
import type { Answer, Replay } from './orders.ts';

const [router = ''] = process.argv.slice(2);
const secret = newSecret();
const NAME = 'Stranger';
/** The router answers this at once, after all that was said before. */
const MARKER = JSON.stringify({ type: 'pong', asks: true });
/** A router that neither answers nor closes within this time, in milliseconds, does something that nobody foresaw. */
const PATIENCE_MS = 10_000;

function replay({ as, frames }: Replay): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${router}/signal`, { origin: `http://${router}` });
    const heard: string[] = [];
    let self: string | undefined;
    const over = (closed?: number): void => {
      clearTimeout(timer);
      resolve({ heard, ...(self !== undefined && { self }), ...(closed !== undefined && { closed }) });
      socket.terminate();
    };
    const timer = setTimeout(() => over(), PATIENCE_MS);
    const say = (all: readonly string[]): void => {
      for (const frame of all) socket.send(frame);
    };
    socket.on('message', (data) => {
      const parsed = parseRouterMessage(String(data));
      if (!parsed.ok) return;
      const message = parsed.value;
      heard.push(message.type);
      if (message.type === 'challenge') {
        if (as === 'nobody') say([...frames, MARKER]);
        else say([JSON.stringify(answerTo(message, secret, NAME)), ...frames, MARKER]);
      }
      if (message.type === 'welcome') self = message.self;
      if (message.type === 'ping') over();
    });
    socket.on('error', () => {}); // refused: the close that follows says so
    socket.on('close', (code) => over(code));
  });
}

const tell = (value: Answer | 'ready'): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
createInterface(process.stdin).on('line', (line) => {
  void replay(JSON.parse(line) as Replay).then(tell); // the lab that wrote it shares this type
});
process.stdin.on('end', () => process.exit());
tell('ready');
