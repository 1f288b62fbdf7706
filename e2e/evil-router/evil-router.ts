/** The lab's end of a hostile router: its process (`router-agent.ts`), and the page that stands in the middle for it. */
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { callOf } from '../drive/page/inject.ts';
import type { Phone } from '../drive/phone.ts';
import { APP_PORT } from '../lab/router-process.ts';
import type { Stage } from '../lab/stage.ts';
import { type How, MIDDLE_PATH, type Order, type Said, type Tally } from './orders.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('router-agent.ts', import.meta.url));
const IN_PAGE = '../../evil-router/page/middle.ts';

export class EvilRouter {
  readonly #process: ChildProcess;
  readonly #page: Phone;
  readonly #waiting: { readonly said: Said; readonly heard: () => void; fail(error: Error): void }[] = [];

  private constructor(child: ChildProcess, page: Phone) {
    this.#process = child;
    this.#page = page;
    if (child.stdout === null) throw new Error('an agent has no output');
    child.once('exit', (code) => {
      for (const { fail } of this.#waiting.splice(0)) fail(new Error(`the evil router ended with ${code}`));
    });
    createInterface(child.stdout).on('line', (line) => {
      const said = JSON.parse(line) as Said; // the agent shares this type
      const at = this.#waiting.findIndex((waiting) => waiting.said === said);
      if (at >= 0) this.#waiting.splice(at, 1)[0]?.heard();
    });
  }

  /** `app`: the folder of the page that it serves. Honest until it is told to turn. */
  static async start(stage: Stage, node: string, address: string, app: string): Promise<EvilRouter> {
    const page = await stage.browser('Middle', node);
    const program = [process.execPath, '--import', TSX, AGENT, address, String(APP_PORT), app];
    const child = stage.world.spawn(node, program, { stdio: ['pipe', 'pipe', 'inherit'] });
    const router = new EvilRouter(child, page);
    await router.#said('listening');
    await page.open(`http://${address}:${APP_PORT}${MIDDLE_PATH}`);
    return router;
  }

  /** From now on every call comes to the page in the middle, which does `how` with it. */
  async turn(how: How, keeps?: string): Promise<void> {
    const order: Order = { do: 'turn', ...(keeps !== undefined && { keeps }) };
    const turned = this.#said('turned');
    this.#process.stdin?.write(`${JSON.stringify(order)}\n`);
    await turned;
    await this.#do('stand', [how]);
  }

  /** Calls `victim` in the name of `as`. */
  async call(victim: string, as: string): Promise<void> {
    await this.#do('call', [victim, as]);
  }

  /** Gives its connections up, and keeps what was said in them. */
  async forget(): Promise<void> {
    await this.#do('forget', []);
  }

  async tally(): Promise<Tally> {
    return (await this.#do('tally', [])) as Tally;
  }

  stop(): void {
    this.#process.stdin?.end();
  }

  async #do(name: string, args: readonly unknown[]): Promise<unknown> {
    return this.#page.evaluate(await callOf(IN_PAGE, name, args));
  }

  #said(said: Said): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ said, heard: resolve, fail: reject });
    });
  }
}
