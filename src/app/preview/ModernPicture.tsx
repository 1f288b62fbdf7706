/**
 * A picture of a kind that not every browser knows (HEIC, AVIF) and whose size is hidden too deep to be sure of: it is
 * shown when the person asks for it, or the page says what can be done.
 */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { NotShown } from './NotShown.tsx';

export type ModernType = 'image/avif' | 'image/heic';

/** `picture`: shown once it is asked for. */
type Props = { type: ModernType; picture: ComponentChildren };

export function ModernPicture({ type, picture }: Props) {
  const { words } = useLateText();
  const said = words.preview;
  const can = useSignal<boolean | undefined>(undefined);
  const isAsked = useSignal(false);
  useEffect(() => {
    void canShow(type).then((answer) => {
      can.value = answer;
    });
  }, [type]);
  if (can.value === undefined) return <div class="preview" aria-busy="true" />;
  if (!can.value)
    return <NotShown icon="picture">{type === 'image/heic' ? said.heicNot : words.inbox.cannotShow}</NotShown>;
  if (isAsked.value) return picture;
  return (
    <NotShown icon="picture">
      <button
        class="button"
        type="button"
        onClick={() => {
          isAsked.value = true;
        }}
      >
        <Icon name="picture" />
        {words.inbox.showPicture}
      </button>
      <p class="hint">{said.modernHelp}</p>
    </NotShown>
  );
}

/** The smallest address of a picture: it is never decoded, only chosen or passed over. */
const CHOSEN = 'data:,chosen';

/** Browsers pass over a source of a type that they do not know (HTML, section 4.8.4.3.5), which takes no example file. */
async function canShow(type: ModernType): Promise<boolean> {
  const picture = document.createElement('picture');
  const source = document.createElement('source');
  const image = document.createElement('img');
  source.type = type;
  source.srcset = CHOSEN;
  picture.append(source, image);
  image.src = 'data:,other';
  await new Promise((done) => {
    image.onload = done;
    image.onerror = done;
  });
  return image.currentSrc === CHOSEN;
}
