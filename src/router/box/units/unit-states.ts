/** What `systemctl show` says of units. Pure. */

export type UnitState = {
  /** No such unit here. */
  readonly isMissing: boolean;
  /** A link to nothing: whoever did it does not want it to run. */
  readonly isMasked: boolean;
  readonly active: 'active' | 'activating' | 'deactivating' | 'reloading' | 'inactive' | 'failed' | 'maintenance';
  /** Starts at boot. */
  readonly isEnabled: boolean;
  /** `success`, or why it ended: `exit-code`, `signal`, `watchdog`, `oom-kill`, `start-limit-hit`. */
  readonly result: string;
  /** A condition of its file did not hold, so it was not to run: no access point is wanted, say. */
  readonly isSkipped: boolean;
  readonly restarts: number;
  /** Since when it is active, in seconds since the machine was started; absent where it never was. */
  readonly activeSinceS?: number;
  /** When it last ended, by the same clock; absent where it never ran. */
  readonly endedAtS?: number;
};

/** What is asked for, in the words of systemd 252 (Debian 12). */
export const PROPERTIES = [
  'Id',
  'LoadState',
  'ActiveState',
  'UnitFileState',
  'Result',
  'ConditionResult',
  'ConditionTimestampMonotonic',
  'NRestarts',
  'ActiveEnterTimestampMonotonic',
  'InactiveEnterTimestampMonotonic',
] as const;

const ACTIVE = ['active', 'activating', 'deactivating', 'reloading', 'inactive', 'failed', 'maintenance'] as const;
const ENABLED = ['enabled', 'enabled-runtime', 'linked', 'linked-runtime', 'alias'];

/** By the unit's own name; a block for each, with an empty line between them. */
export function parseUnitStates(shown: string): ReadonlyMap<string, UnitState> {
  const states = new Map<string, UnitState>();
  for (const block of shown.split(/\n\s*\n/)) {
    const said = new Map(
      block.split('\n').map((line) => {
        const at = line.indexOf('=');
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const;
      }),
    );
    const id = said.get('Id');
    if (id === undefined || id === '') continue;
    states.set(id, stateOf(said));
  }
  return states;
}

function stateOf(said: ReadonlyMap<string, string>): UnitState {
  const load = said.get('LoadState');
  const since = Number(said.get('ActiveEnterTimestampMonotonic') ?? 0);
  const ended = Number(said.get('InactiveEnterTimestampMonotonic') ?? 0);
  return {
    isMissing: load === 'not-found',
    isMasked: load === 'masked',
    active: ACTIVE.find((known) => known === said.get('ActiveState')) ?? 'inactive',
    isEnabled: ENABLED.includes(said.get('UnitFileState') ?? ''),
    result: said.get('Result') || 'success',
    isSkipped: said.get('ConditionResult') === 'no' && said.get('ConditionTimestampMonotonic') !== '0',
    restarts: Number(said.get('NRestarts')) || 0,
    ...(since > 0 && { activeSinceS: since / 1e6 }),
    ...(ended > 0 && { endedAtS: ended / 1e6 }),
  };
}
