/** Two phones at one access point. */
import { LAN } from '../cases.ts';
import { programOfCases } from '../plain.ts';

export const run = programOfCases('lan', 'two phones at one access point connect directly', [LAN]);
