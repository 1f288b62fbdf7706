/** The picture and the digits of a device, behind a name; read out in words. */
import type { DeviceId } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { FirstWords } from '../i18n/words/first-screen.ts';
import { type Mark, markOf, PICTURES } from '../model/mark.ts';

export function PersonMark({ of }: { of: DeviceId }) {
  const { words } = useText();
  const mark = markOf(of);
  return (
    <span class="person-mark">
      <span aria-hidden="true">
        {PICTURES[mark.picture]} {mark.digits}
      </span>
      <span class="hidden">{markInWords(mark, words)}</span>
    </span>
  );
}

/** This device's mark as others see it, so that a person can say "I am the turtle 27". */
export function OwnMark({ id }: { id: DeviceId }) {
  const { words } = useText();
  const mark = markOf(id);
  return (
    <p class="own-mark">
      <span class="person-mark">
        <span aria-hidden="true">{PICTURES[mark.picture]}</span> <strong>{markInWords(mark, words)}</strong>
      </span>
      <span class="hint">{words.yourMark}</span>
    </p>
  );
}

export function markInWords({ picture, digits }: Mark, words: FirstWords): string {
  return fill(words.mark, { picture: words.pictures[picture] ?? '', digits });
}
