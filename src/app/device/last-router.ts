/** Remembers the last router that was reached, to name its Wi-Fi when no router is in reach. */
import { keyval } from '../../store/keyval.ts';

const KEY = 'last-router';
const settings = keyval('settings');

export type LastRouter = {
  /** Its operator's name for it, usually the name of its place and of its Wi-Fi. */
  readonly name: string;
  /** Scheme, host and port under which the app was opened. */
  readonly address: string;
};

export async function lastRouter(): Promise<LastRouter | undefined> {
  const read = await settings.get(KEY);
  return read.ok ? parseLastRouter(read.value) : undefined;
}

/** An older version may have stored another form. */
export function parseLastRouter(value: unknown): LastRouter | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, address } = value as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && name !== '' && typeof address === 'string' ? { name, address } : undefined;
}

export async function keepLastRouter(router: LastRouter): Promise<void> {
  await settings.set(KEY, router);
}
