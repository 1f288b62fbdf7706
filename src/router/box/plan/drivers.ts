/** What is known of radios by their drivers, from sources and from people who used them (docs/hardware.md); nothing by ourselves. */
import type { Radio } from '../hardware/hardware.ts';
import { nameOf } from './interfaces.ts';
import type { Remark } from './plan.ts';

/** How many phones a radio holds, for those that hold few. */
const FEW_PHONES: Readonly<Record<string, string>> = {
  ath9k_htc: '6 or 7',
  brcmfmac: '7 to 10',
  iwlwifi: '14',
  mt7921e: '15',
  mt7921u: '15',
  mt7925e: '15',
  mt7925u: '15',
};

export const holdsFew = ({ driver }: Radio): boolean => driver !== undefined && Object.hasOwn(FEW_PHONES, driver);

/** Of the radio that serves phones. */
export function phonesRemarks(radio: Radio): readonly Remark[] {
  const { driver = '' } = radio;
  const most = Object.hasOwn(FEW_PHONES, driver) ? FEW_PHONES[driver] : undefined;
  if (most === undefined) return [];
  return [
    {
      about: 'wifi',
      says: `${nameOf(radio)} (${driver}) holds about ${most} phones at once; others hold more (docs/hardware.md).`,
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
