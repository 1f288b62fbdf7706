/** Which channel: one that is allowed, that all boxes or phones find, and that is the least full. Pure. */
import type { Channel, Hardware, Heard, Radio } from '../hardware/hardware.ts';

/**
 * Where boxes meet, unless told otherwise: two that never spoke must choose the same. Channels 1 to 11 are allowed in every country
 * (wireless-regdb of 2026, but for Togo, where everything waits for radar), every radio has them, and walls stop them less than
 * 5 GHz. At the edge of the band, because a second radio in the same box then has channel 1, the farthest away.
 */
export const MESH_CHANNEL = 11;
/** Of 20 MHz, the three that do not overlap. */
const APART: readonly number[] = [1, 6, 11];
/** A 20 MHz channel reaches so far to each side. */
const HALF_MHZ = 10;
/** Two at 2.4 GHz disturb each other when their middles are nearer than this. */
const OVERLAP_MHZ = 20;

export type Verdict = 'open' | 'absent' | 'forbidden' | 'listen-only' | 'radar';

export function verdictOf(radio: Radio, number: number, country: string, hardware: Hardware): Verdict {
  const channel = radio.channels.find((candidate) => candidate.number === number);
  if (channel === undefined) return 'absent';
  const { isDisabled, isListenOnly, needsRadarWatch } = lawOn(channel, radio, country, hardware);
  if (isDisabled) return 'forbidden';
  if (needsRadarWatch) return 'radar';
  return isListenOnly ? 'listen-only' : 'open';
}

type Law = Pick<Channel, 'isDisabled' | 'isListenOnly' | 'needsRadarWatch'>;

/**
 * What the radio says holds for the country that is set now, or that its firmware insists on. For another country it is what
 * the database will make of it.
 */
function lawOn(channel: Channel, radio: Radio, country: string, hardware: Hardware): Law {
  if (radio.ownCountry !== undefined || hardware.country === country) return channel;
  const [low, high] = [channel.frequencyMHz - HALF_MHZ, channel.frequencyMHz + HALF_MHZ];
  const rules = hardware.countries.get(country) ?? [];
  const rule = rules.find(({ fromMHz, toMHz }) => fromMHz <= low && high <= toMHz);
  return rule === undefined
    ? { isDisabled: true, isListenOnly: false, needsRadarWatch: false }
    : { isDisabled: false, isListenOnly: rule.isListenOnly, needsRadarWatch: rule.needsRadarWatch };
}

export const openChannels = (radio: Radio, country: string, hardware: Hardware): readonly number[] =>
  radio.channels.map(({ number }) => number).filter((number) => verdictOf(radio, number, country, hardware) === 'open');

/** What keeps a radio from a channel, as the end of a sentence. */
export const REFUSALS: Readonly<Record<Exclude<Verdict, 'open'>, string>> = {
  absent: 'this radio does not have it',
  forbidden: 'the law of this country, or the radio, forbids it',
  'listen-only': 'nobody may begin to send there',
  radar: 'it waits a minute for radar, and ends whenever it hears any',
};

/** The channel for an access point, the first of equal ones. `taken`: another radio of this box is there. */
export function quietest(
  open: readonly number[],
  radio: Radio,
  taken: number | undefined,
  hardware: Hardware,
): Quiet | undefined {
  const apart = APART.filter((number) => open.includes(number));
  const preferred = apart.filter((number) => number !== taken);
  const candidates = [preferred, apart, open].find((list) => list.length > 0) ?? [];
  const heard = hardware.heard.get(radio.phy);
  const [first] = candidates;
  if (first === undefined) return undefined;
  if (heard === undefined || candidates.length === 1) return { channel: first, of: candidates };
  const loads = candidates.map((channel) => ({ channel, ...loadOf(radio, channel, heard) }));
  const isCounted = loads.every(({ busy }) => busy !== undefined);
  const [best] = [...loads].sort((a, b) => compare(a, b, isCounted));
  return best && { channel: best.channel, of: candidates, others: best.stations };
}

/** `of`: among which it was chosen. `others`: how many were heard on or beside it; absent when nobody listened. */
export type Quiet = { readonly channel: number; readonly of: readonly number[]; readonly others?: number };

type Load = { readonly busy?: number; readonly stations: number; readonly noiseDbm?: number };

function loadOf(radio: Radio, number: number, heard: readonly Heard[]): Load {
  const middle = radio.channels.find((channel) => channel.number === number)?.frequencyMHz ?? 0;
  const own = heard.find(({ frequencyMHz }) => frequencyMHz === middle);
  const near = heard.filter(({ frequencyMHz }) => Math.abs(frequencyMHz - middle) < OVERLAP_MHZ);
  return {
    stations: near.reduce((sum, { stations }) => sum + stations, 0),
    ...(own?.busy !== undefined && { busy: own.busy }),
    ...(own?.noiseDbm !== undefined && { noiseDbm: own.noiseDbm }),
  };
}

/** Use first, where it is counted for all: a full channel of one neighbour is worse than three silent ones. In steps of 5 %. */
function compare(a: Load, b: Load, isCounted: boolean): number {
  const steps = ({ busy = 0 }: Load) => Math.round(busy * 20);
  const byUse = isCounted ? steps(a) - steps(b) : 0;
  return byUse || a.stations - b.stations || (a.noiseDbm ?? 0) - (b.noiseDbm ?? 0);
}
