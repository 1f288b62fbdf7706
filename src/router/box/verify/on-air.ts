/** What of the box itself is not as it was decided to be, before a client is sent: as lines. Pure. */
import type { RadioReport } from '../../machine/radio-report.ts';
import type { BoxState } from '../state/state.ts';
import { UNITS } from '../units/names.ts';

const STATES = { starting: 'starts', radar: 'listens for radar first', blocked: 'is blocked', off: 'is off' } as const;

export function notYet(state: BoxState, { access_point: access, mesh_point: mesh }: RadioReport): readonly string[] {
  const names = [UNITS.links, UNITS.names, UNITS.router];
  return [
    ...names.flatMap((name) => {
      const active = state.units.get(name)?.active;
      return active === 'active' ? [] : [`${name} is ${active ?? 'not there'}`];
    }),
    ...(access === undefined || access.state === 'on-air' ? [] : [`the access point ${STATES[access.state]}`]),
    ...(mesh === undefined || mesh.state === 'on-air' ? [] : [`the mesh link ${STATES[mesh.state]}`]),
  ];
}
