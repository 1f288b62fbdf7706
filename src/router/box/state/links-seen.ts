/** What `ip -json address` says of the network interfaces. Pure; from outside, so any JSON is taken. */
import type { LinkSeen } from './state.ts';

type Told = Readonly<Record<string, unknown>>;

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null;
const list = (value: unknown): readonly Told[] => (Array.isArray(value) ? value.filter(isTold) : []);

/** By name. Empty when it is no such answer. */
export function parseLinks(json: string): ReadonlyMap<string, LinkSeen> {
  let told: unknown;
  try {
    told = JSON.parse(json || '[]');
  } catch {
    return new Map();
  }
  const links = new Map<string, LinkSeen>();
  for (const link of list(told)) {
    const { ifname, address, flags, master, addr_info } = link;
    if (typeof ifname !== 'string') continue;
    const has = (flag: string): boolean => Array.isArray(flags) && flags.includes(flag);
    links.set(ifname, {
      mac: typeof address === 'string' ? address : '',
      isUp: has('UP'),
      hasCarrier: has('LOWER_UP'),
      ...(typeof master === 'string' && { master }),
      addresses: list(addr_info).flatMap(({ family, local, prefixlen }) =>
        family === 'inet' ? [`${String(local)}/${String(prefixlen)}`] : [],
      ),
    });
  }
  return links;
}
