/** What a list of devices must show, and which errors it has. Pure. */
import type { Device, DeviceId } from '../../src/protocol/signaling.ts';

/** How long a router may list a device that has left it: as present, and as away. */
export type Left = { readonly hereUntil: number; readonly awayUntil: number };

/** One person at one moment. */
export type Somebody = {
  readonly id: DeviceId;
  readonly who: string;
  readonly called: string;
  readonly at: string | undefined;
  /** By router. */
  readonly left: ReadonlyMap<string, Left>;
};

/**
 * The errors, in words, in the list that `witness` has at `router` while exactly the routers `inReach` reach each
 * other; empty when it is right. Times in milliseconds of one clock.
 */
export function whatIsWrong(
  list: Iterable<Device>,
  people: readonly Somebody[],
  inReach: readonly string[],
  witness: DeviceId,
  router: string,
  now: number,
): readonly string[] {
  const wrong: string[] = [];
  const listed = new Map([...list].map((device) => [device.id, device]));
  for (const person of people) {
    const device = listed.get(person.id);
    listed.delete(person.id);
    if (person.id === witness) continue;
    const found = device && `${device.name} at ${device.router ?? router}${device.away ? ', away' : ''}`;
    if (person.at !== undefined && inReach.includes(person.at)) {
      const wanted = `${person.called} at ${person.at}`;
      if (found !== wanted) wrong.push(`${router}: ${wanted} is ${found === undefined ? 'missing' : `"${found}"`}`);
    } else if (device !== undefined) {
      const { hereUntil = 0, awayUntil = 0 } = person.left.get(device.router ?? router) ?? {};
      if (now > (device.away ? awayUntil : hereUntil)) wrong.push(`${router}: ${found} is a ghost`);
    }
  }
  for (const { name } of listed.values()) wrong.push(`${router}: nobody knows ${name}`);
  return wrong;
}
