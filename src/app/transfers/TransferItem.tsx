/** One transfer: its files, the other device, progress, state and actions. */
import { isHandedOver } from '../../transfer/about-view.ts';
import type { TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { figuresOf } from '../model/progress.ts';
import { labelOf } from '../people/standing.ts';
import { Phrase } from '../pieces/Phrase.tsx';
import { usePeople } from '../pieces/people.ts';
import { FirstName, Title } from '../pieces/Title.tsx';
import { titleOf } from '../pieces/titles.ts';
import { NotThem, Who } from '../pieces/Who.tsx';
import { hashOf } from '../place/place.ts';
import { titleId } from '../saving/SaveButtons.tsx';
import { reason } from './reason.ts';
import { StateIcon } from './StateIcon.tsx';
import { Track } from './Track.tsx';
import { TransferActions, type TransferCalls } from './TransferActions.tsx';
import { Details, TransferState } from './TransferState.tsx';

export function TransferItem({ transfer, calls }: { transfer: TransferView; calls: TransferCalls }) {
  const text = useLateText();
  const { words, format } = text;
  const who = { id: transfer.peer, name: transfer.peerName };
  const name = labelOf(usePeople(), who);
  const why = isHandedOver(transfer) ? undefined : reason(transfer, { ...text, name });
  return (
    <li class="transfer" data-of={transfer.key} data-phase={transfer.phase}>
      <div class="transfer-head">
        <StateIcon {...transfer} />
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
          {transfer.kept?.isUnasked && <p class="transfer-about">{words.acceptedUnasked}</p>}
        </div>
      </div>
      <Track figures={figuresOf([transfer])} of={titleOf(transfer, text)} />
      <TransferState transfer={transfer} />
      {why && <p class="transfer-why">{why}</p>}
      <TransferActions transfer={transfer} calls={calls} />
      <Details transfer={transfer} />
    </li>
  );
}
