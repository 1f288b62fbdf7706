/**
 * Who sees whom. A device may be there for everybody, or only for those with whom it shares a group and those that it has
 * called itself. To all others it does not exist. Pure.
 */
import type { Member } from '../../protocol/groups.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';

/** What a device says of its groups. At another router it may say so without proof. */
export type Belonging = {
  /** Absent: it belongs to none. */
  readonly member?: Member | undefined;
  readonly onlyGroups?: boolean | undefined;
};

/** Everybody, or the devices of some groups and those in `called`. */
export type Audience =
  | 'everybody'
  | {
      readonly groups: ReadonlySet<PublicKey>;
      /** Grows for as long as the device is listed. */
      readonly called: Set<DeviceId>;
    };

/** Somebody who looks: a device, and the groups that it has proved. */
export type Viewer = { readonly id: DeviceId; readonly groups: ReadonlySet<PublicKey> };

/**
 * Most devices that one which hides may show itself to, at each router, by calling them: a room, and some more. Who calls
 * more hides from all of these again, and they are told that it is gone.
 */
const MAX_CALLED = 128;

export const groupsOf = (member: Member | undefined): ReadonlySet<PublicKey> =>
  new Set(member?.of.map(({ group }) => group));

export function viewerOf({ id, member }: Belonging & { readonly id: DeviceId }): Viewer {
  return { id, groups: groupsOf(member) };
}

/** `before`: of the same device. Those that it has called still see it. */
export function audienceOf({ member, onlyGroups }: Belonging, before: Audience = 'everybody'): Audience {
  if (onlyGroups !== true) return 'everybody';
  return { groups: groupsOf(member), called: before === 'everybody' ? new Set() : before.called };
}

/** True when the same devices see it, now and after any call. */
export function isSameAudience(a: Audience, b: Audience): boolean {
  if (a === 'everybody' || b === 'everybody') return a === b;
  if (a.called !== b.called) return false;
  return a.groups.size === b.groups.size && [...a.groups].every((group) => b.groups.has(group));
}

export function sees({ id, groups }: Viewer, audience: Audience): boolean {
  if (audience === 'everybody' || audience.called.has(id)) return true;
  return [...groups].some((group) => audience.groups.has(group));
}

/** The audience of a device that calls `viewer`: the same one where `viewer` sees it, or there is room for it. */
export function audienceWith(viewer: Viewer, audience: Audience): Audience {
  if (audience === 'everybody' || sees(viewer, audience)) return audience;
  const { groups, called } = audience;
  if (called.size >= MAX_CALLED) return { groups, called: new Set([viewer.id]) };
  called.add(viewer.id);
  return audience;
}

/** What `viewer` is told of the groups of a device: only those that it belongs to itself. */
export function inCommon(viewer: Viewer, member: Member | undefined): Member | undefined {
  const of = member?.of.filter(({ group }) => viewer.groups.has(group)) ?? [];
  return member && of.length > 0 ? { key: member.key, of } : undefined;
}
