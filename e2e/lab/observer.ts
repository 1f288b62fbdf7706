/** Watches, from outside the mesh, what routers say about themselves and about it. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Status } from '../../src/router/status/status.ts';
import type { World } from './netns.ts';
import type { Order, Report } from './observer-agent.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Each router's last answer; routers that do not answer are missing. */
export type Seen = ReadonlyMap<string, Status>;

export class Observer {
  readonly #process: ChildProcess;
  readonly #urls: Order;
  readonly #seen = new Map<string, Status>();
  #waiting: ((at: number) => void)[] = [];

  private constructor(child: ChildProcess, urls: Order) {
    this.#process = child;
    this.#urls = urls;
    child.on('message', (report: Report) => this.#hear(report));
  }

  /** Resolves when it is ready to watch. `urls`: names of routers and the addresses of their status. */
  static async start(world: World, node: string, urls: Order): Promise<Observer> {
    // A process in another mount namespace starts in the root folder, so relative paths do not work.
    const program = [process.execPath, '--import', TSX, fileURLToPath(new URL('observer-agent.ts', import.meta.url))];
    const child = world.spawn(node, program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    await once(child, 'message'); // it is ready
    return new Observer(child, urls);
  }

  get seen(): Seen {
    return this.#seen;
  }

  /** Forgets everything and asks all routers, ten times a second, until `rest`. */
  watch(): void {
    this.#seen.clear();
    this.#process.send(this.#urls);
  }

  /** Stops asking: the network is quiet. */
  rest(): void {
    this.#process.send({});
  }

  /**
   * Resolves with the time (in milliseconds since 1970) of the answer that met the condition; after `withinMs` fails
   * with what the routers say.
   */
  until(what: string, wanted: (seen: Seen) => boolean, withinMs: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const look = (at: number) => {
        if (wanted(this.#seen)) {
          clearTimeout(timer);
          resolve(at);
        } else this.#waiting.push(look);
      };
      const timer = setTimeout(
        () => reject(new Error(`after ${withinMs} ms not ${what}, but ${describe(this.#seen)}`)),
        withinMs,
      );
      look(Date.now());
    });
  }

  stop(): void {
    if (this.#process.connected) this.#process.disconnect();
  }

  #hear({ router, at, status }: Report): void {
    if (status === undefined) this.#seen.delete(router);
    else this.#seen.set(router, status);
    for (const look of this.#waiting.splice(0)) look(at);
  }
}

/** True when each of these routers answers and sees exactly these. */
export function seeEachOther(seen: Seen, routers: readonly string[]): boolean {
  const all = [...routers].sort().join();
  return routers.every((router) => {
    const others = seen.get(router)?.mesh.routers.map(({ name }) => name);
    return others?.sort().join() === all;
  });
}

const describe = (seen: Seen): string =>
  [...seen].map(([name, { mesh }]) => `${name}: ${mesh.state}, ${mesh.routers.map((one) => one.name)}`).join('; ');
