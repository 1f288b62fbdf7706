/** One of the people to whom the same files go: how far they are, and what can be done for them alone. */
import { useMemo } from 'preact/hooks';
import { canResume, canRetry, isActive, isFlowing, isStanding } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { figuresOf, shareOf } from '../model/progress.ts';
import { labelOf } from '../people/standing.ts';
import { Icon } from '../pieces/icons.tsx';
import { namedOf, spokenOf, usePeople } from '../pieces/people.ts';
import { FirstName } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { Who } from '../pieces/Who.tsx';
import { hashOf } from '../place/place.ts';
import { reason } from './reason.ts';
import { Again, type TransferCalls } from './TransferActions.tsx';
import { Details, stateWord } from './TransferState.tsx';

type Props = { transfer: TransferView; calls: TransferCalls };

/** Drawn anew only when something of this person has changed: forty of them may move at once. */
export function BatchPerson({ transfer, calls }: Props) {
  return useMemo(() => <Person transfer={transfer} calls={calls} />, [transfer, calls]);
}

function Person({ transfer, calls }: Props) {
  const text = useLateText();
  const { words, format } = text;
  const people = usePeople();
  const who = { id: transfer.peer, name: transfer.peerName };
  const percent = Math.floor(shareOf(figuresOf([transfer])) * 100);
  const why = reason(transfer, { ...text, name: labelOf(people, who) });
  return (
    <li class="batch-person" data-phase={transfer.phase}>
      <p class="batch-who">
        <Who {...who} href={hashOf({ screen: 'person', id: transfer.peer })} />
        <span class="hidden">
          {' '}
          {titleOf(transfer, text)} <FirstName transfer={transfer} />
        </span>
      </p>
      <p class="batch-state">
        <strong class="state-word">{stateWord(transfer, words)}</strong>
        {isFlowing(transfer) && (
          <span class="percent" aria-hidden="true">
            {' '}
            {format.percent(percent / 100)}
          </span>
        )}
      </p>
      <progress
        value={percent}
        max={100}
        aria-valuenow={percent}
        aria-label={fill(words.progress, { name: spokenOf(people, who, words) })}
      />
      {why && <p class="batch-why">{why}</p>}
      <PersonActions transfer={transfer} calls={calls} />
      <Details transfer={transfer} />
    </li>
  );
}

function PersonActions({ transfer, calls }: Props) {
  const { words } = useLateText();
  const people = usePeople();
  const { key, peer, peerName } = transfer;
  if (canRetry(transfer))
    return (
      <div class="actions">
        <Again transfer={transfer} onPress={() => calls.retry(key)} />
      </div>
    );
  if (!isActive(transfer)) return null;
  const name = namedOf(people, { id: peer, name: peerName }, words);
  return (
    <div class="batch-acts">
      {isStanding(transfer) && canResume(transfer) && (
        <button class="button" type="button" onClick={() => calls.resume(key)}>
          <Icon name="play" />
          {words.resume}
        </button>
      )}
      <button
        class="icon-button"
        type="button"
        aria-label={fill(words.batch.cancelFor, { name })}
        onClick={() => calls.cancel(key)}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
