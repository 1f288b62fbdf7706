/** The switch for sound and vibration when something comes. */
import { useId } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { bell } from './bell.ts';

export function ChimeSwitch() {
  const words = useLateText().words.here.chime;
  const id = useId();
  const isOn = bell.isLoud.value;
  const toggle = (): void => {
    bell.setLoud(!isOn);
    if (!isOn) bell.ring('files'); // so that the person hears what it is like
  };
  return (
    <div class="extra">
      <button
        class="button switch"
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-describedby={id}
        onClick={toggle}
      >
        <Icon name={isOn ? 'check' : 'bell'} />
        {words.loud}
      </button>
      <p class="hint" id={id}>
        {words.help}
      </p>
    </div>
  );
}
