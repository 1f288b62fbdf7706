import { expect, it } from 'vitest';
import type { PublicKey } from '../../protocol/keys.ts';
import { Memberships } from './memberships.ts';
import { audienceOf } from './sight.ts';
import { groupKey, membersOf } from './testing/hub-lab.ts';

const family = audienceOf({ member: membersOf('mum', ['family']), onlyGroups: true });

function counted(isTrue: boolean) {
  const checked: PublicKey[] = [];
  const memberships = new Memberships((device) => {
    checked.push(device);
    return isTrue;
  });
  return { memberships, checked };
}

it('a membership is checked once, and only where it could let somebody in', () => {
  const { memberships, checked } = counted(true);
  const kin = membersOf('kin', ['family', 'club']);
  for (const now of [0, 1]) expect(memberships.provenFor(family, kin, now)).toEqual(new Set([groupKey('family')]));
  memberships.provenFor(family, membersOf('other', ['club']), 2);
  memberships.provenFor('everybody', kin, 2);
  memberships.provenFor(family, undefined, 2);
  expect(checked).toHaveLength(1);
});

it('a flood of them is checked at a bounded pace, and lets nobody in meanwhile', () => {
  const { memberships, checked } = counted(true);
  const letIn = (name: string, now: number) => memberships.provenFor(family, membersOf(name, ['family']), now).size;
  for (let count = 0; count < 1_000; count++) letIn(`d${count}`, 0);
  expect(checked).toHaveLength(64);
  expect([letIn('late', 0), letIn('d0', 0), letIn('late', 1_000)]).toEqual([0, 1, 1]);
});
