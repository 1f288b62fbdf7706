/**
 * Parts of the app in separate chunks: not needed until two devices see each other, but fetched at the first quiet
 * moment, because later the router may be gone.
 */
import { signal } from '@preact/signals';
import type { FunctionComponent, JSX } from 'preact';
import { whenIdle } from './idle.ts';
import { parts } from './parts.ts';

/** Pause between two tries, in milliseconds. When all of them fail, `parts.isMissing` says so. */
const RETRY_MS = 2_000;

export type Late<Props> = {
  /** Call it when the first screen is up. */
  readonly fetch: () => void;
  readonly Late: FunctionComponent<Props>;
};

/** Resolves to what `load` brings; asks again as often as it takes. */
export async function brought<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await parts.fetch(load);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** The component that `load` brings, and `meanwhile` until then. */
export function late<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  meanwhile: JSX.Element | null,
): Late<Props> {
  const part = signal<{ readonly Part: FunctionComponent<Props> } | undefined>(undefined);
  const bring = async (): Promise<void> => {
    part.value = { Part: await brought(load) };
  };
  return {
    fetch: () => whenIdle(() => void bring()),
    Late: (props) => (part.value === undefined ? meanwhile : <part.value.Part {...props} />),
  };
}
