/** Writes to the person of this screen: at once while they are here, and else sealed, for when they come. */
import { useRef } from 'preact/hooks';
import type { DeviceId } from '../../protocol/signaling.ts';
import { writtenIn } from '../arrivals/shared-text.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { ChosenFile, Model } from '../model/model.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Choosing } from '../send/choosing.ts';
import { AttachButtons } from '../written/AttachButtons.tsx';
import { Attached, Hindered } from '../written/Attached.tsx';
import { hindranceTo } from '../written/limits.ts';
import { NotKept } from '../written/NotKept.tsx';
import { UnderWay } from '../written/UnderWay.tsx';
import { useHandingOver } from '../written/useHandingOver.ts';
import { WritingField } from '../written/WritingField.tsx';
import { type Writing, writingOf } from '../written/writing.ts';
import { FATE } from './NotHere.tsx';

type Props = {
  to: DeviceId;
  model: Pick<Model, 'words' | 'canTransfer'>;
  choosing: Pick<Choosing, 'dropped'>;
  /** Large files go to them directly. */
  isHere: boolean;
};

export function Composer({ to, model: { words: holder, canTransfer }, choosing, isHere }: Props) {
  const { words, format } = useLateText();
  const said = words.messages;
  const writing = writingOf(holder, to);
  const field = useRef<HTMLTextAreaElement>(null);
  const { blobBytes } = holder.facts.value;
  const files = writing.files.value;
  const offers = isHere && canTransfer;
  const hindrance = hindranceTo(writing.text, files, offers ? undefined : blobBytes);
  const { notSaid, handOver } = useHandingOver(writing);
  const isLarge = ({ file }: ChosenFile): boolean => offers && file.size > blobBytes;
  const send = (): void => {
    if (hindrance !== undefined) return;
    const large = files.filter(isLarge);
    for (const one of large) writing.detach(one);
    if (writing.text.trim() !== '' || large.length < files.length)
      void handOver((text, small) => holder.say(to, text, small));
    if (large.length > 0) choosing.dropped({ files: large, unread: [], emptyFolders: [] }, to);
    field.current?.focus();
  };
  const after = (): void => field.current?.focus();
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <NotKept holder={holder} />
      <Attached writing={writing} />
      {files.some(isLarge) && <p class="hint">{fill(said.offered, { size: format.bytes(blobBytes) })}</p>}
      <Hindered why={hindrance ?? notSaid} blobBytes={blobBytes} />
      <UnderWay writing={writing} />
      <div class="composer-row">
        <AttachButtons writing={writing} after={after} />
        <WritingField {...{ field, writing }} label={said.write} rows={1} onSend={send} describedBy={FATE} />
        <button class="button primary send-message" type="submit">
          <Icon name="forward" />
          <span>{said.send}</span>
        </button>
      </div>
    </form>
  );
}

/** What was chosen to be sent: a text that was made into a file is a text again. */
export function intoMessage(writing: Writing, chosen: readonly ChosenFile[]): void {
  const files = chosen.filter((one) => {
    const text = writtenIn(one.file);
    if (text !== undefined) writing.add(text);
    return text === undefined;
  });
  writing.attach(files);
}
