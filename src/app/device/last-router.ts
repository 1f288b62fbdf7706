/** Remembers the router that was reached last, to name its Wi-Fi when no router is in reach. */
import { keyval } from '../../store/keyval.ts';

const KEY = 'last-router';
const settings = keyval('settings');

export type LastRouter = {
  /** As its operator calls it; by custom the name of its place and of its Wi-Fi. */
  readonly name: string;
  /** Scheme, host and port under which the app was opened. */
  readonly address: string;
};

export async function lastRouter(): Promise<LastRouter | undefined> {
  const read = await settings.get(KEY);
  return read.ok ? parseLastRouter(read.value) : undefined;
}

/** What an older version may have kept is not trusted to have the same form. */
export function parseLastRouter(value: unknown): LastRouter | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, address } = value as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && name !== '' && typeof address === 'string' ? { name, address } : undefined;
}

export async function keepLastRouter(router: LastRouter): Promise<void> {
  await settings.set(KEY, router);
}
