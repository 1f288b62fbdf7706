/**
 * The rows of the people: one list of a few, and of many the known ones, those with whom something was exchanged, those who
 * are here, and each other place folded. Whoever is looked for stands alone.
 */
import { type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { DeviceId } from '../../protocol/signaling.ts';
import { useText } from '../i18n/context.ts';
import type { Listed, Section } from '../model/presence.ts';
import { Name } from '../pieces/Name.tsx';
import type { Props as PeopleProps } from './People.tsx';
import { PersonRow } from './PersonRow.tsx';

type Props = Pick<
  PeopleProps,
  'devices' | 'standing' | 'marked' | 'alike' | 'disabled' | 'onPress' | 'search' | 'markAll'
> & {
  /** Who was looked for; absent while nobody is. */
  found: Signal<readonly DeviceId[] | undefined>;
  isParted: boolean;
};

export function PeopleList(props: Props) {
  const { devices, found, isParted } = props;
  const { words } = useText();
  const row = (device: Listed, isUnderPlace = false) => (
    <PersonRow key={device.id} {...props} device={device} isUnderPlace={isUnderPlace} />
  );
  if (!isParted)
    return (
      <ul class="device-list" aria-label={words.devices}>
        {devices.map((device) => row(device))}
      </ul>
    );
  const byId = new Map(devices.map((device) => [device.id, device]));
  return (
    <>
      <div class="people-search">
        {props.search((ids) => {
          found.value = ids;
        })}
      </div>
      {found.value ? (
        <ul class="device-list" aria-label={words.devices}>
          {found.value.flatMap((id) => byId.get(id) ?? []).map((device) => row(device))}
        </ul>
      ) : (
        <Sections devices={devices} row={row} markAll={props.markAll} />
      )}
    </>
  );
}

const SECTIONS = ['known', 'recent', 'here'] as const satisfies readonly Section[];
/** Places that were unfolded in this visit, also while another screen is shown. */
const unfolded = signal<ReadonlySet<string>>(new Set());

type SectionsProps = Pick<Props, 'devices' | 'markAll'> & {
  row: (device: Listed, isUnderPlace?: boolean) => ComponentChildren;
};

function Sections({ devices, row, markAll }: SectionsProps) {
  const { words } = useText();
  const of = (section: Section) => devices.filter((device) => (device.section ?? 'new') === section);
  const places = new Map<string, Listed[]>();
  for (const device of of('elsewhere')) {
    const place = device.router ?? '';
    places.set(place, [...(places.get(place) ?? []), device]);
  }
  const part = (section: 'known' | 'recent' | 'here' | 'new') => {
    const those = of(section);
    if (those.length === 0) return null;
    // A title above everybody would say nothing.
    const isAll = those.length === devices.length;
    return (
      <li key={section} class="people-section">
        {!isAll && (
          <h3>
            {words.sections[section]} <Count of={those.length} />
          </h3>
        )}
        <ul class="device-list" aria-label={words.sections[section]}>
          {those.map((device) => row(device))}
        </ul>
      </li>
    );
  };
  return (
    <ul class="people-sections" aria-label={words.devices}>
      {SECTIONS.map(part)}
      {[...places].map(([place, those]) => (
        <li key={`at ${place}`} class="people-section">
          <Place name={place} count={those.length}>
            {() => those.map((device) => row(device, true))}
          </Place>
          {markAll(those, place)}
        </li>
      ))}
      {part('new')}
    </ul>
  );
}

type PlaceProps = { name: string; count: number; children: () => ComponentChildren };

function Place({ name, count, children }: PlaceProps) {
  const isOpen = unfolded.value.has(name);
  const toggled = (event: Event & { currentTarget: HTMLDetailsElement }): void => {
    const { open } = event.currentTarget;
    if (open === isOpen) return;
    const next = new Set(unfolded.value);
    if (open) next.add(name);
    else next.delete(name);
    unfolded.value = next;
  };
  return (
    <details class="place" open={isOpen} onToggle={toggled}>
      <summary>
        <h3>
          <Name of={name} /> <Count of={count} />
        </h3>
      </summary>
      {isOpen && (
        <ul class="device-list" aria-label={name}>
          {children()}
        </ul>
      )}
    </details>
  );
}

function Count({ of }: { of: number }) {
  return <span class="people-count">{useText().format.count({ other: '#' }, of)}</span>;
}
