/** Who offers something: their picture and name, how they stand to the person here, and from where they send. */

import type { OfferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { markOf, PICTURES } from '../model/mark.ts';
import type { Model } from '../model/model.ts';
import { standingOf } from '../people/standing.ts';
import { useGroupsOf } from '../pieces/groups.ts';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { usePeople } from '../pieces/people.ts';
import { NotThem, Who } from '../pieces/Who.tsx';

/** `isAlike`: another device here has a similar name. */
export function Sender({ model, offer, isAlike }: { model: Model; offer: OfferView; isAlike: boolean }) {
  const { words } = useLateText();
  const who = { id: offer.peer, name: offer.peerName };
  const isStranger = standingOf(usePeople(), who).is === 'stranger' && useGroupsOf()(who.id).length === 0;
  const said = words.offered;
  return (
    <div class="sender">
      <span class="sender-picture" aria-hidden="true">
        {PICTURES[markOf(who.id).picture]}
      </span>
      <p id="offer-who" class="offer-who">
        <Who {...who} /> <span class="hidden">{words.wantsToSend}</span>
      </p>
      <p class="sender-about">
        {isStranger && (
          <span class={offer.isKnown ? undefined : 'sender-new'}>
            {offer.isKnown ? said.exchanged : said.firstTime}
          </span>
        )}
        <Whence model={model} id={who.id} />
      </p>
      <NotThem {...who} />
      {isAlike && <p class="offer-alike">{words.alike}</p>}
    </div>
  );
}

/** The kind of device, and the place of its router, while it is listed. */
function Whence({ model, id }: { model: Model; id: OfferView['peer'] }) {
  const { words } = useLateText();
  const device = model.devices.value.find((one) => one.id === id);
  if (!device) return null;
  const router = device.router ?? model.router.value?.name;
  return (
    <span>
      {words.kind[device.kind]}
      {router !== undefined && (
        <>
          {' · '}
          <Phrase text={words.behind}>
            <Name of={router} />
          </Phrase>
        </>
      )}
    </span>
  );
}
