/** The switch "nobody I do not know, for an hour", at the end of the page, where it can be ended early as well. */
import { useId } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import { useTimeLeft } from './useTimeLeft.ts';

export function ClosedSwitch({ model }: { model: Model }) {
  const {
    words: { closed: words },
    format,
  } = useLateText();
  const left = useTimeLeft(model.closed);
  const isOn = left !== undefined;
  const id = useId();
  return (
    <div class="extra">
      <button
        class="button switch"
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-describedby={id}
        onClick={() => (isOn ? model.closed.end() : model.closed.begin())}
      >
        <Icon name={isOn ? 'check' : 'lock'} />
        {words.close}
      </button>
      <p class="hint" id={id}>
        {isOn ? fill(words.on, { time: format.duration(left) }) : words.help}
      </p>
    </div>
  );
}
