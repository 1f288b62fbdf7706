/** Runs in the page: the list of devices, past and present. */
import { devices } from '../drive/page/screen.ts';

export type Listed = {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Accessible names of the buttons, such as "Bob Computer · at r2". */
  readonly devices: readonly string[];
};

const KEY = 'labDevices';

function onChange(look: () => void): MutationObserver {
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return observer;
}

/** Records every list from now on. */
export function watch(): void {
  const history: Listed[] = [];
  Reflect.set(globalThis, KEY, history);
  const look = () => {
    const now = devices();
    if (history.at(-1)?.devices.join('\n') !== now.join('\n')) history.push({ at: Date.now(), devices: now });
  };
  onChange(look);
  look();
}

export function history(): readonly Listed[] {
  return (Reflect.get(globalThis, KEY) ?? []) as readonly Listed[];
}

/**
 * Resolves with the time (in milliseconds since 1970) as soon as exactly the devices whose names begin with `name`
 * match `pattern`; with null after `timeoutMs`. Without a pattern: as soon as there is no such device.
 */
export function whenListed(name: string, pattern: string | null, timeoutMs: number): Promise<number | null> {
  return new Promise((resolve) => {
    const look = () => {
      const found = devices().filter((device) => device.startsWith(name));
      const met =
        pattern === null ? found.length === 0 : found.length === 1 && new RegExp(pattern, 'u').test(found[0] ?? '');
      if (met) end(Date.now());
    };
    const end = (at: number | null) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(at);
    };
    const observer = onChange(look);
    const timer = setTimeout(() => end(null), timeoutMs);
    look();
  });
}
