/** Says that what was written is being stored, when that takes longer than anybody notices: photos are sealed first. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import type { Writing } from './writing.ts';

/** In milliseconds. A line that comes and goes at once would only make the field jump. */
const NOTICED_MS = 500;

export function UnderWay({ writing }: { writing: Writing }) {
  const said = useLateText().words.messages;
  const isLong = useSignal(false);
  const isHandedOver = writing.isHandedOver.value;
  useEffect(() => {
    isLong.value = false;
    if (!isHandedOver) return;
    const timer = setTimeout(() => {
      isLong.value = true;
    }, NOTICED_MS);
    return () => clearTimeout(timer);
  }, [isHandedOver]);
  return (
    <div role="status" class="hint">
      {isLong.value && said.progress.sending}
    </div>
  );
}
