/** The files of an offer with a tick box each, grouped so that ten thousand stay readable. */
import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { ManifestEntry, Ranges } from '../../protocol/peer.ts';
import { useLateText } from '../i18n/context.ts';
import { type Group, groupEntries, joinRanges } from '../model/groups.ts';
import type { Pictures } from '../model/model.ts';
import { inNaturalOrder } from '../model/natural.ts';
import { GroupLabel } from '../pieces/GroupLabel.tsx';
import { SmallPicture } from './SmallPicture.tsx';

const SHOWN_GROUPS = 100;

export type Selection = {
  readonly groups: readonly Group[];
  readonly chosen: ReadonlySet<Group>;
  readonly files: number;
  readonly bytes: number;
  readonly ranges: Ranges;
  toggle(group: Group): void;
  toggleAll(): void;
};

/**
 * The choice among the entries of one offer, everything at first. The groups are those of the first call: whenever any offer
 * changes all of them come anew, as copies, and neither that nor another language may tick again what a person has unticked.
 */
export function useSelection(entries: readonly ManifestEntry[]): Selection {
  const { tag } = useLateText();
  const [groups] = useState(() =>
    groupEntries(entries, SHOWN_GROUPS, (drafts) => inNaturalOrder(drafts, ({ name }) => name, tag)),
  );
  const unwanted = useSignal<ReadonlySet<Group>>(new Set());
  const chosen = groups.filter((group) => !unwanted.value.has(group));
  return {
    groups,
    chosen: new Set(chosen),
    files: chosen.reduce((sum, group) => sum + group.files, 0),
    bytes: chosen.reduce((sum, group) => sum + group.bytes, 0),
    get ranges() {
      return joinRanges(chosen.map((group) => group.ranges));
    },
    toggle(group) {
      const next = new Set(unwanted.value);
      if (!next.delete(group)) next.add(group);
      unwanted.value = next;
    },
    toggleAll() {
      unwanted.value = chosen.length === groups.length ? new Set(groups) : new Set();
    },
  };
}

/** The index of the file that is all of a group. */
export const fileOf = ({ kind, ranges }: Group): number | undefined => (kind === 'file' ? ranges[0]?.[0] : undefined);

export function OfferFiles({ selection, pictures }: { selection: Selection; pictures: Pictures }) {
  const { words } = useLateText();
  const { groups, chosen } = selection;
  return (
    <>
      <button class="button quiet choose-all" type="button" onClick={selection.toggleAll}>
        {chosen.size === groups.length ? words.chooseNone : words.chooseAll}
      </button>
      <ul class="rows" aria-labelledby="offer-title">
        {groups.map((group) => {
          const jpeg = pictures.get(fileOf(group) ?? -1);
          return (
            <li key={group.ranges[0]?.[0]} class="row">
              <label class="tick">
                <input type="checkbox" checked={chosen.has(group)} onChange={() => selection.toggle(group)} />
                {jpeg && <SmallPicture path={group.name} jpeg={jpeg} />}
                <GroupLabel group={group} isPictured={jpeg !== undefined} />
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}
