/** What is on offer at a glance: small pictures of photos, and the names of the first of the other files. */

import { sortOf } from '../../transfer/media-type.ts';
import { pictured } from '../../transfer/pictures.ts';
import type { OfferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import type { Group } from '../model/groups.ts';
import type { Pictures } from '../model/model.ts';
import { GroupLabel } from '../pieces/GroupLabel.tsx';
import { Icon } from '../pieces/icons.tsx';
import { fileOf } from './OfferFiles.tsx';
import { Tiles } from './Tiles.tsx';

/** Names that are read before somebody presses "Choose some": three screens of a small phone at most. */
const SHOWN_ROWS = 12;
/** So few files are named even where each has its picture. */
const FEW = 3;

type Props = {
  offer: OfferView;
  groups: readonly Group[];
  /** `undefined`: nobody has asked for them yet. */
  pictures: Pictures | undefined;
  onLook: () => void;
};

export function Overview({ offer, groups, pictures, onLook }: Props) {
  const { words, format } = useLateText();
  const said = words.offered;
  const tiles = offer.pictures && pictures ? pictured(offer.entries) : [];
  const shown = new Set(tiles);
  const isFew = groups.length <= FEW;
  const others = isFew ? groups : groups.filter((group) => !shown.has(fileOf(group) ?? -1));
  // Beside pictures the names of many more photos say nothing.
  const isNamed = ({ kind, name }: Group) => isFew || tiles.length === 0 || kind !== 'file' || sortOf(name) !== 'image';
  const named = others.filter(isNamed);
  const rows = named.filter(({ kind }) => kind !== 'rest').slice(0, SHOWN_ROWS);
  const sum = (list: readonly Group[]) => list.reduce((files, group) => files + group.files, 0);
  const left = sum(others) - sum(rows);
  return (
    <>
      {tiles.length > 0 && <Tiles files={tiles} entries={offer.entries} pictures={pictures ?? new Map()} />}
      {offer.pictures && !pictures && (
        <div class="ask-pictures">
          <button class="button" type="button" onClick={onLook}>
            <Icon name="picture" />
            {said.showPictures}
          </button>
          <p class="hint">{said.showPicturesHelp}</p>
        </div>
      )}
      {rows.length > 0 && (
        <ul class="rows offered" aria-labelledby="offer-title">
          {rows.map((group) => (
            <li key={group.ranges[0]?.[0]} class="row">
              <GroupLabel group={group} />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p class="hint">{format.count(words.more, left)}</p>}
    </>
  );
}
