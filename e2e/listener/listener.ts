/** One of the listener's ears on a router's Wi-Fi, and its mouth there (`agent.ts`). */
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Capture } from '../lab/capture.ts';
import type { World } from '../lab/netns.ts';
import { APP_PORT } from '../lab/router-process.ts';
import { HOST } from '../lab/topology.ts';
import type { Answer, Replay } from './orders.ts';
import { type Overheard, overheardIn } from './overheard.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('agent.ts', import.meta.url));

export class Listener {
  /** The router whose Wi-Fi this is. */
  readonly router: string;
  readonly #capture: Capture;
  readonly #agent: ChildProcess;
  readonly #waiting: ((answer: Answer) => void)[] = [];

  private constructor(router: string, capture: Capture, agent: ChildProcess) {
    this.router = router;
    this.#capture = capture;
    this.#agent = agent;
  }

  /** On the host `node`, which hears everybody on the Wi-Fi of `router` from now on. `address`: of the router there. */
  static async start(
    world: World,
    { node, router, address, folder }: { node: string; router: string; address: string; folder: string },
  ): Promise<Listener> {
    await world.overhear(router, node, []);
    const capture = await Capture.start(world, node, HOST, folder, { only: `tcp port ${APP_PORT}`, whole: true });
    const program = [process.execPath, '--import', TSX, AGENT, `${address}:${APP_PORT}`];
    const agent = world.spawn(node, program, { stdio: ['pipe', 'pipe', 'inherit'] });
    const listener = new Listener(router, capture, agent);
    await listener.#ready();
    return listener;
  }

  /** Stops to listen. */
  async overheard(): Promise<Overheard> {
    return overheardIn(await this.#capture.bytes());
  }

  /** One after the other: answers come in the order of the replays. */
  replay(replay: Replay): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#agent.stdin?.write(`${JSON.stringify(replay)}\n`);
    });
  }

  stop(): void {
    this.#agent.stdin?.end();
  }

  #ready(): Promise<void> {
    const { stdout } = this.#agent;
    if (stdout === null) throw new Error('an agent has no output');
    return new Promise((resolve, reject) => {
      this.#agent.once('exit', (code) => reject(new Error(`a listener ended with ${code}`)));
      createInterface(stdout).on('line', (line) => {
        const said = JSON.parse(line) as Answer | 'ready'; // the agent shares this type
        if (said === 'ready') resolve();
        else this.#waiting.shift()?.(said);
      });
    });
  }
}
