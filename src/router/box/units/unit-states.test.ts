/** What systemd 252 prints, taken from a Debian 12. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseUnitStates } from './unit-states.ts';

const SHOWN = `Id=hikyaku-ap.service
LoadState=loaded
ActiveState=inactive
UnitFileState=static
Result=success
ConditionResult=no
ConditionTimestampMonotonic=11200300
NRestarts=0
ActiveEnterTimestampMonotonic=0

Id=hikyaku-router.service
LoadState=loaded
ActiveState=active
UnitFileState=enabled
Result=success
ConditionResult=yes
ConditionTimestampMonotonic=11300300
NRestarts=2
ActiveEnterTimestampMonotonic=12500000
InactiveEnterTimestampMonotonic=11500000

Id=nothing.service
LoadState=not-found
ActiveState=inactive
UnitFileState=
Result=success
ConditionResult=no
ConditionTimestampMonotonic=0
NRestarts=0
ActiveEnterTimestampMonotonic=0

Id=coturn.service
LoadState=masked
ActiveState=failed
UnitFileState=masked
Result=exit-code
ConditionResult=yes
ConditionTimestampMonotonic=1
`;

test('reads a block for each unit', () => {
  const states = parseUnitStates(SHOWN);
  expect(states.get('hikyaku-ap.service')).toEqual({
    isMissing: false,
    isMasked: false,
    active: 'inactive',
    isEnabled: false,
    result: 'success',
    isSkipped: true,
    restarts: 0,
  });
  expect(states.get('hikyaku-router.service')).toEqual({
    isMissing: false,
    isMasked: false,
    active: 'active',
    isEnabled: true,
    result: 'success',
    isSkipped: false,
    restarts: 2,
    activeSinceS: 12.5,
    endedAtS: 11.5,
  });
  expect(states.get('nothing.service')).toMatchObject({ isMissing: true, isSkipped: false });
  expect(states.get('coturn.service')).toMatchObject({ isMasked: true, active: 'failed', result: 'exit-code' });
});

test('takes any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parseUnitStates(text).size <= text.length));
});
