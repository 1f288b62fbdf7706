/** People with keys, and every step of making sure of one of them, as values. */
import type { ComparisonView } from '../../src/engine/api/comparison-view.ts';
import { idOf, publicKeyOf, type SecretKey } from '../../src/protocol/keys.ts';
import { device } from './transfers.tsx';

const keyOf = (letter: string) => publicKeyOf(letter.repeat(42).padEnd(43, 'A') as SecretKey);

export const OWN_KEY = keyOf('o');
export const HARU_KEY = keyOf('h');
export const HARU = device(idOf(HARU_KEY), 'Haru', 'phone');
/** Long and short names of pictures. */
export const CODE = { pictures: [24, 26, 57, 31], digits: '004917' };

const WHOM = { peer: HARU.id, peerName: HARU.name };
const code: ComparisonView = { ...WHOM, phase: 'code', code: CODE, saidHere: false, saidThere: false };

export const COMPARISONS: Readonly<Record<string, ComparisonView>> = {
  calling: { ...WHOM, phase: 'calling' },
  asking: { ...WHOM, phase: 'asking' },
  asked: { ...WHOM, phase: 'asked' },
  agreed: { ...WHOM, phase: 'agreed' },
  code,
  'code-there': { ...code, saidThere: true },
  'code-here': { ...code, saidHere: true },
  same: { ...WHOM, phase: 'same', key: HARU_KEY },
  unkept: { ...WHOM, phase: 'same', key: HARU_KEY },
  'different-me': { ...WHOM, phase: 'different', by: 'me' },
  'different-peer': { ...WHOM, phase: 'different', by: 'peer' },
  refused: { ...WHOM, phase: 'failed', why: 'refused' },
  late: { ...WHOM, phase: 'failed', why: 'late' },
  broken: { ...WHOM, phase: 'failed', why: 'broken' },
};
