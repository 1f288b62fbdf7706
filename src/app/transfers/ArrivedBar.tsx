/**
 * Shown at the bottom of the screen while the save button of a transfer that has just arrived is out of sight: what it
 * is, from whom, and that button. The page does not scroll there by itself when the person is busy elsewhere, because
 * things would move under the finger.
 */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { Icon } from '../pieces/icons.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { spokenOf, usePeople } from '../pieces/people.ts';
import { Title } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { useSettled } from '../pieces/useSettled.ts';
import { Who } from '../pieces/Who.tsx';
import { saveId } from '../saving/SaveButtons.tsx';

export function ArrivedBar({ transfer }: { transfer: TransferView }) {
  const text = useLateText();
  const { words } = text;
  const people = usePeople();
  const who = { id: transfer.peer, name: transfer.peerName };
  const isOutOfSight = useOutOfSight(saveId(transfer));
  const isSettled = useSettled(undefined, isOutOfSight);
  if (!isOutOfSight) return null;
  // The press goes to the card's own button, and the result is shown there.
  const save = (): void => {
    const button = document.getElementById(saveId(transfer));
    button?.scrollIntoView({ block: 'center' });
    button?.click();
  };
  return (
    <section
      class="arrived-bar"
      aria-label={`${titleOf(transfer, text)} ${fill(words.hasArrived, { name: spokenOf(people, who, words) })}`}
    >
      <p>
        <strong>
          <Title transfer={transfer} />
        </strong>{' '}
        <span class="figures">
          <Phrase text={words.hasArrived}>
            <Who {...who} />
          </Phrase>
        </span>
      </p>
      <button class="button roomy primary" type="button" disabled={!isSettled} onClick={save}>
        <Icon name="save" />
        <span>{transfer.files === 1 ? words.saveToDevice : words.saveAll}</span>
      </button>
    </section>
  );
}

/** Visible share of the button that is enough to press it without searching. */
const IN_SIGHT = 0.9;
/** The page may be scrolling there just now. In milliseconds. */
const LASTING_MS = 700;

/** True when the element is on the page but not completely on the screen, and stays so. */
function useOutOfSight(id: string): boolean {
  const isOut = useSignal(false);
  useEffect(() => {
    isOut.value = false;
    const element = document.getElementById(id);
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries[entries.length - 1];
        if (!last) return;
        clearTimeout(timer);
        if (last.intersectionRatio >= IN_SIGHT) isOut.value = false;
        else
          timer = setTimeout(() => {
            isOut.value = true;
          }, LASTING_MS);
      },
      { threshold: [0, IN_SIGHT] },
    );
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [id]);
  return isOut.value;
}
