/** What all screens share, as long as the page is open: where one is, what is chosen, and which transfers the first screen lists. */
import type { ReadonlySignal } from '@preact/signals';
import type { TransferView } from '../transfer/view.ts';
import { watchAtHome } from './inbox/at-home.ts';
import { lateExamine } from './late-parts.tsx';
import { watchArrived } from './model/arrived.ts';
import type { Model } from './model/model.ts';
import { createNavigation, type Navigation } from './place/navigation.ts';
import { type Choosing, createChoosing } from './send/choosing.ts';
import { type Compose, createCompose } from './send/compose.ts';
import type { Shell } from './shell/shell.ts';

export type Desk = {
  readonly model: Model;
  readonly shell: Shell;
  readonly navigation: Navigation;
  readonly compose: Compose;
  readonly choosing: Choosing;
  /** The file input, which `compose` opens. */
  readonly input: { current: HTMLInputElement | null };
  readonly atHome: ReadonlySignal<readonly TransferView[]>;
  /** Those that have just arrived and wait to be saved, newest first. */
  readonly arrived: ReadonlySignal<readonly TransferView[]>;
};

export function createDesk(model: Model, shell: Shell): Desk {
  const input: Desk['input'] = { current: null };
  const compose = createCompose(model, () => input.current?.click());
  const atHome = watchAtHome(model.transfers);
  return {
    model,
    shell,
    navigation: createNavigation(),
    compose,
    choosing: createChoosing(compose, lateExamine),
    input,
    atHome,
    arrived: watchArrived(atHome),
  };
}
