/** Two phones at an access point that lets its stations talk to the router only. */
import { ISOLATION } from '../cases.ts';
import { programOfCases } from '../plain.ts';

export const run = programOfCases('isolation', 'what client isolation forbids, the relay carries', [ISOLATION]);
