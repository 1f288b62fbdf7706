/** Two phones at an access point that drops multicast, as many do. */
import { NO_MULTICAST } from '../cases.ts';
import { programOfCases } from '../plain.ts';

export const run = programOfCases('no-multicast', "without mDNS the router's STUN joins two phones directly", [
  NO_MULTICAST,
]);
