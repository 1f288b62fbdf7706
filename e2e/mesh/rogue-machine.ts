/** The lab's end of a `rogue-agent.ts` on one of its hosts. */
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { World } from '../lab/netns.ts';
import type { Aftermath, Attack } from './rogue-agent.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('rogue-agent.ts', import.meta.url));

export class RogueMachine {
  readonly #process: ChildProcess;
  readonly #waiting: ((aftermath: Aftermath) => void)[] = [];

  private constructor(child: ChildProcess) {
    this.#process = child;
  }

  static async start(world: World, node: string): Promise<RogueMachine> {
    const child = world.spawn(node, [process.execPath, '--import', TSX, AGENT], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout } = child;
    if (stdout === null) throw new Error('an agent has no output');
    const machine = new RogueMachine(child);
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`a rogue ended with ${code}`)));
      createInterface(stdout).on('line', (line) => {
        const said = JSON.parse(line) as Aftermath | 'ready'; // the agent shares this type
        if (said === 'ready') resolve();
        else machine.#waiting.shift()?.(said);
      });
    });
    return machine;
  }

  /**
   * Starts an attack; resolves when it is over. Results of simultaneous attacks come in the order in which they end.
   */
  attack(attack: Attack): Promise<Aftermath> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#process.stdin?.write(`${JSON.stringify(attack)}\n`);
    });
  }

  stop(): void {
    this.#process.stdin?.end();
  }
}
