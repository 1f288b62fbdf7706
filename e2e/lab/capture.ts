/** Packet captures on the lab's nodes, by tcpdump. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { signal, type World } from './netns.ts';
import { type Packet, readPcap } from './packets.ts';

/**
 * Every packet is written at once. The kernel's buffer then has a slot of the longest packet's size for each packet, so
 * that size must be small for the buffer to hold many. 2,048 bytes hold a whole datagram; of larger TCP packets the
 * headers are enough.
 */
const PROMPT = ['--immediate-mode', '-U', '-B', '32768'];
const USUAL_BYTES = 2_048;
/** No packet of the lab is longer: it holds several segments that the kernel has put together. */
const WHOLE_BYTES = 65_550;

export type CaptureOptions = {
  /** Only these packets, in the words of pcap-filter(7). */
  readonly only?: string;
  /** Keeps every packet as a whole. For captures that are small, see above. */
  readonly whole?: boolean;
};

export class Capture {
  readonly node: string;
  readonly device: string;
  readonly file: string;
  readonly #process: ChildProcess;
  #lines: string[] = [];

  private constructor(node: string, device: string, file: string, child: ChildProcess) {
    this.node = node;
    this.device = device;
    this.file = file;
    this.#process = child;
  }

  /** Resolves when the kernel collects packets. */
  static async start(
    world: World,
    node: string,
    device: string,
    folder: string,
    { only, whole = false }: CaptureOptions = {},
  ): Promise<Capture> {
    const file = join(folder, `${node}-${device}.pcap`);
    const length = ['-s', String(whole ? WHOLE_BYTES : USUAL_BYTES)];
    const words = only === undefined ? [] : [only];
    const options = ['-i', device, '-w', file, '-Z', 'root', '-n', ...PROMPT, ...length, ...words];
    const child = world.spawn(node, ['tcpdump', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
    const capture = new Capture(node, device, file, child);
    await capture.#listening();
    return capture;
  }

  #listening(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#process.stderr === null) throw new Error('tcpdump was started without its words');
      createInterface(this.#process.stderr).on('line', (line) => {
        this.#lines.push(line);
        if (line.includes('listening on')) resolve();
      });
      this.#process.once('error', reject);
      this.#process.once('exit', () => reject(new Error(`tcpdump: ${this.#lines.join('; ')}`)));
    });
  }

  /** What was captured so far; the capture goes on. */
  async read(): Promise<readonly Packet[]> {
    return readPcap(await readFile(this.file));
  }

  /** Ends the capture. Fails when the kernel dropped packets: evidence with holes proves nothing. */
  async stop(): Promise<readonly Packet[]> {
    return readPcap(await this.bytes());
  }

  /** Ends the capture like `stop`, and gives the whole file. */
  async bytes(): Promise<Buffer> {
    const exit = once(this.#process, 'close');
    signal(this.#process, 'SIGINT');
    await exit;
    const dropped = this.#lines.find((line) => /^\d+ packets? dropped by kernel/.test(line));
    if (dropped?.startsWith('0 ') !== true) throw new Error(`${this.node}: ${this.#lines.join('; ')}`);
    return readFile(this.file);
  }
}
