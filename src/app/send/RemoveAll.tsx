/** Empties what is chosen. */
import { useLateText } from '../i18n/context.ts';

export function RemoveAll({ isLeaving, onPress }: { isLeaving: boolean; onPress: () => void }) {
  const { words } = useLateText();
  return (
    <button class="button quiet" type="button" disabled={isLeaving} onClick={onPress}>
      {words.removeAll}
    </button>
  );
}
