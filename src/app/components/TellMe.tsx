/** Asks whether to show notices; the browser then asks once more in its own words. */
import type { ShellMessages } from '../i18n/messages.ts';
import { Icon } from './icons.tsx';

export function TellMe({ words, onPress }: { words: ShellMessages; onPress: () => void }) {
  return (
    <div class="extra">
      <button class="button" type="button" aria-describedby="tell-me-help" onClick={onPress}>
        <Icon name="bell" />
        {words.tellMe}
      </button>
      <p class="hint" id="tell-me-help">
        {words.tellMeHelp}
      </p>
    </div>
  );
}
