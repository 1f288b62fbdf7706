/** Writes to the person of this screen: at once while they are here, and else sealed, for when they come. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DeviceId } from '../../protocol/signaling.ts';
import { writtenIn } from '../arrivals/shared-text.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { ChosenFile, Model } from '../model/model.ts';
import type { NotSaid } from '../model/words.ts';
import { Icon } from '../pieces/icons.tsx';
import type { Choosing } from '../send/choosing.ts';
import { AttachButtons } from '../written/AttachButtons.tsx';
import { Attached, Hindered } from '../written/Attached.tsx';
import { hindranceTo } from '../written/limits.ts';
import { NotKept } from '../written/NotKept.tsx';
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
  const { notSaid, say } = useSaying({
    to,
    holder,
    writing,
    isEmpty: writing.text.trim() === '' && files.length === 0,
  });
  const isLarge = ({ file }: ChosenFile): boolean => offers && file.size > blobBytes;
  const send = (): void => {
    if (hindrance !== undefined) return;
    const large = files.filter(isLarge);
    void say(files.filter((one) => !isLarge(one)));
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

type Saying = { to: DeviceId; holder: Model['words']; writing: Writing; isEmpty: boolean };

/** The field is empty as soon as it is stored; what was not is there again, with the reason. */
function useSaying({ to, holder, writing, isEmpty }: Saying) {
  const notSaid = useSignal<NotSaid | undefined>(undefined);
  const isSaying = useRef(false);
  const failed = useRef('');
  const { text } = writing;
  useEffect(() => {
    if (text !== '' && text !== failed.current) notSaid.value = undefined; // they write on
  }, [text]);
  const say = async (files: readonly ChosenFile[]): Promise<void> => {
    if (isEmpty || isSaying.current) return;
    const all = writing.files.peek();
    isSaying.current = true;
    failed.current = text;
    writing.clear();
    const isNothing = text.trim() === '' && files.length === 0; // all of it goes in another way
    const why = isNothing ? undefined : await holder.say(to, text.trim(), files);
    isSaying.current = false;
    if (why === undefined) return;
    if (writing.text === '') writing.write(text);
    writing.attach(all.filter((one) => files.includes(one)));
    notSaid.value = why;
  };
  return { notSaid: notSaid.value, say };
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
