/** One transfer: its files, the other device, progress, state and actions. */
import { isHandedOver } from '../../transfer/about-view.ts';
import type { Phase, TransferView } from '../../transfer/view.ts';
import { useText } from '../i18n/context.ts';
import { hashOf } from '../inbox/place.ts';
import { labelOf } from '../people/standing.ts';
import { Icon, type IconName } from '../pieces/icons.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { usePeople } from '../pieces/people.ts';
import { FirstName, Title } from '../pieces/Title.tsx';
import { NotThem, Who } from '../pieces/Who.tsx';
import { titleId } from '../saving/SaveButtons.tsx';
import { reason } from './reason.ts';
import { Track } from './Track.tsx';
import { TransferActions, type TransferCalls } from './TransferActions.tsx';
import { Details, TransferState } from './TransferState.tsx';
import { transferWords } from './words.ts';

/** `way`: an arrow, up for sent and down for received files. */
const ICONS = {
  waiting: 'way',
  sending: 'way',
  receiving: 'way',
  paused: 'way',
  sent: 'check',
  saved: 'check',
  declined: 'cross',
  cancelled: 'cross',
  interrupted: 'warning',
  failed: 'warning',
} as const satisfies Readonly<Record<Phase['phase'], IconName | 'way'>>;

function icon({ phase, direction }: TransferView): IconName {
  const name = ICONS[phase];
  if (name !== 'way') return name;
  return direction === 'sending' ? 'up' : 'down';
}

export function TransferItem({ transfer, calls }: { transfer: TransferView; calls: TransferCalls }) {
  const text = useText();
  const { tag, words, format } = text;
  const who = { id: transfer.peer, name: transfer.peerName };
  const name = labelOf(usePeople(), who);
  const why = isHandedOver(transfer) ? undefined : reason(transfer, { ...text, name });
  return (
    <li class="transfer" data-phase={transfer.phase}>
      <div class="transfer-head">
        <span class="transfer-icon">
          <Icon name={icon(transfer)} />
        </span>
        <div>
          <h3 id={titleId(transfer)} class="transfer-title">
            <Title transfer={transfer} />
          </h3>
          <p class="transfer-about">
            <Phrase text={transfer.direction === 'sending' ? words.to : words.from}>
              <Who {...who} href={hashOf({ screen: 'person', id: transfer.peer })} />
            </Phrase>
            {transfer.files > 1 && transfer.contents === 'named' && <> · {format.count(words.files, transfer.files)}</>}
          </p>
          {transfer.contents !== 'named' && (
            <p class="transfer-about">
              <FirstName transfer={transfer} />
            </p>
          )}
          <NotThem {...who} />
          {transfer.kept?.isUnasked && <p class="transfer-about">{transferWords[tag].acceptedUnasked}</p>}
        </div>
      </div>
      <Track transfer={transfer} />
      <TransferState transfer={transfer} />
      {why && <p class="transfer-why">{why}</p>}
      <TransferActions transfer={transfer} calls={calls} />
      <Details transfer={transfer} />
    </li>
  );
}
