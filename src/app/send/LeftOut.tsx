/** Which files of the last choice will not be sent, and why; and which empty ones will be. */
import type { LeftOut as Left } from '../files/left-out.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Forms } from '../i18n/words/forms.ts';
import { isolated } from '../model/shown-name.ts';
import { tooMuchIn } from './too-much.ts';

/** Names shown of each kind; the number says how many there are. */
const MAX_NAMES = 5;

export function LeftOut({ leftOut }: { leftOut: Left }) {
  const text = useLateText();
  const { words, format } = text;
  const named = (forms: Forms, paths: readonly string[]) =>
    fill(format.count(forms, paths.length), { names: format.list(paths.slice(0, MAX_NAMES).map(isolated)) });
  const { unreadable, tooLong, emptyFolders, withoutContent, isNothing, excess } = leftOut;
  const lines = [
    ...(isNothing ? [words.nothingThere] : []),
    ...(unreadable.length > 0 ? [named(words.unreadable, unreadable)] : []),
    ...(tooLong.length > 0 ? [named(words.nameTooLong, tooLong)] : []),
    ...(emptyFolders.length > 0 ? [named(words.emptyFolders, emptyFolders)] : []),
    ...(withoutContent.length > 0 ? [named(words.withoutContent, withoutContent)] : []),
    ...(excess ? [tooMuchIn(excess, text)] : []),
  ];
  return (
    <div class="left-out" role="alert">
      {lines.map((line) => (
        <p key={line} class="hint">
          {line}
        </p>
      ))}
    </div>
  );
}
