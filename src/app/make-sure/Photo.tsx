/** The person here takes a photo of the code on another screen, and learns whose it is. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import type { MakeSureWords } from '../i18n/words/make-sure.ts';
import type { Model } from '../model/model.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { NowKnown } from './NowKnown.tsx';
import { readPhoto } from './photo.ts';
import { theReader } from './reader.ts';
import { Answer, Sheet } from './Sheet.tsx';
import { type Scanned, scanned } from './scanned.ts';
import { Warning } from './Warning.tsx';

type Props = {
  model: Model;
  /** The person whose code it should be, if one is meant. */
  meant: Somebody | undefined;
  onShowMine: () => void;
  onClose: () => void;
};

export function Photo({ model, meant, onShowMine, onClose }: Props) {
  const words = useLateText().words.makeSure;
  const input = useRef<HTMLInputElement>(null);
  const now = useSignal<'ready' | 'looking' | Scanned>('ready');
  const look = async (photo: File): Promise<void> => {
    now.value = 'looking';
    const found = await whoIsOn(photo, model, meant);
    if (found.is === 'person') model.people.know(found.key, found.name);
    now.value = found;
  };
  const take = () => input.current?.click();
  const camera = (
    <input
      ref={input}
      type="file"
      accept="image/*"
      capture="environment"
      hidden
      onChange={({ currentTarget }) => {
        const [photo] = currentTarget.files ?? [];
        if (photo) void look(photo);
        currentTarget.value = ''; // the same photo may be chosen again
      }}
      onCancel={(event) => event.stopPropagation()} // it bubbles, and would close the dialog
    />
  );
  return (
    <>
      {camera}
      <Step {...{ words, model, onShowMine, onClose }} now={now.value} onTake={take} />
    </>
  );
}

type StepProps = Omit<Props, 'meant'> & {
  words: MakeSureWords;
  now: 'ready' | 'looking' | Scanned;
  onTake: () => void;
};

function Step({ words, model: { people }, now, onShowMine, onTake, onClose }: StepProps) {
  if (now === 'ready' || now === 'looking')
    return (
      <Sheet
        title={words.photo.title}
        help={words.photo.help}
        answers={
          <div class="actions">
            <Answer text={words.photo.take} kind="primary" disabled={now === 'looking'} onPress={onTake} />
            <Answer text={words.close} onPress={onClose} />
          </div>
        }
      >
        <p role="status">{now === 'looking' && words.photo.looking}</p>
      </Sheet>
    );
  if (now.is === 'person')
    return <NowKnown people={people} id={now.id} name={now.name} onShowMine={onShowMine} onDone={onClose} />;
  if (now.is === 'other') {
    const { id } = now.meant;
    const name = labelOf(people, now.meant);
    const block = () => {
      onClose();
      people.block(id, name);
    };
    return <Warning why="other" id={id} name={name} onAgain={onTake} onBlock={block} onClose={onClose} />;
  }
  const { title, help } = words.noPerson[now.is];
  return (
    <Sheet
      title={title}
      help={help}
      answers={
        <div class="actions">
          <Answer text={words.again} kind="primary" onPress={onTake} />
          <Answer text={words.close} onPress={onClose} />
        </div>
      }
    />
  );
}

async function whoIsOn(photo: File, model: Model, meant: Somebody | undefined): Promise<Scanned> {
  const reader = await theReader();
  if (reader === undefined) return { is: 'missing' };
  const text = await readPhoto(photo, reader.readCode);
  if ('is' in text) return text;
  return scanned(text.code, {
    ownKey: model.ownKey,
    meant,
    present: model.devices.value,
    isBlocked: (id) => model.people.isBlocked(id),
  });
}
