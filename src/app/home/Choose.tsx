/** The buttons for choosing, over what is shared by all screens. */

import type { Choosing } from '../send/choosing.ts';
import type { Compose } from '../send/compose.ts';
import { Picker } from '../send/Picker.tsx';
import type { Shell } from '../shell/shell.ts';

export type ChooseDesk = {
  readonly compose: Compose;
  readonly choosing: Choosing;
  readonly shell: Pick<Shell, 'arrivals'>;
  /** The file input, which `compose` opens. */
  readonly input: { current: HTMLInputElement | null };
};

export function Choose({ desk: { compose, choosing, shell, input } }: { desk: ChooseDesk }) {
  return (
    <Picker input={input} wanted={shell.arrivals.choices.value} onChoose={compose.choose} onPicked={choosing.picked} />
  );
}
