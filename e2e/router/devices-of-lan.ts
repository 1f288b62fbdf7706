/**
 * The scripted devices of one LAN, all in one process there (`mesh-agent.ts`), which takes commands as lines of JSON.
 */
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RouterMessage } from '../../src/protocol/signaling.ts';
import type { Status } from '../../src/router/status/status.ts';
import type { World } from '../lab/netns.ts';
import type { Command, Page, Report } from './mesh-agent.ts';
import { ScriptedDevice } from './scripted-device.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('mesh-agent.ts', import.meta.url));
/** RFC 6455 section 7.4.1: it ended without a close frame. */
const CLOSE_ABNORMAL = 1006;

export class DevicesOfLan {
  /**
   * Resolves when the process is up: that takes seconds on a busy machine, and must not count as time of the tested
   * thing.
   */
  readonly ready: Promise<void>;
  readonly #child: ChildProcess;
  readonly #router: string;
  readonly #devices = new Map<Page, ScriptedDevice>();
  readonly #asked = new Map<number, (status: Status | undefined) => void>();
  #asks = 0;
  #pages = 0;
  #isReady: () => void = () => {};

  constructor(world: World, host: string, router: string) {
    this.#router = router;
    this.ready = new Promise((resolve) => (this.#isReady = resolve));
    this.#child = world.spawn(host, [process.execPath, '--import', TSX, AGENT], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (this.#child.stdout) createInterface(this.#child.stdout).on('line', (line) => this.#hear(line));
  }

  visit(who: string, called: string): ScriptedDevice {
    const page = ++this.#pages;
    const device = new ScriptedDevice(called, page, (command) => this.#do(command));
    this.#devices.set(page, device);
    this.#do({ do: 'join', page, who, called, router: this.#router });
    return device;
  }

  async status(): Promise<Status> {
    for (;;) {
      const ask = ++this.#asks;
      const status = await new Promise<Status | undefined>((resolve) => {
        this.#asked.set(ask, resolve);
        this.#do({ do: 'status', router: this.#router, ask });
      });
      if (status !== undefined) return status;
    }
  }

  stop(): void {
    this.#child.stdin?.end();
    for (const device of this.#devices.values()) device.end(CLOSE_ABNORMAL);
  }

  #do(command: Command): void {
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
  }

  #hear(line: string): void {
    const report = JSON.parse(line) as Report;
    if (report.type === 'ready') this.#isReady();
    else if (report.type === 'status') {
      this.#asked.get(report.ask)?.(report.status as Status | undefined);
      this.#asked.delete(report.ask);
    } else if (report.type === 'closed') {
      this.#devices.get(report.page)?.end(report.code);
      this.#devices.delete(report.page);
    } else this.#devices.get(report.page)?.hear(report.frame as RouterMessage);
  }
}
