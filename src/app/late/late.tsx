/**
 * Parts of the app in chunks of their own: not needed until two devices see each other, but then fetched at the first quiet
 * moment, because later the router may be gone.
 */
import { signal } from '@preact/signals';
import type { FunctionComponent, JSX } from 'preact';
import { whenIdle } from './idle.ts';
import { parts } from './parts.ts';

/** Between two tries, in milliseconds. Where they are all in vain, `parts.isMissing` says so. */
const RETRY_MS = 2_000;

export type Late<Props> = {
  /** To be called when the first screen is up. */
  readonly fetch: () => void;
  readonly Late: FunctionComponent<Props>;
};

/** What `load` brings, and `meanwhile` in its place. */
export function late<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  meanwhile: JSX.Element | null,
): Late<Props> {
  const part = signal<{ readonly Part: FunctionComponent<Props> } | undefined>(undefined);
  const bring = async (): Promise<void> => {
    try {
      part.value = { Part: await parts.fetch(load) };
    } catch {
      setTimeout(bring, RETRY_MS);
    }
  };
  return {
    fetch: () => whenIdle(() => void bring()),
    Late: (props) => (part.value === undefined ? meanwhile : <part.value.Part {...props} />),
  };
}
