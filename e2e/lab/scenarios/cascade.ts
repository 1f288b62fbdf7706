/** Home routers plugged into our access point: two stages of NAT, and two clients that share only the outer one. */
import { CASCADES } from '../cases.ts';
import { programOfCases } from '../plain.ts';

export const run = programOfCases('cascade', 'clients behind two stages of NAT connect directly', CASCADES);
