/**
 * What goes on, at the bottom of every screen: a slim bar while something runs or waits to be saved, and a sheet when
 * something has arrived.
 */
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { isHandedOver } from '../../transfer/about-view.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useChime } from '../chime/useChime.ts';
import type { InboxCalls } from '../inbox/calls.ts';
import { isUp } from '../pieces/dialogs.ts';
import type { Navigation } from '../place/navigation.ts';
import { begunOnArrival } from '../saving/on-arrival.ts';
import type { SaveCalls } from '../saving/saving.ts';
import { workOn } from '../saving/work.ts';
import { ArrivalSheet } from './ArrivalSheet.tsx';
import { ArrivedRow, RunningRow } from './SlimBar.tsx';
import { CLOSED, closed, opened, waiting } from './sheet.ts';
import { showTransfer } from './show-transfer.ts';
import { watchUnderway } from './underway.ts';
import { useMayOpen } from './useMayOpen.ts';
import { useStanding } from './useStanding.ts';
import '../styles/ongoing.css';

export type OngoingCalls = SaveCalls & Pick<InboxCalls, 'confirm' | 'glance' | 'savableFiles'>;

type Props = {
  transfers: ReadonlySignal<readonly TransferView[]>;
  /** Transfers that have just arrived and wait to be saved, newest first. */
  arrived: ReadonlySignal<readonly TransferView[]>;
  calls: OngoingCalls;
  /** The person is in the middle of something, such as choosing for whom files are. */
  isBusy: ReadonlySignal<boolean>;
  isAtRest: () => boolean;
  /** Only the person can keep the screen on. */
  mayDoze: boolean;
  navigation: Navigation;
};

export function Ongoing({ transfers, arrived, calls, isBusy, isAtRest, mayDoze, navigation }: Props) {
  const underway = useMemo(() => watchUnderway(transfers), [transfers]);
  useSignalEffect(() => void underway.value); // also while another line stands in its place
  const sheet = useSignal(CLOSED);
  useChime(arrived);
  const shown = useComputed(() => {
    const found = transfers.value.find(({ key }) => key === sheet.value.shown);
    return found?.kept?.deleted ? undefined : found;
  });
  const pending = usePending(transfers, arrived);
  const next = useComputed(() => waiting(sheet.value, pending.value));
  const isRunning = useComputed(() => underway.value.length > 0);
  const hasLine = useStanding(isRunning.value, isAtRest);
  const line = useLastOf(underway, transfers);
  const isCovered = isUp.offer.value || isUp.makeSure.value;
  const open = (wanted?: TransferKey): void => {
    sheet.value = opened(sheet.value, pending.value, wanted);
  };
  const close = (why: 'later' | 'done'): void => {
    sheet.value = closed(sheet.value, pending.value, why);
  };
  useMayOpen(shown.value === undefined && next.value.length > 0 && !isBusy.value, isAtRest, () => {
    // What was shown may have been deleted meanwhile, elsewhere.
    if (sheet.value.shown !== undefined) close('done');
    open();
  });
  const first = next.value.find((one) => !isHandedOver(one) && !workOn(one.key).isRunning.value);
  return (
    <>
      {shown.value && !isCovered && (
        <ArrivalSheet
          key={shown.value.key}
          transfer={shown.value}
          more={next.value.length}
          calls={calls}
          onClose={close}
        />
      )}
      {first && shown.value === undefined ? (
        <ArrivedRow key={first.key} transfer={first} calls={calls} onSave={() => open(first.key)} />
      ) : (
        hasLine && <RunningRow underway={line} mayDoze={mayDoze} onGo={(key) => showTransfer(key, navigation)} />
      )}
    </>
  );
}

/** What is under way; once nothing is, that which was the last, as it is now. */
function useLastOf(underway: Props['transfers'], transfers: Props['transfers']): Props['transfers'] {
  const last = useRef<ReadonlySet<TransferKey>>(new Set());
  return useComputed(() => {
    if (underway.value.length > 0) last.current = new Set(underway.value.map(({ key }) => key));
    return underway.value.length > 0 ? underway.value : transfers.value.filter(({ key }) => last.current.has(key));
  });
}

/** What waits to be saved, and what was saved as it arrived: the sheet tells what came of that. */
function usePending(transfers: Props['transfers'], arrived: Props['arrived']): Props['arrived'] {
  return useComputed(() => {
    const waits = new Set(arrived.value);
    const isPending = (one: TransferView) =>
      waits.has(one) || (begunOnArrival.value.has(one.key) && !one.kept?.deleted && !one.kept?.isHidden);
    return begunOnArrival.value.size === 0 ? arrived.value : transfers.value.filter(isPending);
  });
}
