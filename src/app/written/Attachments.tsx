/** Files that hang on a message or a post: photos small and side by side, others by name and size. Bytes come when they are wanted. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { EventId } from '../../protocol/event.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { shownName } from '../model/shown-name.ts';
import type { PartAttachment } from '../model/together.ts';
import type { Words } from '../model/words.ts';
import { iconOf } from '../pieces/file-icon.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { Thumbnail } from '../preview/Thumbnail.tsx';
import { AttachmentSheet } from './AttachmentSheet.tsx';
import { SaveAttachment } from './SaveAttachment.tsx';

export type Holder = Pick<Words, 'attachment' | 'thumb'>;
type Props = { of: EventId; files: readonly PartAttachment[]; holder: Holder };

const isPicture = ({ type }: PartAttachment): boolean => type.startsWith('image/');

export function Attachments({ of, files, holder }: Props) {
  const opened = useSignal<PartAttachment | undefined>(undefined);
  const look = (file: PartAttachment) => () => {
    opened.value = file;
  };
  if (files.length === 0) return null;
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  return (
    <>
      {pictures.length > 0 && <Photos {...{ of, holder, look }} files={pictures} />}
      {others.length > 0 && (
        <ul class="attachments">
          {others.map((file) => (
            <Other key={file.sha256} {...{ file, holder }} of={file.of ?? of} onLook={look(file)} />
          ))}
        </ul>
      )}
      {opened.value && (
        <AttachmentSheet
          holder={holder}
          of={opened.value.of ?? of}
          file={opened.value}
          onClose={() => {
            opened.value = undefined;
          }}
        />
      )}
    </>
  );
}

type PhotosProps = Props & { look: (file: PartAttachment) => () => void };

function Photos({ of, files, holder, look }: PhotosProps) {
  const { messages } = useLateText().words;
  return (
    <ul class="photo-grid">
      {files.map((file) => (
        <li key={file.sha256}>
          <button
            class="photo-place"
            type="button"
            aria-label={fill(messages.look, { name: shownName(file.name) })}
            onClick={look(file)}
          >
            {/* Their maker says it is a picture; only the bytes decide if one is drawn. */}
            <Thumbnail path="picture.jpg" side={90} read={() => holder.thumb(file.of ?? of, file)} />
          </button>
        </li>
      ))}
    </ul>
  );
}

type OtherProps = Omit<Props, 'files'> & { file: PartAttachment; onLook: () => void };

function Other({ of, file, holder, onLook }: OtherProps) {
  const id = useId();
  const { words, format } = useLateText();
  return (
    <li class="attachment">
      <Icon name={iconOf(file.name)} />
      <span class="attachment-name">
        <span id={id}>
          <Name of={file.name} />
        </span>{' '}
        <span class="figures">{format.bytes(file.size)}</span>
      </span>
      <span class="actions">
        <button class="button small" type="button" aria-describedby={id} onClick={onLook}>
          {words.strangers.look}
        </button>
        <SaveAttachment {...{ of, file, holder }} isSmall />
      </span>
    </li>
  );
}
