/** Reads a connection's path and round trip from its statistics. */
import type { Path } from '../../transfer/view.ts';
import type { Pair } from '../log/log.ts';

type Stat = { readonly [field: string]: unknown };
type Report = { forEach(visit: (stat: Stat) => void): void };

/**
 * The selected candidate pair (W3C webrtc-stats), by its kinds alone. Chromium names the pair in its `transport`;
 * Firefox marks the pair itself as `selected`. `undefined` while there is none.
 */
export function pairOf(report: Report): Pair | undefined {
  const byId = index(report);
  const pair = selectedPair(byId);
  if (!pair) return undefined;
  const local = byId.get(pair['localCandidateId']);
  const remote = byId.get(pair['remoteCandidateId']);
  return [local?.['candidateType'], remote?.['candidateType'], local?.['protocol']];
}

export const pathOf = (pair: Pair): Path => (pair.includes('relay') ? 'relayed' : 'direct');

/** The last round trip of a connectivity check on the selected pair, in milliseconds. */
export function roundTripMsOf(report: Report): number | undefined {
  const seconds = selectedPair(index(report))?.['currentRoundTripTime'];
  return typeof seconds === 'number' ? seconds * 1000 : undefined;
}

function index(report: Report): ReadonlyMap<unknown, Stat> {
  const byId = new Map<unknown, Stat>();
  report.forEach((stat) => {
    byId.set(stat['id'], stat);
  });
  return byId;
}

function selectedPair(byId: ReadonlyMap<unknown, Stat>): Stat | undefined {
  const all = [...byId.values()];
  const named = all.find(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId);
  return named
    ? byId.get(named['selectedCandidatePairId'])
    : all.find(({ type, selected }) => type === 'candidate-pair' && selected === true);
}
