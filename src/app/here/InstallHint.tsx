/** Offers to install the app: by the browser's dialog, or in words where there is none. */
import type { HereWords } from '../i18n/words/here.ts';
import { Extra } from '../pieces/Extra.tsx';
import type { InstallWay } from '../shell/install.ts';

type Props = { way: InstallWay; words: HereWords['extras']; onPress: () => void };

export function InstallHint({ way, words, onPress }: Props) {
  if (way !== 'by-hand') return <Extra icon="home" label={words.install} help={words.installHelp} onPress={onPress} />;
  return (
    <details class="extra">
      <summary>{words.installByHand}</summary>
      <p>{words.installByHandHelp}</p>
    </details>
  );
}
