/** What a client must be able to do at a box before its settings count, as lines for people when it cannot. Pure. */
import type { Config } from '../../config/config.ts';
import type { BoxSettings } from '../settings/settings.ts';

/** What the client is told beforehand; everything else it finds out as a phone does. */
export type Errand = {
  readonly hostname: string;
  /** Where phones reach the app. */
  readonly port: number;
  /** Absent where this box runs none of its own. */
  readonly stun?: { readonly address: string; readonly port: number };
};

/** In the order in which a phone does them; each needs the one before. */
export const STEPS = ['address', 'name', 'health', 'page', 'stun'] as const;
export type Step = (typeof STEPS)[number];

/** Absent: not tried, because an earlier one did not work, or because it is not wanted. */
export type Done = { readonly [S in Step]?: 'done' | { readonly problem: string } };

export function errandOf(settings: BoxSettings, config: Config): Errand {
  const [address = ''] = settings.backhaulAddress.split('/');
  const hasBackhaul = settings.meshPoint !== undefined || settings.backhaulCables.length > 0;
  const runsStun = hasBackhaul && config.turn === 'auto' && config.turnServer === undefined;
  return {
    hostname: config.hostname,
    port: config.publicPort ?? config.port,
    ...(runsStun && { stun: { address, port: config.turnPort } }),
  };
}

const FAILURES: Readonly<Record<Step, string>> = {
  address: 'a phone gets no address',
  name: 'the name of the router is not found',
  health: 'the router does not answer',
  page: 'the app does not open',
  stun: 'STUN does not answer at the address between boxes',
};

/** Empty: a client could do all that is wanted. */
export function failuresOf(errand: Errand, done: Done): readonly string[] {
  const wanted = STEPS.filter((step) => step !== 'stun' || errand.stun !== undefined);
  const first = wanted.find((step) => done[step] !== 'done');
  if (first === undefined) return [];
  const failed = wanted.filter((step) => done[step] !== undefined && done[step] !== 'done');
  return (failed.length === 0 ? [first] : failed).map((step) => {
    const outcome = done[step];
    return typeof outcome === 'object' ? `${FAILURES[step]} (${outcome.problem})` : FAILURES[step];
  });
}
