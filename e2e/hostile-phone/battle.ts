/** How an attack is begun and ended: by a script, from a page, or as a router. */
import { randomBytes } from 'node:crypto';
import { idOf, type PublicKey } from '../../src/protocol/keys.ts';
import { MAX_DEVICES_PER_ROUTER } from '../../src/router/mesh/messages.ts';
import { callOf } from '../drive/page/inject.ts';
import type { Spam } from '../drive/page/spam.ts';
import type { Phone } from '../drive/phone.ts';
import type { RogueMachine } from '../mesh/rogue-machine.ts';
import type { Attack } from './attacks.ts';
import type { HostileMachine } from './hostile-machine.ts';
import type { Order, Tally } from './orders.ts';

/** All attackers. */
export type Hostile = {
  readonly page: Phone;
  readonly machine: HostileMachine;
  readonly rogue: RogueMachine;
  /** Address of the attacked app. */
  readonly url: string;
};

/** The attacked router, on the backhaul. */
const BACKHAUL_ADDRESS = '192.168.1.144';
/**
 * How long routers that do not exist stay, in milliseconds: longer than it takes to become known (`KNOWN_AFTER_MS`).
 */
const CROWD_MS = 20_000;

/** A running attack. */
type Battle = { readonly end: () => Promise<Tally> };

type By<Means extends Attack['how']['by']> = Extract<Attack['how'], { by: Means }>;

/** Starts an attack; resolves when it has had its first effect. */
export function begin(attack: Attack, hostile: Hostile): Promise<Battle> {
  const { how } = attack;
  switch (how.by) {
    case 'machine':
      return byMachine(how.order, hostile);
    case 'page':
      return byPage(how, hostile);
    case 'router':
      return byRouter(how, hostile);
  }
}

async function byMachine(order: Order, { machine }: Hostile): Promise<Battle> {
  const { over } = await machine.begin(order);
  return {
    end: () => {
      machine.enough();
      return over;
    },
  };
}

async function byPage({ plan, devices }: By<'page'>, { page, url }: Hostile): Promise<Battle> {
  await page.open(new URL('healthz', url).href);
  await page.evaluate(await callOf('./spam.ts', 'spam', [plan, devices]));
  return {
    end: async () => {
      const { reached, vain, answers } = (await page.evaluate('spamTally')) as Spam;
      await page.open('about:blank');
      return { 'times the page was reached': reached, 'times in vain': vain, 'answers over one connection': answers };
    },
  };
}

/** Many routers that do not exist, all at once, each with devices that do not exist. */
async function byRouter({ routers, devicesEach }: By<'router'>, { rogue }: Hostile): Promise<Battle> {
  const incarnation = 'f'.repeat(16);
  const each = Math.min(devicesEach, MAX_DEVICES_PER_ROUTER);
  const over = Promise.all(
    Array.from({ length: routers }, (_, router) =>
      rogue.attack({
        do: 'link',
        to: BACKHAUL_ADDRESS,
        as: { incarnation },
        says: [crowd(router, each, incarnation)],
        times: 1,
        isTooLong: false,
        answers: true,
        forMs: CROWD_MS,
      }),
    ),
  );
  return {
    end: async () => {
      const all = await over;
      return { 'links that held': all.filter(({ wasCut }) => !wasCut).length };
    },
  };
}

/** A snapshot of `devices` devices that are behind no router: nobody has signed their hellos. */
function crowd(router: number, devices: number, incarnation: string): string {
  const listed = Array.from({ length: devices }, (_, device) => {
    const key = randomBytes(32).toString('base64url') as PublicKey;
    const said = { key, claim: 1, challenge: 'A'.repeat(22), signature: 'A'.repeat(86) };
    return { id: idOf(key), name: `Nobody ${router}-${device}`, kind: 'phone', ...said };
  });
  return JSON.stringify({ type: 'snapshot', incarnation, version: 1, devices: listed });
}
