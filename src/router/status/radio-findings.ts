/**
 * What an operator should know of the radio. Pure. Everything is as the report says it: this process has no rights to look
 * for itself.
 */
import type { RadioStatus } from '../machine/radio.ts';
import type { AccessPointReport, Air } from '../machine/radio-report.ts';
import type { Status } from './status.ts';

export type RadioFinding =
  | { readonly code: 'radio-unknown'; readonly reason?: string }
  | { readonly code: 'radio-blocked' | 'radar-wait'; readonly names: readonly string[] }
  /** `others`: devices reach this router in another way. */
  | { readonly code: 'access-point-off'; readonly others: boolean }
  | { readonly code: 'mesh-point-off' | 'mesh-point-alone' | 'batman-missing' | 'country-unset' }
  | { readonly code: 'stations-many'; readonly stations: number; readonly most: number }
  | { readonly code: 'stations-weak'; readonly count: number }
  | { readonly code: 'air-busy'; readonly channel: number; readonly percent: number };

/** In use for this share of the time, each station waits for its turn for most of what it sends. */
const BUSY_PERCENT = 75;
/** The next ones will not be let in. */
const NEARLY_ALL_STATIONS = 0.9;
/** Below it 802.11n falls to its slowest rates, and walls and bodies end it. */
const WEAK_DBM = -78;
/** Fewer may have just walked off. */
const WEAK_FROM_STATIONS = 3;
/** After a start the first report takes a moment. */
const FIRST_REPORT_S = 60;

/** True when the radio to other routers is there and has no neighbour: then that is said, and not that nobody is in reach. */
export const hearsNobody = (radio: RadioStatus | undefined): boolean =>
  radio?.state === 'known' && radio.mesh_point !== undefined && radio.mesh_point.peers === 0;

export function* ofRadio({ radio, clients, router, mesh }: Status): Generator<RadioFinding> {
  if (radio === undefined) return;
  if (radio.state === 'unknown') {
    const isEarly = radio.cause === 'missing' && router.uptime_s < FIRST_REPORT_S;
    if (!isEarly) yield { code: 'radio-unknown', ...(radio.reason !== undefined && { reason: radio.reason }) };
    return;
  }
  const { access_point: accessPoint, mesh_point: meshPoint, batman, country } = radio;
  const airs = [accessPoint, meshPoint].filter((air) => air !== undefined);
  for (const [state, code] of [['blocked', 'radio-blocked'] as const, ['radar', 'radar-wait'] as const]) {
    const names = airs.filter((air) => air.state === state).map((air) => air.interface);
    if (names.length > 0) yield { code, names };
  }
  if (accessPoint !== undefined && isOff(accessPoint)) yield { code: 'access-point-off', others: clients > 0 };
  if (accessPoint?.state === 'on-air') yield* ofStations(accessPoint);
  // Without batman-adv links make none.
  if (meshPoint !== undefined && isOff(meshPoint) && batman?.state !== 'missing') yield { code: 'mesh-point-off' };
  // Others may be there by cable: then it is only spare.
  if (meshPoint?.state === 'on-air' && meshPoint.peers === 0 && mesh.state !== 'joined')
    yield { code: 'mesh-point-alone' };
  if (batman?.state === 'missing') yield { code: 'batman-missing' };
  if (country === '00') yield { code: 'country-unset' };
  yield* ofChannels(airs);
}

const isOff = ({ state }: Air): boolean => state === 'off' || state === 'starting';

function* ofStations({ stations_dbm: heard, stations_at_most: most }: AccessPointReport): Generator<RadioFinding> {
  if (most !== undefined && heard.length >= NEARLY_ALL_STATIONS * most)
    yield { code: 'stations-many', stations: heard.length, most };
  if (heard.length >= WEAK_FROM_STATIONS && heard.every((dbm) => dbm < WEAK_DBM))
    yield { code: 'stations-weak', count: heard.length };
}

/** Each channel once: one radio may do both. */
function* ofChannels(airs: readonly Air[]): Generator<RadioFinding> {
  const busiest = new Map<number, number>();
  for (const { channel, busy_percent: percent = 0 } of airs)
    if (channel !== undefined && percent >= BUSY_PERCENT)
      busiest.set(channel, Math.max(percent, busiest.get(channel) ?? 0));
  for (const [channel, percent] of busiest) yield { code: 'air-busy', channel, percent };
}
