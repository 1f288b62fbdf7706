/** People who are known or blocked, strangers who use their names, and what comes from each. */
import type { People } from '../../src/app/people/people.ts';
import { idOf, publicKeyOf, secretFrom } from '../../src/protocol/keys.ts';
import type { Device, DeviceId } from '../../src/protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../src/transfer/view.ts';
import { nobody } from './nobody.tsx';
import { OFFERS } from './offers.tsx';
import { at, DEVICES, device, TRANSFERS } from './transfers.tsx';

/** The smallest secret there is, so that pictures of screens always show the same mark. */
const secret = secretFrom(`${'A'.repeat(42)}E`);
if (secret === undefined) throw new Error('no secret');
const key = publicKeyOf(secret);
/** Known as 伊藤; their device calls itself Blue Fox. */
export const ITO = idOf(key);
/** Calls itself 伊藤, and is not. */
export const NOT_ITO = 'not-ito' as DeviceId;
/** Blocked as Loud Otter; calls itself something else since. */
export const LOUD = 'loud' as DeviceId;

export function acquainted(people = nobody()): People {
  people.know(key, '伊藤');
  people.block(LOUD, 'Loud Otter');
  return people;
}

export const MET: readonly Device[] = [
  device(ITO, 'Blue Fox', 'phone'),
  device(NOT_ITO, '伊藤', 'phone'),
  ...DEVICES.slice(0, 2),
  device(LOUD, 'I see you', 'phone'),
];

export const FROM_NOT_ITO: OfferView = { ...OFFERS.one, peer: NOT_ITO, peerName: '伊藤' };
export const FROM_ITO: OfferView = { ...OFFERS.one, peer: ITO, peerName: 'Blue Fox', isKnown: true };

export const EXCHANGED: readonly TransferView[] = [
  {
    ...TRANSFERS.receiving,
    key: 'from-ito' as TransferKey,
    peer: ITO,
    peerName: 'Blue Fox',
    kept: { at: at(12, 10), handedOver: [], elsewhere: [], isUnasked: true },
  },
  { ...TRANSFERS.saved, key: 'from-not-ito' as TransferKey, peer: NOT_ITO, peerName: '伊藤' },
  { ...TRANSFERS.failed, key: 'to-loud' as TransferKey, peer: LOUD, peerName: 'Loud Otter' },
];
