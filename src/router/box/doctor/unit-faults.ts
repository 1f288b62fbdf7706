/** What is wrong with the services of a box. Pure. */
import type { Hardware } from '../hardware/hardware.ts';
import type { BoxState } from '../state/state.ts';
import { TARGET, UNITS } from '../units/names.ts';
import type { UnitState } from '../units/unit-states.ts';
import { type Fault, wrong } from './fault.ts';

/** Ports that a service listens at: if it cannot, another program may have them. */
const PORTS: Readonly<Record<string, readonly number[]>> = {
  [UNITS.names]: [53, 67],
  [UNITS.router]: [8080, 8443, 3478],
};

export function unitFaults(state: BoxState, hardware: Hardware): readonly Fault[] {
  const target = state.units.get(TARGET);
  if (target === undefined || target.isMissing)
    return [wrong(`${TARGET} is not installed`, 'install the package hikyaku again')];
  const boot =
    target.isEnabled || isOnTrial(state) ? [] : [wrong('the box will not start at boot', `systemctl enable ${TARGET}`)];
  if (target.active !== 'active' && target.active !== 'activating')
    return [wrong('the box is stopped', `systemctl start ${TARGET}`), ...boot];
  return [...boot, ...Object.values(UNITS).flatMap((name) => oneUnit(name, state.units.get(name), hardware))];
}

const isOnTrial = ({ decided }: BoxState): boolean => decided.is === 'box' && decided.isOnTrial;

function oneUnit(name: string, unit: UnitState | undefined, { listeners }: Hardware): readonly Fault[] {
  if (unit === undefined || unit.isMissing)
    return [wrong(`${name} is not installed`, 'install the package hikyaku again')];
  if (unit.isMasked) return [wrong(`${name} is masked`, `systemctl unmask ${name}; then systemctl restart ${TARGET}`)];
  if (unit.active === 'active' || unit.isSkipped) return [];
  // Without an owner: it may be a child of this very service, and doctor says that it wants to be run as root.
  const takers = listeners.flatMap(({ owner, ...rest }) =>
    owner !== undefined && PORTS[name]?.includes(rest.port) ? [{ ...rest, owner }] : [],
  );
  if (takers.length > 0)
    return takers.map(({ protocol, port, owner }) =>
      wrong(
        `${name} does not run: ${owner} has its port ${port} (${protocol})`,
        owner.endsWith('.service') ? `systemctl disable --now ${owner}, if nothing else needs it` : 'end that program',
      ),
    );
  const why = unit.result === 'success' ? unit.active : unit.result;
  return [wrong(`${name} does not run (${why})`, `journalctl --namespace=hikyaku -u ${name} -n 20`)];
}
