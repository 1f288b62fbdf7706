/** Reads from a connection's statistics which way its bytes take. */
import type { Path } from '../transfer/view.ts';

type Stat = { readonly [field: string]: unknown };

/**
 * The path of the selected candidate pair (W3C webrtc-stats). Chromium names the pair in its `transport`; Firefox marks
 * the pair itself as `selected`. `undefined` while there is none.
 */
export function pathOf(report: { forEach(visit: (stat: Stat) => void): void }): Path | undefined {
  const byId = new Map<unknown, Stat>();
  report.forEach((stat) => {
    byId.set(stat['id'], stat);
  });
  const all = [...byId.values()];
  const named = all.find(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId);
  const pair = named
    ? byId.get(named['selectedCandidatePairId'])
    : all.find(({ type, selected }) => type === 'candidate-pair' && selected === true);
  if (!pair) return undefined;
  const ends = [byId.get(pair['localCandidateId']), byId.get(pair['remoteCandidateId'])];
  return ends.some((end) => end?.['candidateType'] === 'relay') ? 'relayed' : 'direct';
}
