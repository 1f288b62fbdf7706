/** Real routers with real disks that meet over real links: what a phone leaves at one of them is read at the other. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventId } from '../../src/protocol/event.ts';
import { MeshStage } from './mesh-stage.ts';
import { whyNot } from './place.ts';
import type { Answer, Command } from './words-agent.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('words-agent.ts', import.meta.url));
/** For a busy machine. */
const WITHIN_MS = 20_000;
const PHOTO_BYTES = 700_000;

class Phone {
  readonly #child: ChildProcess;
  readonly #lines: NodeJS.EventEmitter;

  constructor(stage: MeshStage, node: string, name: string) {
    const command = [process.execPath, '--import', TSX, AGENT, stage.addressOf(node), name];
    this.#child = stage.world.spawn(`of-${node}`, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    if (this.#child.stdout === null) throw new Error('it says nothing');
    this.#lines = createInterface(this.#child.stdout);
  }

  async do(command: Command): Promise<Answer> {
    const answered = once(this.#lines, 'line');
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
    const [line] = await answered;
    return JSON.parse(String(line)) as Answer;
  }

  async leave(text: string, size?: number): Promise<{ readonly id: EventId; readonly sha256: string }> {
    const { outcome, id, sha256 = '' } = await this.do({ do: 'post', text, ...(size !== undefined && { size }) });
    if (outcome !== 'held' || id === undefined) throw new Error(outcome);
    return { id, sha256 };
  }

  stop(): void {
    this.#child.stdin?.end();
  }
}

const skip = whyNot();
describe.skipIf(skip !== undefined)(`words at two routers${skip === undefined ? '' : ` (${skip})`}`, () => {
  let stage: MeshStage;
  const phones: Phone[] = [];
  const phone = (node: string, name: string): Phone => {
    const one = new Phone(stage, node, name);
    phones.push(one);
    return one;
  };
  const left: { readonly id: EventId; readonly sha256: string }[] = [];

  beforeAll(async () => {
    stage = await MeshStage.build('R1', 'R2');
    await Promise.all(['R1', 'R2'].map((node) => stage.start(node)));
    await stage.together(['R1', 'R2'], WITHIN_MS);
  }, 60_000);
  afterAll(async () => {
    for (const each of phones) each.stop();
    await stage?.close();
  });

  it('are told to the other at once, and a photo comes when somebody wants it', { timeout: 60_000 }, async () => {
    const [ann, bob] = [phone('R1', 'ann'), phone('R2', 'bob')];
    left.push(await ann.leave('Water at the east gate', PHOTO_BYTES));
    const ids = left.map(({ id }) => id);
    const sha256 = left[0]?.sha256 ?? '';
    expect(await bob.do({ do: 'await', ids })).toEqual({ outcome: 'here' });
    expect(await bob.do({ do: 'get', sha256 })).toEqual({ outcome: '200', sha256 });
    expect((await bob.do({ do: 'get', sha256: 'f'.repeat(64) })).outcome).toBe('404');
  });

  it('are caught up with by a router that was killed, which has kept what it had', { timeout: 60_000 }, async () => {
    await stage.stop('R2', 'SIGKILL');
    const [ann] = phones;
    for (const text of ['The gym is full', 'Buses go at ten'])
      left.push((await ann?.leave(text, 70_000)) ?? expect.fail());
    await stage.start('R2');
    const eve = phone('R2', 'eve');
    expect(await eve.do({ do: 'await', ids: left.map(({ id }) => id) })).toEqual({ outcome: 'here' });
    for (const { sha256 } of left) expect(await eve.do({ do: 'get', sha256 })).toEqual({ outcome: '200', sha256 });
  });

  it('are exchanged when two that were apart meet again', { timeout: 60_000 }, async () => {
    await stage.cable('R2', 'out');
    await stage.together(['R1'], WITHIN_MS);
    const [ann, , eve] = phones as [Phone, Phone, Phone];
    const here = await ann.leave('Written at the one', 70_000);
    const there = await eve.leave('Written at the other', 70_000);
    await stage.cable('R2', 'in');
    expect(await ann.do({ do: 'await', ids: [there.id] })).toEqual({ outcome: 'here' });
    expect(await eve.do({ do: 'await', ids: [here.id] })).toEqual({ outcome: 'here' });
    expect(await ann.do({ do: 'get', sha256: there.sha256 })).toEqual({ outcome: '200', sha256: there.sha256 });
    expect(await eve.do({ do: 'get', sha256: here.sha256 })).toEqual({ outcome: '200', sha256: here.sha256 });
  });
});
