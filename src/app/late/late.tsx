/**
 * Parts of the app in separate chunks: not needed until two devices see each other, but fetched at the first quiet
 * moment, because later the router may be gone.
 */
import { signal } from '@preact/signals';
import type { FunctionComponent, JSX } from 'preact';
import { useArrivedText } from '../i18n/context.ts';
import { brought } from './brought.ts';
import { whenIdle } from './idle.ts';

export type Late<Props> = {
  /** Call it when the first screen is up. */
  readonly fetch: () => void;
  readonly Late: FunctionComponent<Props>;
};

/** The component that `load` brings, and `meanwhile` until that and the words of the language are there. */
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
    Late(props) {
      const isSpoken = useArrivedText() !== undefined;
      return part.value === undefined || !isSpoken ? meanwhile : <part.value.Part {...props} />;
    },
  };
}
