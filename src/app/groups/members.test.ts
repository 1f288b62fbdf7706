import { beforeEach, expect, test, vi } from 'vitest';
import type { GroupCode } from '../../protocol/group-code.ts';
import { enrolled, groupOf } from '../../protocol/group-secret.ts';
import { belongs, type GroupSecret } from '../../protocol/groups.ts';
import { idOf, newSecret, type PublicKey, publicKeyOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { Members } from './members.ts';
import { OwnGroups } from './own-groups.ts';

const newGroup = () => newSecret() as string as GroupSecret;
const [FAMILY, CLUB] = [newGroup(), newGroup()];
const own = publicKeyOf(newSecret());
const groupNamed = (secret: GroupSecret, name: string) => ({
  code: name.toUpperCase() as GroupCode,
  secret,
  membership: enrolled(secret, own),
  device: own,
  name,
});
const device = (secrets: readonly GroupSecret[], key = publicKeyOf(newSecret()), signedFor = key) => ({
  id: idOf(key),
  member: { key, of: secrets.map((secret) => enrolled(secret, signedFor)) },
});

let later: (() => void)[] = [];
beforeEach(() => {
  later = [];
});
const run = () => {
  for (let task = later.shift(); task; task = later.shift()) task();
};
function setting() {
  const groups = new OwnGroups(own, {
    all: [groupNamed(FAMILY, 'Family'), groupNamed(CLUB, 'Club')],
    onlyGroups: false,
  });
  const check = vi.fn(belongs);
  const members = new Members(groups, (task) => void later.push(task), check);
  const names = (one: { id: DeviceId }) => members.sharedWith(one).map(({ name }) => name);
  return { groups, members, names, check };
}

test('a membership counts once it is checked, one after the other, and each is checked once', () => {
  const { names, check } = setting();
  const [kin, both] = [device([FAMILY]), device([FAMILY, CLUB])];
  expect([names(kin), names(both)]).toEqual([[], []]);
  expect(later).toHaveLength(1);
  run();
  for (const _ of [1, 2]) expect([names(kin), names(both)]).toEqual([['Family'], ['Family', 'Club']]);
  run();
  expect(check).toHaveBeenCalledTimes(3);
});

test.each([
  ['that was given to another device', () => device([FAMILY], publicKeyOf(newSecret()), publicKeyOf(newSecret()))],
  ['under an id that its key does not have', () => ({ ...device([FAMILY]), id: 'another_device_0' as DeviceId })],
  ['of a group that one does not have', () => device([newGroup()])],
])('a membership %s is none', (_, make) => {
  const { members, names } = setting();
  const liar = make();
  names(liar);
  run();
  expect([names(liar), members.isMember(liar)]).toEqual([[], false]);
});

test('what a link has shown counts more, in both directions, until the device joins anew', () => {
  const { groups, members, names } = setting();
  const [left, silent] = [device([FAMILY]), { id: 'silent' as DeviceId }];
  members.met(left, []);
  members.met(silent, [groupOf(CLUB), 'not a group of mine' as PublicKey]);
  expect([names(left), names(silent), members.isMember(silent)]).toEqual([[], ['Club'], true]);
  const again = { ...left, member: { key: left.member.key, of: [enrolled(FAMILY, left.member.key)] } };
  names(again);
  run();
  expect([names(left), names(again)]).toEqual([[], ['Family']]);
  groups.leave(groupOf(CLUB));
  expect([names(silent), members.isMember(silent)]).toEqual([[], false]);
});

test('who calls is looked at at once', () => {
  const { members } = setting();
  expect([
    members.isMember(device([CLUB])),
    members.isMember(device([])),
    members.isMember({ id: 'x' as DeviceId }),
  ]).toEqual([true, false, false]);
});

test('the place in the list needs no proof', () => {
  const { members, check } = setting();
  const liar = device([FAMILY], publicKeyOf(newSecret()), own);
  expect([members.saysSo(liar), members.saysSo(device([])), members.saysSo(device([newGroup()]))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(check).not.toHaveBeenCalled();
});

test('a crowd that calls is looked at no further than it pays, and the list holds up nobody', () => {
  const { members, check } = setting();
  check.mockReturnValue(true);
  const crowd = Array.from({ length: 30 }, () => device([FAMILY]));
  expect(crowd.filter((one) => members.isMember(one))).toHaveLength(16);
  for (const one of crowd) members.isMember(one);
  expect(check).toHaveBeenCalledTimes(16);
});
