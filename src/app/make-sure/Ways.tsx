/** How two people can make sure of each other. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import type { Model } from '../model/model.ts';
import { labelOf, type Somebody } from '../people/standing.ts';
import { Icon, type IconName } from '../pieces/icons.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { QrCode } from '../pieces/QrCode.tsx';
import { codeOfPerson } from './person-code.ts';
import { Answer, Sheet } from './Sheet.tsx';

type Props = {
  model: Model;
  /** Absent when it shows only from their code who they are. */
  somebody: Somebody | undefined;
  onPhoto: () => void;
  onMine: () => void;
  onClose: () => void;
};

export function Ways({ model, somebody, onPhoto, onMine, onClose }: Props) {
  const words = useLateText().words.makeSure;
  const { ways } = words;
  const { title, help } = somebody ? ways : words.waysAny;
  return (
    <Sheet
      title={title}
      {...(somebody && { name: labelOf(model.people, somebody) })}
      help={help}
      answers={<Answer text={words.cancel} kind="quiet" onPress={onClose} />}
    >
      {somebody && (
        <p class="make-sure-who">
          <PersonMark of={somebody.id} />
        </p>
      )}
      {somebody && model.canTransfer && (
        <Way icon="people" text={ways.compare} isFirst onPress={() => model.compare(somebody.id)}>
          {ways.compareHelp}
        </Way>
      )}
      <Way icon="picture" text={ways.photo} isFirst={!somebody} onPress={onPhoto}>
        {ways.photoHelp}
      </Way>
      <Way icon="phone" text={ways.mine} onPress={onMine}>
        {ways.mineHelp}
      </Way>
    </Sheet>
  );
}

type WayProps = { icon: IconName; text: string; isFirst?: boolean; onPress: () => void; children: ComponentChildren };

function Way({ icon, text, isFirst = false, onPress, children }: WayProps) {
  const help = useId();
  return (
    <div class="make-sure-way">
      <button class={isFirst ? 'button primary big' : 'button'} type="button" aria-describedby={help} onClick={onPress}>
        <Icon name={icon} />
        {text}
      </button>
      <p class="hint" id={help}>
        {children}
      </p>
    </div>
  );
}

/** This device's own code, for others to take a photo of. */
export function MyCode({ model, onClose }: Pick<Props, 'model' | 'onClose'>) {
  const { mine: said, close } = useLateText().words.makeSure;
  return (
    <Sheet title={said.title} help={said.help} answers={<Answer text={close} onPress={onClose} />}>
      <QrCode text={codeOfPerson(model.ownKey)} label={said.picture} />
    </Sheet>
  );
}
