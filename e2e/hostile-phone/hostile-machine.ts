/** The lab's end of an `agent.ts` on one of its hosts. */
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { World } from '../lab/netns.ts';
import type { Order, Said, Tally, Word } from './orders.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('agent.ts', import.meta.url));
/**
 * The attacker is another machine, whose work must not slow ours down. A browser with the right to do so would raise
 * some of its threads above all others.
 */
export const NICE = ['setpriv', '--bounding-set', '-sys_nice', 'nice', '-n', '19'] as const;

export class HostileMachine {
  readonly #process: ChildProcess;
  readonly #waiting: { readonly said: Said['said']; readonly heard: (said: Said) => void; fail(error: Error): void }[] =
    [];

  private constructor(child: ChildProcess) {
    this.#process = child;
    if (child.stdout === null) throw new Error('an agent has no output');
    child.once('exit', (code) => {
      for (const { fail } of this.#waiting.splice(0)) fail(new Error(`a hostile machine ended with ${code}`));
    });
    createInterface(child.stdout).on('line', (line) => {
      const said = JSON.parse(line) as Said; // the agent shares this type
      const at = this.#waiting.findIndex((waiting) => waiting.said === said.said);
      if (at >= 0) this.#waiting.splice(at, 1)[0]?.heard(said);
    });
  }

  /** `own`: the addresses of the host, which the phone may all use. */
  static async start(
    world: World,
    node: string,
    router: { readonly address: string; readonly port: number },
    own: readonly string[],
  ): Promise<HostileMachine> {
    const words = [router.address, String(router.port), ...own];
    const child = world.spawn(node, [...NICE, process.execPath, '--import', TSX, AGENT, ...words], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const machine = new HostileMachine(child);
    await machine.#heard('ready');
    return machine;
  }

  /** Resolves when the order has had its first effect. `over` resolves when it is carried out, or after `enough`. */
  async begin(order: Order): Promise<{ readonly over: Promise<Tally> }> {
    const over = this.#heard('over').then((said) => (said.said === 'over' ? said.tally : {}));
    const underway = this.#heard('underway');
    this.#say(order);
    await underway;
    return { over };
  }

  enough(): void {
    this.#say('enough');
  }

  stop(): void {
    this.#process.stdin?.end();
  }

  #heard(said: Said['said']): Promise<Said> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ said, heard: resolve, fail: reject });
    });
  }

  #say(word: Word): void {
    this.#process.stdin?.write(`${JSON.stringify(word)}\n`);
  }
}
