/** One line above the tabs: how far everything that runs has come, or what has arrived and waits to be saved. */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isFlowing } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { labelOf } from '../people/standing.ts';
import { Filled } from '../pieces/Filled.tsx';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { spokenOf, usePeople } from '../pieces/people.ts';
import { Title } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { useSettled } from '../pieces/useSettled.ts';
import { mainSave, type SaveCalls } from '../saving/saving.ts';
import { workOn } from '../saving/work.ts';
import { isLong, percentOf } from './underway.ts';
import { useSaveWords } from './useSaveWords.ts';

type RunningProps = {
  underway: ReadonlySignal<readonly TransferView[]>;
  mayDoze: boolean;
  onGo: (key: TransferKey) => void;
};

/** Pressed, it leads to the transfer. A tick of progress redraws the figures in it and nothing else. */
export function RunningRow({ underway, mayDoze, onGo }: RunningProps) {
  const { words } = useLateText();
  // Which ones they are, and whether they stand still: not how far they are.
  const drawn = useComputed(() => underway.value.map(({ key, phase }) => `${key} ${phase}`).join()).value;
  const shown = underway.peek();
  const [one] = shown;
  const says = useRunning(shown);
  const asks = useLasting(
    useComputed(() => mayDoze && isLong(underway.value)),
    drawn !== '',
  );
  if (one === undefined) return null;
  return (
    <div class="slim">
      <button class="slim-running" type="button" onClick={() => onGo(one.key)}>
        <span class="slim-what">
          <Icon name={one.direction === 'sending' ? 'up' : 'down'} />
          <span>{says.shown}</span>
        </span>
        <Percent underway={underway} />
      </button>
      {asks && <p class="slim-hint">{words.ongoing.keepOn}</p>}
      <Line underway={underway} />
    </div>
  );
}

/** What runs, in words; a person's mark beside the name, because many may have one name. */
function useRunning(underway: readonly TransferView[]) {
  const { words: all, format } = useLateText();
  const people = usePeople();
  const words = all.ongoing;
  const [one, ...others] = underway;
  if (one === undefined || others.length > 0) return { shown: format.count(words.several, underway.length) };
  const who = { id: one.peer, name: one.peerName };
  const name = (
    <>
      <Name of={labelOf(people, who)} /> <PersonMark of={who.id} />
    </>
  );
  return { shown: <Filled text={words[one.direction]} parts={{ title: <Title transfer={one} />, name }} /> };
}

/** Per cent while anything moves, else the word for why it stands. */
function Percent({ underway }: Pick<RunningProps, 'underway'>) {
  const { words, format } = useLateText();
  // In no language, which may change while nothing moves.
  const state = useComputed(() => {
    const list = underway.value;
    const still = list.some(isFlowing) ? undefined : list[0];
    return still?.phase ?? percentOf(list);
  }).value;
  const says = typeof state === 'number' ? format.percent(state / 100) : words.phase[state];
  return <strong class="slim-percent">{says}</strong>;
}

/** Drawn for the eye: the list of transfers has a progress bar for each. */
function Line({ underway }: Pick<RunningProps, 'underway'>) {
  const percent = useComputed(() => percentOf(underway.value)).value;
  return (
    <div class="slim-line" aria-hidden="true">
      <div style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}

/** True from the first time on that `is`, as long as there is anything to say it about: a line must not come and go. */
function useLasting(is: ReadonlySignal<boolean>, isThere: boolean): boolean {
  const lasts = useSignal(false);
  const now = is.value;
  useEffect(() => {
    if (now || !isThere) lasts.value = now && isThere;
  }, [now, isThere]);
  return lasts.value;
}

type ArrivedProps = { transfer: TransferView; calls: SaveCalls; onSave: () => void };

/** Stands there while the person is busy, so that no sheet may come up. */
export function ArrivedRow({ transfer, calls, onSave }: ArrivedProps) {
  const text = useLateText();
  const words = text.words.ongoing;
  const people = usePeople();
  const who = { id: transfer.peer, name: transfer.peerName };
  const isSettled = useSettled();
  const label = useSaveWords(transfer);
  const save = (): void => {
    void workOn(transfer.key).run(mainSave(transfer, calls));
    onSave();
  };
  const spoken = { title: titleOf(transfer, text), name: spokenOf(people, who, text.words) };
  const name = (
    <>
      <Name of={labelOf(people, who)} /> <PersonMark of={who.id} />
    </>
  );
  return (
    <section class="slim arrived" aria-label={fill(words.arrived, spoken)}>
      <p class="slim-what">
        <Icon name="inbox" />
        <span>
          <Filled text={words.from} parts={{ title: <Title transfer={transfer} />, name }} />
        </span>
      </p>
      <button class="button roomy primary" type="button" disabled={!isSettled} aria-label={label.spoken} onClick={save}>
        <Icon name="save" />
        <span>{words.saveShort}</span>
      </button>
    </section>
  );
}
