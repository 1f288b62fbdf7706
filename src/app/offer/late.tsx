/** Offers come when there are connections, long after the first screen. */
import { late } from '../late/late.tsx';

export const { fetch: fetchOffers, Late: LateOffers } = late(async () => (await import('./Offers.tsx')).Offers, null);
