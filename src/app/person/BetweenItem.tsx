/** One thing that went between the two: what it is, how far it has come, and what is needed of the person here. */
import { useMemo } from 'preact/hooks';
import { canRetry, isActive, isFlowing, isReceived } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { timeOf } from '../model/between.ts';
import type { Model } from '../model/model.ts';
import { figuresOf } from '../model/progress.ts';
import { labelOf } from '../people/standing.ts';
import { usePeople } from '../pieces/people.ts';
import { FirstName, Title } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { hashOf } from '../place/place.ts';
import { Badge } from '../saving/Badge.tsx';
import { titleId } from '../saving/SaveButtons.tsx';
import { whereabouts } from '../saving/whereabouts.ts';
import { FiguresText } from '../transfers/FiguresText.tsx';
import { reason } from '../transfers/reason.ts';
import { StateIcon } from '../transfers/StateIcon.tsx';
import { Track } from '../transfers/Track.tsx';
import { Again, Running } from '../transfers/TransferActions.tsx';
import { stateWord } from '../transfers/TransferState.tsx';
import { PhotoGrid } from './PhotoGrid.tsx';
import { SaveHere } from './SaveHere.tsx';
import { useFocused } from './useFocused.ts';

/** `wasOpen`: the person was there and came back; the focus returns here. */
type Props = { transfer: TransferView; model: Model; wasOpen: boolean };

/** Drawn anew only when its own transfer has changed. */
export function BetweenItem({ transfer, model, wasOpen }: Props) {
  return useMemo(() => <Item {...{ transfer, model, wasOpen }} />, [transfer, model]);
}

function Item({ transfer, model, wasOpen }: Props) {
  const text = useLateText();
  const { words, format } = text;
  const said = words.person;
  const name = labelOf(usePeople(), { id: transfer.peer, name: transfer.peerName });
  const time = timeOf(transfer);
  const isOver = isReceived(transfer);
  const why = isOver ? undefined : reason(transfer, { ...text, name });
  return (
    <li class="between-item" data-direction={transfer.direction} data-phase={transfer.phase}>
      <p class="between-when figures">
        <span class="hidden">{transfer.direction === 'sending' ? said.fromYou : said.fromThem} · </span>
        {time !== undefined && format.moment(time)}
      </p>
      <What transfer={transfer} model={model} wasOpen={wasOpen} />
      {isFlowing(transfer) && <Track figures={figuresOf([transfer])} of={titleOf(transfer, text)} />}
      <p class="between-state">
        <StateIcon {...transfer} />
        <strong class="state-word">{stateWord(transfer, words)}</strong> <FiguresText figures={figuresOf([transfer])} />{' '}
        {isOver && <Badge transfer={transfer} />}
      </p>
      {why && <p class="between-why">{why}</p>}
      {isOver && whereabouts(transfer) !== 'saved' && <SaveHere transfer={transfer} calls={model} />}
      {isActive(transfer) && <Running transfer={transfer} calls={model} />}
      {canRetry(transfer) && (
        <div class="actions">
          <Again transfer={transfer} onPress={() => model.retry(transfer.key)} />
        </div>
      )}
    </li>
  );
}

/** Leads to the files, once they are here. */
function What({ transfer, model, wasOpen }: Props) {
  const link = useFocused<HTMLAnchorElement>(wasOpen);
  const title = (
    <span class="between-text">
      <strong id={titleId(transfer)} class="between-title">
        <Title transfer={transfer} />
      </strong>{' '}
      {transfer.contents !== 'named' && (
        <span class="figures">
          <FirstName transfer={transfer} />
        </span>
      )}
    </span>
  );
  if (!isReceived(transfer)) return <p class="between-what">{title}</p>;
  const { key } = transfer;
  const place =
    transfer.files === 1 ? ({ screen: 'file', key, index: 0 } as const) : ({ screen: 'group', key } as const);
  return (
    <a ref={link} class="between-what" href={hashOf(place)}>
      <PhotoGrid transfer={transfer} model={model} />
      {title}
    </a>
  );
}
