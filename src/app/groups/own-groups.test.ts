import { beforeAll, describe, expect, test } from 'vitest';
import type { GroupCode } from '../../protocol/group-code.ts';
import { belongs } from '../../protocol/groups.ts';
import { newSecret, publicKeyOf, type Signature } from '../../protocol/keys.ts';
import { enrol } from './enrol.ts';
import { type KeptGroups, keptGroups, NO_GROUPS, type OwnGroup, stored } from './own-group.ts';
import { type GroupsStore, OwnGroups } from './own-groups.ts';

const CODE = 'H1KYAK0GR0VP' as GroupCode;
const device = publicKeyOf(newSecret());
let family: OwnGroup;
beforeAll(async () => {
  family = await enrol(CODE, device, 'Family');
});

/** What a browser stores, every state of it; it may refuse. */
function storage(first: KeptGroups = NO_GROUPS, refuses = false) {
  const kept: unknown[] = [];
  const now = () => (kept.length > 0 ? keptGroups(structuredClone(kept.at(-1))) : first);
  const store: GroupsStore = {
    read: async () => now(),
    update: async (change) => {
      if (!refuses) kept.push(stored(change(now())));
      return !refuses;
    },
  };
  return { kept, now, visit: () => new OwnGroups(device, now(), store) };
}

/** Groups, and what is stored of them. */
function groupsOf(...all: readonly OwnGroup[]) {
  const { kept, visit } = storage({ all, onlyGroups: false });
  return { groups: visit(), kept };
}
const fake = (n: number): OwnGroup => ({ ...family, code: `H1KYAK0GR0V${n}` as GroupCode });
const namesIn = ({ kept }: OwnGroups) => kept.value.all.map(({ name }) => name);

describe('joining', () => {
  test('gives this device a membership that everybody can check, and is found again at another visit', async () => {
    const { groups, kept } = groupsOf();
    expect(await groups.join(CODE, ' Family\u0007 ')).toBe('joined');
    const again = new OwnGroups(device, keptGroups(structuredClone(kept.at(-1))));
    expect(namesIn(again)).toEqual(['Family']);
    const [membership] = again.belonging.value.groups ?? [];
    expect(membership && belongs(device, membership)).toBe(true);
    expect(again.told.value).toMatchObject({ own: [{ group: membership?.group }], onlyGroups: false });
  });

  test('twice is once, even when the button is pressed twice', async () => {
    const { groups } = groupsOf();
    const both = await Promise.all([groups.join(CODE, 'a'), groups.join(CODE, 'a')]);
    expect(both.sort()).toEqual(['already', 'joined']);
    expect(await groups.join(CODE, 'c')).toBe('already');
    expect(namesIn(groups)).toEqual(['a']);
  });

  test('a fifth group is one too many', async () => {
    const { groups } = groupsOf(fake(1), fake(2), fake(3), fake(4));
    expect([groups.isFull, await groups.join(CODE, 'x'), await groups.make('y')]).toEqual([true, 'full', 'full']);
  });

  test('a group of one’s own has a code that nobody else has', async () => {
    const { groups } = groupsOf();
    await groups.make('one');
    await groups.make('two');
    expect(new Set(groups.kept.value.all.map(({ code }) => code)).size).toBe(2);
  });
});

test('who leaves the last group is there for everybody again', () => {
  const { groups, kept } = groupsOf(family);
  groups.showTo('groups');
  expect(groups.belonging.value).toEqual({ groups: [family.membership], onlyGroups: true });
  groups.leave(family.membership.group);
  expect(groups.belonging.value).toEqual({});
  expect(keptGroups(kept.at(-1))).toEqual({ all: [], onlyGroups: false });
});

describe('another page of this device', () => {
  test('loses no group by what this one changes, and this one finds it there', async () => {
    const browser = storage({ all: [family], onlyGroups: false });
    const [here, there] = [browser.visit(), browser.visit()];
    await there.join('0000AK0GR0VP' as GroupCode, 'Club');
    here.rename(family.membership.group, '伊藤家');
    await here.load();
    expect(namesIn(here)).toEqual(['伊藤家', 'Club']);
    expect(browser.now().all.map(({ name }) => name)).toEqual(['伊藤家', 'Club']);
  });

  test('has left a group for good, and chosen who sees the device', async () => {
    const club = await enrol('0000AK0GR0VP' as GroupCode, device, 'Club');
    const browser = storage({ all: [family, club], onlyGroups: false });
    const [here, there] = [browser.visit(), browser.visit()];
    there.leave(family.membership.group);
    there.showTo('groups');
    await here.load();
    expect(here.belonging.value).toEqual({ groups: [club.membership], onlyGroups: true });
    here.rename(club.membership.group, 'x');
    expect(browser.now()).toEqual({ all: [{ ...club, name: 'x' }], onlyGroups: true });
  });

  test('does not take away what the storage refused to keep', async () => {
    const here = storage(NO_GROUPS, true).visit();
    await here.join(CODE, 'Family');
    await here.load();
    await here.load();
    expect(namesIn(here)).toEqual(['Family']);
  });
});

test('who belongs to no group cannot hide', () => {
  const { groups, kept } = groupsOf();
  groups.showTo('groups');
  expect([groups.belonging.value, kept]).toEqual([{}, []]);
});

test('a device with another key than before joins again by itself, and says nothing false meanwhile', async () => {
  const other = publicKeyOf(newSecret());
  const groups = new OwnGroups(other, { all: [family], onlyGroups: true });
  expect(groups.belonging.value).toEqual({ onlyGroups: true });
  await groups.mend();
  const [membership] = groups.belonging.value.groups ?? [];
  expect(membership && belongs(other, membership)).toBe(true);
});

test('a membership that the storage has spoilt is made anew', async () => {
  const spoilt = { ...family, membership: { ...family.membership, signature: 's'.repeat(86) as Signature } };
  const { groups } = groupsOf(spoilt);
  await groups.mend();
  const [membership] = groups.belonging.value.groups ?? [];
  expect(membership && belongs(device, membership)).toBe(true);
});

test('of more groups than a device may have the first ones are kept', () => {
  const { all } = stored({ all: [1, 2, 3, 4, 5].map(fake), onlyGroups: false });
  expect(keptGroups({ all }).all.map(({ code }) => code)).toEqual([1, 2, 3, 4].map((n) => fake(n).code));
});

test('a name that shows nothing changes nothing, and at first the code stands for it', async () => {
  const { groups } = groupsOf(family);
  groups.rename(family.membership.group, '\u200b');
  expect(namesIn(groups)).toEqual(['Family']);
  groups.rename(family.membership.group, '  伊藤家 ');
  expect(namesIn(groups)).toEqual(['伊藤家']);
  const { groups: others } = groupsOf();
  await others.join(CODE, ' ');
  expect(namesIn(others)).toEqual(['H1KY-AK0G-R0VP']);
});

test.each([
  undefined,
  null,
  'groups',
  { all: 'none', onlyGroups: 'yes' },
  { all: [null, 7, {}, { code: CODE }], onlyGroups: true },
])('%j in the storage is no group', (value) => {
  expect(keptGroups(value)).toEqual({ all: [], onlyGroups: false });
});

test.each(['code', 'secret', 'group', 'signature', 'device', 'name'])('a group without a right %s is none', (field) => {
  const { all } = stored({ all: [family], onlyGroups: false });
  expect(keptGroups({ all })).toEqual({ all: [family], onlyGroups: false });
  expect(keptGroups({ all: all.map((one) => ({ ...one, [field]: 7 })) }).all).toEqual([]);
});
