/**
 * Two victims on the Wi-Fi of a hostile router, whose neighbour is honest.
 *
 *      Alice, Bob, Carol --- r1 (evil, with the page in the middle) ---+
 *                            r2 (honest) ------------------------------+--- backhaul
 *
 * Both have the same LAN and address, so people walk from one to the other with the page open.
 */
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { mesh as network } from '../lab/mesh-networks.ts';
import { APP_PORT, applyProductNat } from '../lab/router-process.ts';
import { Stage, type StageOptions } from '../lab/stage.ts';
import { firstAddress } from '../lab/topology.ts';
import { EvilRouter } from './evil-router.ts';
import { lookUntilSaid, type Seen } from './screens.ts';
import type { Variant } from './variants.ts';

const BUILT = fileURLToPath(new URL('../../dist/router.mjs', import.meta.url));
const FILE_BYTES = 2_000_000;
/** A device that is known has this time for its hello and its proof (`engine/connections.ts`), and then some. */
const PATIENCE_MS = 30_000;
/** Whom the router may invent. */
export const GONE = 'Carol';

export class Ground {
  readonly stage: Stage;
  readonly alice: Phone;
  readonly bob: Phone;
  readonly router: EvilRouter;
  /** Leaves when the router turns. */
  readonly #gone: Phone | undefined;

  private constructor(
    stage: Stage,
    { alice, bob, gone }: { readonly alice: Phone; readonly bob: Phone; readonly gone: Phone | undefined },
    router: EvilRouter,
  ) {
    this.stage = stage;
    this.alice = alice;
    this.bob = bob;
    this.#gone = gone;
    this.router = router;
  }

  /** `bundle`: a build of the product other than the usual one. The evil router serves the page that lies beside it. */
  static async lay(options: StageOptions, variant: Variant, bundle = BUILT): Promise<Ground> {
    const stage = await Stage.build(network(2, { Alice: 'r1', Bob: 'r1', [GONE]: 'r1' }, 'cloned'), options);
    try {
      const address = firstAddress(stage.topology.routers[0]?.lan ?? '');
      await applyProductNat(stage.world, 'r2');
      const [router, honest] = await Promise.all([
        EvilRouter.start(stage, 'r1', address, join(dirname(bundle), 'app')),
        stage.router('r2', { flags: ['--mesh', 'off'], bundle }),
      ]);
      await honest.waitForTurn();
      const open = (name: string) => stage.phone(name, name, `http://${address}:${APP_PORT}/`);
      const [alice, bob] = await Promise.all([open('Alice'), open('Bob')]);
      const gone = variant.how === 'invents' ? await open(GONE) : undefined;
      await Promise.all([alice.waitForDevice(gone?.name ?? 'Bob'), bob.waitForDevice(gone?.name ?? 'Alice')]);
      return new Ground(stage, { alice, bob, gone }, router);
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** From now on the router is hostile. In a variant with an invented device, that one has left. */
  async turn({ how }: Variant): Promise<void> {
    await this.router.turn(how, this.#gone?.name);
    await this.#gone?.close();
  }

  fileOf(name: string): string {
    return join(this.stage.folder, name);
  }

  /** Alice sends a new file. Resolves with its path. */
  async send(name: string, to: string, bytes = FILE_BYTES): Promise<string> {
    const file = await randomFile(this.fileOf(name), bytes);
    await this.alice.sendFiles([file], [to]);
    return file;
  }

  /** True when Bob has it, with the same SHA-256. */
  async hasSaved(file: string): Promise<boolean> {
    const name = basename(file);
    await this.bob.waitForState(name, 'Saved');
    const saved = await this.bob.save(name, join(this.stage.folder, 'saved'));
    return (await sha256(saved.path)) === (await sha256(file));
  }

  /** What both screens say within the time that a device has for its hello and its proof. */
  look(): Promise<readonly [Seen, Seen]> {
    return lookUntilSaid([this.alice, this.bob], PATIENCE_MS);
  }

  async reload(...phones: readonly Phone[]): Promise<void> {
    await Promise.all(phones.map(async (phone) => phone.open(String(await phone.evaluate('location.href')))));
    await this.#together();
  }

  /** Both walk to the honest router. */
  async walk(): Promise<void> {
    const { world } = this.stage;
    const both = [this.alice, this.bob];
    for (const { name } of both) await world.leave(name, 'r1');
    for (const { name } of both) await world.join(name, 'r1', 'r2');
    await Promise.all(both.map((phone) => phone.waitForStatus('Online')));
    await this.#together();
  }

  async #together(): Promise<void> {
    await Promise.all([this.alice.waitForDevice('Bob'), this.bob.waitForDevice('Alice')]);
  }

  async close(): Promise<void> {
    this.router.stop();
    await this.stage.close();
  }
}
