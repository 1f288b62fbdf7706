/** What one press sent to several people: one card for the whole, and in it everybody to whom it goes. */
import { canPause, canResume, isActive } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { type Card, phaseOf } from '../model/cards.ts';
import { figuresOf } from '../model/progress.ts';
import { Icon } from '../pieces/icons.tsx';
import { usePeople } from '../pieces/people.ts';
import { FirstName, Title } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { toPeople } from '../send/whom.ts';
import { BatchPerson } from './BatchPerson.tsx';
import { countsInWords } from './counts.ts';
import { FiguresText } from './FiguresText.tsx';
import { FilesAgain } from './FilesAgain.tsx';
import { StateIcon } from './StateIcon.tsx';
import { Track } from './Track.tsx';
import type { TransferCalls } from './TransferActions.tsx';

/** So many people are shown without a press. */
const SHOWN = 4;

type Props = { card: Card; calls: TransferCalls };

export function BatchItem({ card, calls }: Props) {
  const text = useLateText();
  const people = usePeople();
  const { transfers } = card;
  const [first] = transfers;
  const phase = phaseOf(card);
  const figures = figuresOf(transfers);
  const all = transfers.map(({ peer, peerName }) => ({ id: peer, name: peerName }));
  return (
    <li class="transfer" data-of={transfers.map(({ key }) => key).join(' ')} data-phase={phase}>
      <div class="transfer-head">
        <StateIcon phase={phase} direction="sending" />
        <div>
          <h3 class="transfer-title">
            <Title transfer={first} />
          </h3>
          <p class="transfer-about">{toPeople(all, people, text)}</p>
          {first.contents !== 'named' && (
            <p class="transfer-about">
              <FirstName transfer={first} />
            </p>
          )}
        </div>
      </div>
      <Track figures={figures} of={titleOf(first, text)} />
      <div class="transfer-state">
        <strong class="state-word">{countsInWords(card, text).join(' · ')}</strong>
        <FiguresText figures={figures} />
      </div>
      <BatchActions transfers={transfers} calls={calls} />
      <details class="batch" open={transfers.length <= SHOWN}>
        <summary>{text.words.batch.who}</summary>
        <ul class="batch-people">
          {transfers.map((transfer) => (
            <BatchPerson key={transfer.key} transfer={transfer} calls={calls} />
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What is done to all of them at once, or to as many as allow it. */
function BatchActions({ transfers, calls }: { transfers: Card['transfers']; calls: TransferCalls }) {
  const { words } = useLateText();
  const each = (which: (transfer: TransferView) => boolean, act: (key: TransferView['key']) => void) => {
    const some = transfers.filter(which);
    return some.length > 0 && (() => some.forEach(({ key }) => void act(key)));
  };
  const [resume, pause, cancel] = [
    each(canResume, calls.resume),
    each(canPause, calls.pause),
    each(isActive, calls.cancel),
  ];
  return (
    <div class="actions">
      <BatchFilesAgain transfers={transfers} calls={calls} />
      {resume && (
        <button class="button primary" type="button" onClick={resume}>
          <Icon name="play" />
          {words.resume}
        </button>
      )}
      {pause && (
        <button class="button" type="button" onClick={pause}>
          <Icon name="pause" />
          {words.pause}
        </button>
      )}
      {cancel ? (
        <button class="button" type="button" onClick={cancel}>
          <Icon name="cross" />
          {words.cancel}
        </button>
      ) : (
        <button class="button quiet" type="button" onClick={() => transfers.forEach(({ key }) => void calls.hide(key))}>
          {words.hide}
        </button>
      )}
    </div>
  );
}

/** All lack the same files after a reload: they are chosen once for all of them. */
function BatchFilesAgain({ transfers, calls }: { transfers: Card['transfers']; calls: TransferCalls }) {
  const lacking = transfers.filter(({ needsFiles }) => needsFiles !== undefined);
  const [first] = lacking;
  if (first?.needsFiles === undefined) return null;
  return (
    <FilesAgain
      transfer={first}
      what={first.needsFiles}
      onReopen={() => worst(lacking, ({ key }) => calls.reopen(key), ['denied', 'none', 'some', 'all'])}
      onChosen={(files) => worst(lacking, ({ key }) => calls.attach(key, files), ['none', 'some', 'all'])}
    />
  );
}

/** The worst outcome of all. One after the other: the browser asks its question at the first, and once. */
async function worst<Outcome>(
  transfers: readonly TransferView[],
  act: (transfer: TransferView) => Promise<Outcome>,
  order: readonly [Outcome, ...Outcome[]],
): Promise<Outcome> {
  let found = order.length - 1;
  for (const transfer of transfers) found = Math.min(found, order.indexOf(await act(transfer)));
  return order[found] ?? order[0];
}
