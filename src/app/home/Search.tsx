/** Looks for somebody among many, by anything that is seen of them. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DeviceId, RouterIdentity } from '../../protocol/signaling.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { findPeople, keepFound } from '../model/find-people.ts';
import { markOf, PICTURES } from '../model/mark.ts';
import type { Listed } from '../model/presence.ts';
import { labelOf } from '../people/standing.ts';
import { useGroupsOf } from '../pieces/groups.ts';
import { Icon } from '../pieces/icons.tsx';
import { markInWords } from '../pieces/PersonMark.tsx';
import { usePeople } from '../pieces/people.ts';
import '../styles/search.css';

type Props = {
  devices: readonly Listed[];
  router: RouterIdentity | undefined;
  /** Called with those who are found, and with `undefined` when nobody is looked for. */
  onFound: (ids: readonly DeviceId[] | undefined) => void;
};

export function Search({ devices, router, onFound }: Props) {
  const { words, format } = useLateText();
  const said = words.here.find;
  const people = usePeople();
  const groupsOf = useGroupsOf();
  const query = useSignal('');
  const last = useRef<{ readonly query: string; readonly ids: readonly DeviceId[] }>({ query: '', ids: [] });
  const now = findPeople(
    query.value,
    devices.map((device) => {
      const mark = markOf(device.id);
      const groups = groupsOf(device.id).map(({ name }) => name);
      const place = device.router ?? router?.name ?? '';
      const names = [labelOf(people, device), device.name];
      return {
        id: device.id,
        texts: [...names, markInWords(mark, words), PICTURES[mark.picture] ?? '', place, ...groups],
      };
    }),
  );
  const before = last.current.query === query.value ? last.current.ids : [];
  const ids = now && keepFound(before, now, (id) => devices.some((device) => device.id === id));
  last.current = { query: query.value, ids: ids ?? [] };
  const key = ids?.join(' ');
  useEffect(() => onFound(ids), [key]);
  return (
    <>
      <label class="search">
        <Icon name="search" />
        <span class="hidden">{said.label}</span>
        <input
          type="search"
          placeholder={said.hint}
          autocomplete="off"
          enterkeyhint="search"
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query.value === '') return;
            event.preventDefault(); // it would also undo a sending
            query.value = '';
          }}
        />
      </label>
      <p class="hint" aria-live="polite" hidden={ids === undefined}>
        {ids && (ids.length > 0 ? fill(said.found, { count: format.count({ other: '#' }, ids.length) }) : said.nobody)}
      </p>
    </>
  );
}
