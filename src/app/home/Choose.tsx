/** Choosing, and what is chosen, over what is shared by all screens: at the lower edge, or beside the people. */
import type { ComponentChildren } from 'preact';
import type { Choosing } from '../send/choosing.ts';
import type { Compose } from '../send/compose.ts';
import { Looking } from '../send/Looking.tsx';
import { Picker } from '../send/Picker.tsx';
import type { Shell } from '../shell/shell.ts';

export type ChooseDesk = {
  readonly compose: Compose;
  readonly choosing: Choosing;
  readonly shell: Pick<Shell, 'arrivals'>;
  /** The file input, which `compose` opens. */
  readonly input: { current: HTMLInputElement | null };
};

type Props = {
  desk: ChooseDesk;
  isWide: boolean;
  /** What is chosen; a late part. */
  tray: ComponentChildren;
};

export function Choose({ desk: { compose, choosing, shell, input }, isWide, tray }: Props) {
  const hasFiles = compose.files.value.length > 0 || compose.leaving.value !== undefined;
  return (
    <div class="choose" data-chosen={hasFiles}>
      <Looking choosing={choosing} />
      {!isWide && tray}
      <Picker
        input={input}
        wanted={shell.arrivals.choices.value}
        onChoose={compose.choose}
        onPicked={choosing.picked}
        onBrought={choosing.add}
      />
      {isWide && tray}
    </div>
  );
}
