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
import type { Tally } from './orders.ts';
import { lookUntilSaid, type Seen } from './screens.ts';
import type { Variant } from './variants.ts';

const BUILT = fileURLToPath(new URL('../../dist/router.mjs', import.meta.url));
const FILE_BYTES = 2_000_000;
/** A device that is known has this time for its hello and its proof (`engine/connections.ts`), and then some. */
const PATIENCE_MS = 30_000;
const GONE = 'Carol';

export type Attacked = {
  readonly tally: Tally;
  /** Alice's screen, then Bob's. */
  readonly seen: readonly [Seen, Seen];
  /** Transfers that Bob's screen lists. */
  readonly received: number;
};

export class Ground {
  readonly stage: Stage;
  readonly alice: Phone;
  readonly bob: Phone;
  readonly #router: EvilRouter;

  private constructor(stage: Stage, [alice, bob]: readonly [Phone, Phone], router: EvilRouter) {
    this.stage = stage;
    this.alice = alice;
    this.bob = bob;
    this.#router = router;
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
      const gone = variant.name === 'invents' ? await open(GONE) : undefined;
      await Promise.all([alice.waitForDevice(gone?.name ?? 'Bob'), bob.waitForDevice(gone?.name ?? 'Alice')]);
      await router.turn(variant.name, gone?.name);
      await gone?.close();
      return new Ground(stage, [alice, bob], router);
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** Alice sends Bob something, or somebody who is invented; the invented one sends something to Bob. */
  async attack(variant: Variant): Promise<Attacked> {
    const isInvented = variant.name === 'invents';
    let file = await this.#send('secret.bin', isInvented ? GONE : 'Bob');
    if (isInvented) await this.#router.call('Bob', GONE);
    let seen = await this.#look(file);
    if (variant.name === 'repeats') {
      await this.#router.forget();
      await this.#reload();
      file = await this.#send('secret-again.bin', 'Bob');
      seen = await this.#look(file);
    }
    if (seen[1].isAsked) await this.#takeIt(isInvented ? 'invented.bin' : basename(file));
    return { tally: await this.#router.tally(), seen, received: (await this.bob.transfers()).length };
  }

  /** Both walk to the honest router, and Alice sends a file once more. True when it arrives with the same SHA-256. */
  async neighbour(): Promise<boolean> {
    const { world, folder } = this.stage;
    const { alice, bob } = this;
    for (const { name } of [alice, bob]) await world.leave(name, 'r1');
    for (const { name } of [alice, bob]) await world.join(name, 'r1', 'r2');
    await Promise.all([alice, bob].map((phone) => phone.waitForStatus('Online')));
    await Promise.all([alice.waitForDevice('Bob'), bob.waitForDevice('Alice')]);
    const file = await this.#send('honest.bin', 'Bob');
    const name = basename(file);
    await bob.offerOf(name);
    await bob.accept();
    await bob.waitForState(name, 'Saved');
    const saved = await bob.save(name, join(folder, 'saved'));
    return (await sha256(saved.path)) === (await sha256(file));
  }

  async close(): Promise<void> {
    this.#router.stop();
    await this.stage.close();
  }

  async #send(name: string, to: string): Promise<string> {
    const file = await randomFile(join(this.stage.folder, name), FILE_BYTES);
    await this.alice.sendFiles([file], [to]);
    return file;
  }

  #look(file: string): Promise<readonly [Seen, Seen]> {
    return lookUntilSaid([this.alice, this.bob], basename(file), PATIENCE_MS);
  }

  /** Takes earlier warnings off the screens. */
  async #reload(): Promise<void> {
    const { alice, bob } = this;
    await Promise.all([alice, bob].map(async (phone) => phone.open(String(await phone.evaluate('location.href')))));
    await Promise.all([alice.waitForDevice('Bob'), bob.waitForDevice('Alice')]);
  }

  /** Nothing stopped the evil router: shows what it gets. */
  async #takeIt(name: string): Promise<void> {
    await this.bob.accept();
    if (name !== 'invented.bin') await this.bob.waitForState(name, 'Saved');
  }
}
