/** The picture and the digits of a person, large, and in words: what two people say to each other across a room. */
import type { DeviceId } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import { markOf, PICTURES } from '../model/mark.ts';
import { markInWords } from '../pieces/PersonMark.tsx';

export function Face({ of }: { of: DeviceId }) {
  const { words } = useLateText();
  const mark = markOf(of);
  return (
    <p class="face">
      <span class="face-picture" aria-hidden="true">
        {PICTURES[mark.picture]}
      </span>
      <strong>{markInWords(mark, words)}</strong>
    </p>
  );
}
