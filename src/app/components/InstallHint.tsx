/** Offers to install the app: by the browser's dialog, or in words where there is none. */
import type { ShellMessages } from '../i18n/messages.ts';
import type { InstallWay } from '../install.ts';
import { Icon } from './icons.tsx';

type Props = { way: InstallWay; words: ShellMessages; onPress: () => void };

export function InstallHint({ way, words, onPress }: Props) {
  if (way === 'by-hand')
    return (
      <details class="extra">
        <summary>{words.installByHand}</summary>
        <p>{words.installByHandHelp}</p>
      </details>
    );
  return (
    <div class="extra">
      <button class="button" type="button" aria-describedby="install-help" onClick={onPress}>
        <Icon name="home" />
        {words.install}
      </button>
      <p class="hint" id="install-help">
        {words.installHelp}
      </p>
    </div>
  );
}
