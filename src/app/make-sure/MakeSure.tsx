/** Two people who stand beside each other make sure of each other: always there, because the other one may ask. */
import { useEffect } from 'preact/hooks';
import type { Model } from '../model/model.ts';
import { isUp, useUp } from '../pieces/dialogs.ts';
import { useModal } from '../pieces/useModal.ts';
import { Compare } from './Compare.tsx';
import { opened } from './opened.ts';
import { Photo } from './Photo.tsx';
import { fetchReader } from './reader.ts';
import { TITLE_ID } from './Sheet.tsx';
import { MyCode, Ways } from './Ways.tsx';
import '../styles/offer.css';
import '../styles/make-sure.css';

export function MakeSure({ model }: { model: Model }) {
  const comparison = model.comparison.value;
  // What the person here has begun comes at once. The question of another one waits for an offer that is being answered.
  const isDue = comparison !== undefined && (comparison.phase !== 'asked' || !isUp.offer.value);
  return isDue || opened.value !== undefined ? <MakeSureDialog model={model} /> : null;
}

/** In these phases of a comparison Escape is no answer: each has buttons that say what they do. */
const WANT_ANSWER = ['asked', 'code', 'different'];

function MakeSureDialog({ model }: { model: Model }) {
  const close = (): void => {
    opened.value = undefined;
    const comparison = model.comparison.peek();
    if (comparison) model.compared(comparison.peer, 'cancelled');
  };
  useUp('makeSure');
  const dialog = useModal(() => {
    if (!WANT_ANSWER.includes(model.comparison.peek()?.phase ?? '')) close();
  });
  useEffect(fetchReader, []);
  return (
    <dialog ref={dialog} class="offer" aria-labelledby={TITLE_ID}>
      <Content model={model} onClose={close} />
    </dialog>
  );
}

function Content({ model, onClose }: { model: Model; onClose: () => void }) {
  const comparison = model.comparison.value;
  if (comparison) return <Compare model={model} comparison={comparison} onClose={onClose} />;
  const { way, person: somebody } = opened.value ?? {};
  const go = (next: 'mine' | 'photo') => () => {
    opened.value = { ...opened.value, way: next };
  };
  switch (way) {
    case 'mine':
      return <MyCode model={model} onClose={onClose} />;
    case 'photo':
      return <Photo model={model} meant={somebody} onShowMine={go('mine')} onClose={onClose} />;
    default:
      return <Ways model={model} somebody={somebody} onPhoto={go('photo')} onMine={go('mine')} onClose={onClose} />;
  }
}
