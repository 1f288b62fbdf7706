/** What is known of radios by their drivers, from sources and from people who used them (docs/hardware.md); nothing by ourselves. */
import type { Radio } from '../hardware/hardware.ts';
import { stationLimit } from '../hardware/station-limits.ts';
import { nameOf } from './interfaces.ts';
import type { Remark } from './plan.ts';

export const holdsFew = ({ driver }: Radio): boolean => stationLimit(driver) !== undefined;

/** Of the radio that serves phones. */
export function phonesRemarks(radio: Radio): readonly Remark[] {
  const limit = stationLimit(radio.driver);
  if (limit === undefined) return [];
  const { least, most } = limit;
  const about = least === most ? `${most}` : `${least} ${most - least === 1 ? 'or' : 'to'} ${most}`;
  return [
    {
      about: 'wifi',
      says: `${nameOf(radio)} (${radio.driver}) holds about ${about} phones at once; others hold more (docs/hardware.md).`,
    },
  ];
}

/** Of the radio that meets boxes. */
export const meshRemarks = (radio: Radio, isEncrypted: boolean): readonly Remark[] =>
  radio.driver === 'ath9k_htc' && isEncrypted
    ? [
        {
          about: 'mesh',
          says: `If boxes see each other over ${nameOf(radio)} (ath9k_htc) and nothing passes, it needs nohwcrypt=1 (docs/hardware.md).`,
        },
      ]
    : [];
