/** A router in this process on a free port, an app directory made for the test, and clients that wait for events. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { SecretKey } from '../../src/protocol/keys.ts';
import { type ClientMessage, parseRouterMessage, type RouterMessage } from '../../src/protocol/signaling.ts';
import type { Limits } from '../../src/router/limits/limits.ts';
import { createLog } from '../../src/router/machine/log.ts';
import { type Router, type RouterOptions, startRouter } from '../../src/router/server.ts';
import { answerTo, type Belonging } from '../drive/wire/hello.ts';

export const HOST = '127.0.0.1';
/** The clients' default address: 127.0.0.1 would be a proxy, which stands for many clients (`places.ts`). */
export const PHONE = '127.0.0.7';

export async function temporaryDirectory(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'hikyaku-router-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A small version of the build: a page, a hashed asset with its compressed forms, and something from public/. */
export async function fakeApp(directory: string): Promise<void> {
  await mkdir(join(directory, 'assets'), { recursive: true });
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Hikyaku</title>');
  await writeFile(join(directory, 'assets', 'main-a1b2c3d4.js'), '0123456789');
  await writeFile(join(directory, 'assets', 'main-a1b2c3d4.js.br'), 'brotli');
  await writeFile(join(directory, 'assets', 'main-a1b2c3d4.js.gz'), 'gzip');
  await writeFile(join(directory, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
}

export type Running = { readonly router: Router; readonly port: number; readonly log: string[] };

export async function start(limits: Partial<Limits> = {}, more: Partial<RouterOptions> = {}): Promise<Running> {
  const log: string[] = [];
  const router = await startRouter({
    listeners: [{ host: HOST, port: 0 }],
    id: 'router-of-a-test',
    name: 'R1',
    version: '0.0.0',
    address: HOST,
    appDirectory: '/nonexistent',
    log: createLog('debug', (line) => log.push(line)),
    limits: { settledMs: 0, ...limits },
    ...more,
  });
  return { router, port: router.ports[0] ?? 0, log };
}

export type Response = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string };

/** One request as written, without anything that `fetch` would add, decode or follow. */
export async function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  const request = httpRequest({ host: HOST, port, path, headers, method, agent: false, localAddress: PHONE }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let body = '';
  for await (const piece of response.setEncoding('utf8')) body += piece;
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}

/** A secret for each name, so that a test can come back as the same device. */
export function secretOf(name: string): SecretKey {
  return createHash('sha256').update(name).digest('base64url') as SecretKey;
}

/** A scripted browser. Frames are kept until asked for, so none is missed; waits are for events, never for time. */
export class Client {
  readonly socket: WebSocket;
  readonly #frames: RouterMessage[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  #ended = false;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
    socket.on('message', (data) => {
      const parsed = parseRouterMessage(String(data));
      if (!parsed.ok) throw new Error(`the router said what nobody understands: ${parsed.error}`);
      this.#frames.push(parsed.value);
      this.#wake();
    });
    socket.on('close', () => {
      this.#ended = true;
      this.#wake();
    });
    socket.on('error', () => {});
  }

  static async open(port: number, options: { origin?: string; localAddress?: string } = {}): Promise<Client> {
    const client = new Client(
      new WebSocket(`ws://${HOST}:${port}/signal`, {
        origin: `http://${HOST}:${port}`,
        localAddress: PHONE,
        ...options,
      }),
    );
    await once(client.socket, 'open');
    return client;
  }

  /** Opens a socket, says hello and takes the welcome. */
  static async join(
    port: number,
    name: string,
    { groups, onlyGroups, ...options }: { localAddress?: string } & Belonging = {},
  ): Promise<{ client: Client; welcome: RouterMessage & { type: 'welcome' } }> {
    const client = await Client.open(port, options);
    const belonging = { ...(groups && { groups }), ...(onlyGroups && { onlyGroups }) };
    client.say(answerTo(await client.next('challenge'), secretOf(name), name, belonging));
    return { client, welcome: await client.next('welcome') };
  }

  say(message: ClientMessage): void {
    this.sayRaw(JSON.stringify(message));
  }

  sayRaw(frame: string | Uint8Array): void {
    this.socket.send(frame);
  }

  /** The next frame of this type; earlier frames are dropped. */
  async next<T extends RouterMessage['type']>(type: T): Promise<RouterMessage & { type: T }> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame?.type === type) return frame as RouterMessage & { type: T };
      if (frame !== undefined) continue;
      if (this.#ended) throw new Error(`the socket closed before ${type} came`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** All frames that have arrived and were not read. */
  get unread(): readonly RouterMessage[] {
    return this.#frames;
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
