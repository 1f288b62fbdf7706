/**
 * Scripted devices in one namespace, which also read the status of routers. Commands come as lines of JSON, events go
 * out as lines of JSON.
 */
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { parseRouterMessage } from '../../src/protocol/signaling.ts';
import { answerTo } from '../drive/wire/hello.ts';
import { secretOf } from './setting.ts';

/** One page of one device: a device that comes back has another page. */
export type Page = number;

export type Command =
  /** `who` makes the secret, `called` is the name that people see. */
  | { readonly do: 'join'; readonly page: Page; readonly who: string; readonly called: string; readonly router: string }
  | { readonly do: 'say'; readonly page: Page; readonly message: unknown }
  /** The device is gone without a goodbye. */
  | { readonly do: 'drop'; readonly page: Page }
  | { readonly do: 'status'; readonly router: string; readonly ask: number };

export type Report =
  /** From now on the agent takes commands. */
  | { readonly type: 'ready' }
  | { readonly type: 'frame'; readonly page: Page; readonly frame: unknown }
  | { readonly type: 'closed'; readonly page: Page; readonly code: number }
  | { readonly type: 'status'; readonly ask: number; readonly status: unknown };

const sockets = new Map<Page, WebSocket>();
const tell = (report: Report): void => void process.stdout.write(`${JSON.stringify(report)}\n`);

function join({ page, who, called: name, router }: Command & { readonly do: 'join' }): void {
  const socket = new WebSocket(`ws://${router}/signal`, { origin: `http://${router}` });
  sockets.set(page, socket);
  socket.on('message', (data) => {
    const parsed = parseRouterMessage(String(data));
    if (!parsed.ok) throw new Error(parsed.error);
    const frame = parsed.value;
    if (frame.type === 'challenge') socket.send(JSON.stringify(answerTo(frame, secretOf(who), name)));
    else tell({ type: 'frame', page, frame });
  });
  socket.on('error', () => {});
  socket.on('close', (code) => {
    sockets.delete(page);
    tell({ type: 'closed', page, code });
  });
}

/** A page without a connection says nothing. */
function say(page: Page, frame: string): void {
  const socket = sockets.get(page);
  if (socket?.readyState === WebSocket.OPEN) socket.send(frame);
}

async function status(router: string, ask: number): Promise<void> {
  const value = await fetch(`http://${router}/status.json`, { signal: AbortSignal.timeout(2_000) })
    .then((response) => response.json() as Promise<unknown>)
    .catch(() => undefined);
  tell({ type: 'status', ask, status: value });
}

createInterface(process.stdin).on('line', (line) => {
  const command = JSON.parse(line) as Command; // the test that wrote it shares this file's type
  switch (command.do) {
    case 'join':
      return join(command);
    case 'say':
      return say(command.page, JSON.stringify(command.message));
    case 'drop':
      return sockets.get(command.page)?.terminate();
    case 'status':
      return void status(command.router, command.ask);
  }
});
process.stdin.on('end', () => process.exit());
tell({ type: 'ready' });
