/** Members of a group find each other on a link, nobody else passes for one, and a device that hides is there for them alone. */
import { describe, expect, test } from 'vitest';
import { type GroupProof, groupProofOf } from '../../protocol/group-proof.ts';
import { groupOf } from '../../protocol/group-secret.ts';
import { type GroupSecret, MAX_GROUPS } from '../../protocol/groups.ts';
import { newSecret, type PublicKey } from '../../protocol/keys.ts';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { LinkId } from '../api/api.ts';
import type { Showing } from '../testing/by-hand.ts';
import { acceptAll, bytes, connect, Device, meet } from '../testing/device.ts';
import { channelPair } from '../testing/memory-channel.ts';
import { stranger } from '../testing/stranger.ts';

const newGroup = (): GroupSecret => newSecret() as string as GroupSecret;
const [FAMILY, CLUB, OTHER] = [newGroup(), newGroup(), newGroup()];

function device(name: string, groups: readonly GroupSecret[], onlyGroups = false): Device {
  const made = new Device(name);
  tell(made, groups, onlyGroups);
  return made;
}

function tell({ engine }: Device, groups: readonly GroupSecret[], onlyGroups: boolean): void {
  engine.receive({ type: 'groups', own: groups.map((secret) => ({ group: groupOf(secret), secret })), onlyGroups });
}

/** What `here` has been told of the groups of `there`, once a link stands. */
async function shared(here: Device, there: Pick<Device, 'id'>): Promise<readonly PublicKey[]> {
  const told = await here.until(() =>
    here.posted.find((message) => message.type === 'members' && message.peer === there.id),
  );
  return told.type === 'members' ? told.groups : [];
}
const dropped = (here: Device) => here.until(() => here.posted.find(({ type }) => type === 'drop-link'));
const groups = (...secrets: readonly GroupSecret[]) => secrets.map(groupOf);

describe('two devices on a link', () => {
  test('see all groups that they share, and none of the others', async () => {
    const [a, b] = [device('a', [FAMILY, CLUB, OTHER]), device('b', [CLUB, FAMILY])];
    connect(a, b, 1);
    expect(await shared(a, b)).toEqual(groups(FAMILY, CLUB));
    expect(await shared(b, a)).toEqual(groups(CLUB, FAMILY));
  });

  test('without a group in common see none', async () => {
    const [a, b] = [device('a', [FAMILY]), device('b', [CLUB])];
    connect(a, b, 1);
    expect([await shared(a, b), await shared(b, a)]).toEqual([[], []]);
  });

  test.each([0, 1, 4])('show as much with %i groups as with any number', async (count) => {
    const own = device('a', Array.from({ length: count }, newGroup));
    const { heard } = stranger(own, 1);
    await expect.poll(() => heard.map(({ type }) => type)).toContain('proof');
    const proof = heard.find((message) => message.type === 'proof');
    const shown = proof?.type === 'proof' ? (proof.groups ?? []) : [];
    expect(new Set(shown).size).toBe(MAX_GROUPS);
    expect(shown).toEqual([...shown].sort());
  });

  test('is no longer a member where this device has left the group', async () => {
    const [a, b] = [device('a', [FAMILY]), device('b', [FAMILY])];
    connect(a, b, 1);
    await shared(a, b);
    tell(a, [], true);
    await dropped(a);
  });
});

test.each<[string, Showing]>([
  ['nothing', () => []],
  ['what one shows with another secret', (own) => [groupProofOf(OTHER, own)]],
  ['the proof of the other side, sent back', (_, ofVictim) => [groupProofOf(FAMILY, ofVictim)]],
  ['four random ones', () => Array.from({ length: MAX_GROUPS }, () => newGroup() as string as GroupProof)],
  [
    'what was good with another device',
    () => {
      const heard: GroupProof[] = [];
      stranger(device('c', [FAMILY]), 1, 'mallory', (own) => {
        heard.push(groupProofOf(FAMILY, own));
        return heard;
      });
      return heard;
    },
  ],
])('who shows %s is no member, and is not let in', async (_, shows) => {
  const open = device('a', [FAMILY]);
  expect(await shared(open, { id: stranger(open, 1, 'mallory', shows).peer })).toEqual([]);
  const hidden = device('b', [FAMILY], true);
  const { offer, heard } = stranger(hidden, 1, 'mallory', shows);
  offer(1);
  await dropped(hidden);
  expect(hidden.offers).toEqual([]);
  expect(hidden.posted.map(({ type }) => type)).not.toContain('members');
  expect(heard.filter(({ type }) => type !== 'hello' && type !== 'proof')).toEqual([]);
});

test('five proofs are one too many', async () => {
  const hidden = device('a', [FAMILY], true);
  stranger(hidden, 1, 'mallory', (own) => Array(MAX_GROUPS + 1).fill(groupProofOf(FAMILY, own)));
  await dropped(hidden);
  expect(hidden.offers).toEqual([]);
});

describe('a device that is there for its groups alone', () => {
  test('takes offers of members', async () => {
    const [a, b] = [device('a', [FAMILY, CLUB]), device('b', [OTHER, FAMILY], true)];
    connect(a, b, 1);
    a.send(b.id, { file: bytes(10, 1) });
    await acceptAll(b);
    expect(await b.ended()).toMatchObject({ phase: 'saved' });
  });

  test('sends to anybody, and hears nothing else from them', async () => {
    const [a, b] = [device('a', [FAMILY], true), device('b', [])];
    a.send(b.id, { file: bytes(10, 1) });
    connect(a, b, 1);
    await acceptAll(b);
    expect(await a.ended()).toMatchObject({ phase: 'sent' });
    b.send(a.id, { file: bytes(10, 2) });
    await b.phase('interrupted');
    expect(a.offers).toEqual([]);
  });

  test('finishes what was agreed with an outsider, over a new link as well', async () => {
    const file = bytes(12 * BLOCK_BYTES, 1);
    const [a, b] = [device('a', []), device('b', [FAMILY])];
    const [control, bulk] = [channelPair(), channelPair()];
    a.link(1, b.id, control[0], bulk[0]);
    b.link(1, a.id, control[1], bulk[1]);
    a.send(b.id, { file });
    const { key } = await acceptAll(b);
    await new Promise<void>((call) => {
      bulk[0].at = { bytes: 5 * BLOCK_BYTES, call };
    });
    tell(b, [FAMILY], true);
    for (const one of [a, b]) one.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
    await Promise.all([a.phase('interrupted'), b.phase('interrupted')]);
    connect(a, b, 2);
    meet(a, b);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await b.holds(key, 0, file)).toBe(true);
  });

  test('lets go of an outsider with whom nothing is under way when it begins to hide', async () => {
    const [a, b, c] = [device('a', [FAMILY]), device('b', []), device('c', [FAMILY])];
    connect(a, b, 1);
    connect(a, c, 2);
    await Promise.all([shared(a, b), shared(a, c)]);
    tell(a, [FAMILY], true);
    await dropped(a);
    const ended = a.posted.flatMap((message) => (message.type === 'drop-link' ? [message.link] : []));
    expect(ended).toEqual([1]);
  });
});
