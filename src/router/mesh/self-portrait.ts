/**
 * What this router says about itself to the others. Checked again and again: STUN and the address on the backhaul come
 * and go.
 */
import type { Server } from '../relay/ice.ts';
import type { BackhaulAddress } from './apart.ts';
import type { About } from './bus.ts';

export type Looks = {
  readonly name: string;
  /** This router's STUN server on the backhaul, while one answers. */
  readonly stun: () => Server | undefined;
  /** This router's IPv4 address on the backhaul. */
  readonly backhaul: () => BackhaulAddress | undefined;
};

export class SelfPortrait {
  readonly #looks: Looks;
  #about: About;

  constructor(looks: Looks) {
    this.#looks = looks;
    this.#about = { name: looks.name };
  }

  get about(): About {
    return this.#about;
  }

  /** Looks again; true when something has changed. */
  look(): boolean {
    const before = this.#about;
    this.#about = aboutOf(this.#looks);
    return JSON.stringify(this.#about) !== JSON.stringify(before);
  }
}

function aboutOf({ name, stun, backhaul }: Looks): About {
  const [server, address] = [stun(), backhaul()];
  return { name, ...(server && { stun: server }), ...(address && { backhaul: address }) };
}
