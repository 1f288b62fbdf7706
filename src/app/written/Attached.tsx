/** What is attached to something that is being written, and what keeps it from being sent. */

import { MAX_ATTACHMENTS, MAX_TEXT_BYTES } from '../../protocol/limits.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated, shownName } from '../model/shown-name.ts';
import type { NotSaid } from '../model/words.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import type { Hindrance } from './limits.ts';
import type { Writing } from './writing.ts';

export function Attached({ writing }: { writing: Writing }) {
  const { words, format } = useLateText();
  const files = writing.files.value;
  if (files.length === 0) return null;
  return (
    <ul class="attached" aria-label={format.count(words.files, files.length)}>
      {files.map((one, at) => (
        <li key={`${at} ${one.path}`} class="attached-file">
          <Thumbnail path={one.path} of={one.file} read={async () => one.file} />
          <span class="attached-name">
            <Name of={one.path} /> <span class="figures">{format.bytes(one.file.size)}</span>
          </span>
          <button
            class="icon-button"
            type="button"
            aria-label={fill(words.remove, { name: shownName(one.path) })}
            onClick={() => writing.detach(one)}
          >
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** `why`: found here while it was written, or said by who should have kept it. */
export function Hindered({ why, blobBytes }: { why: Hindrance | NotSaid | undefined; blobBytes: number }) {
  const { words, format } = useLateText();
  const said = words.messages;
  const text = ((): string | undefined => {
    const is = typeof why === 'object' ? why.is : why;
    switch (is) {
      case undefined:
        return undefined;
      case 'too-long':
        return fill(said.tooLong, { size: format.bytes(MAX_TEXT_BYTES) });
      case 'too-large':
      case 'file-too-large': {
        const name = typeof why === 'object' && why.is === 'too-large' ? why.file.path : '';
        return fill(said.tooLarge, { name: isolated(name), size: format.bytes(blobBytes) });
      }
      case 'too-many':
      case 'too-many-files':
        return format.count(said.tooMany, MAX_ATTACHMENTS);
      default:
        return said.notSaid[is];
    }
  })();
  return (
    <div role="alert" class="hindered">
      {text !== undefined && (
        <p>
          <Icon name="warning" />
          <span class="hindered-text">{text}</span>
        </p>
      )}
    </div>
  );
}
