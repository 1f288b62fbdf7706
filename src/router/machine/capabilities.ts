/** What the kernel lets this process do (capabilities(7)). Being root is neither needed for it nor enough: containers take rights away. */
import { readIfThere } from './files.ts';

/** Of capability.h. */
const NET_ADMIN_BIT = 12n;
const AMBIENT_WORDS = 'AmbientCapabilities=CAP_NET_ADMIN';

/**
 * Why this process, and the programs that it starts, may not change networks and rules; `undefined` when they may. `status`: the text
 * of /proc/self/status, `uid` the effective user. Where there is no such text, root may.
 */
export function lacksNetAdmin(
  status = readIfThere('/proc/self/status'),
  uid: number | undefined = process.geteuid?.(),
): string | undefined {
  const has = (name: 'CapEff' | 'CapAmb'): boolean | undefined => {
    const [, digits] = new RegExp(`^${name}:\\s*([\\da-f]{1,16})$`, 'm').exec(status) ?? [];
    return digits === undefined ? undefined : ((BigInt(`0x${digits}`) >> NET_ADMIN_BIT) & 1n) === 1n;
  };
  if (!(has('CapEff') ?? uid === 0))
    return uid === 0
      ? 'it needs CAP_NET_ADMIN, which root does not have here: give it to this container'
      : `it needs CAP_NET_ADMIN: run it as root, or as a unit with ${AMBIENT_WORDS}`;
  // Whoever is not root hands on only what is ambient.
  if (uid !== 0 && has('CapAmb') === false)
    return `it has CAP_NET_ADMIN, but the programs that it runs would not: run it as root, or as a unit with ${AMBIENT_WORDS}`;
  return undefined;
}
