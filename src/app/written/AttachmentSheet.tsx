/** One attached file, looked at as far as that is safe. */
import type { AttachmentView } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';
import { useLateText } from '../i18n/context.ts';
import { Name } from '../pieces/Name.tsx';
import { useModal } from '../pieces/useModal.ts';
import { FilePreview } from '../preview/FilePreview.tsx';
import type { Holder } from './Attachments.tsx';
import { SaveAttachment } from './SaveAttachment.tsx';
import '../styles/offer.css';

type Props = { of: EventId; file: AttachmentView; holder: Pick<Holder, 'attachment'>; onClose: () => void };

export function AttachmentSheet({ of, file, holder, onClose }: Props) {
  const { words, format } = useLateText();
  const dialog = useModal(onClose);
  return (
    <dialog ref={dialog} class="offer" aria-labelledby="attachment-title">
      <div class="offer-body">
        <h2 id="attachment-title" tabIndex={-1}>
          <Name of={file.name} />
        </h2>
        <p class="figures">{format.bytes(file.size)}</p>
        <FilePreview path={file.name} read={() => holder.attachment(of, file)} nowhere={words.messages.nowhere} />
      </div>
      <div class="offer-answer">
        <div class="actions">
          <SaveAttachment {...{ of, file, holder }} />
          <button class="button big" type="button" onClick={onClose}>
            {words.reporting.close}
          </button>
        </div>
      </div>
    </dialog>
  );
}
