/** Two phones, one of which gets no UDP through. */
import { NO_UDP_CASES } from '../cases.ts';
import { programOfCases } from '../plain.ts';

export const run = programOfCases('no-udp', "a phone whose UDP is dropped goes through the relay's TCP", NO_UDP_CASES);
