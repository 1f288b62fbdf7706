/** Small line icons. They always stand beside words and are hidden from screen readers. */
import type { DeviceKind } from '../../protocol/signaling.ts';

const PATHS = {
  phone: 'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3Zm2.5 15h3',
  tablet:
    'M5.5 3h13A1.5 1.5 0 0 1 20 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19.5v-15A1.5 1.5 0 0 1 5.5 3ZM10 18h4',
  computer: 'M4.5 5h15v11h-15ZM2 20h20',
  file: 'M6.5 3H14l4.5 4.5V21h-12ZM14 3v4.5h4.5',
  picture: 'M3.5 5h17v14h-17ZM3.5 16.5l5-5 4.5 4.5 3-3 4.5 4.5M15.5 9.5h.01',
  document: 'M6.5 3H14l4.5 4.5V21h-12ZM14 3v4.5h4.5M9.5 12h6M9.5 15.5h6',
  table: 'M3.5 4.5h17v15h-17ZM3.5 9.5h17M3.5 14.5h17M9.5 9.5v10',
  film: 'M3.5 5h17v14h-17ZM10 9v6l5-3Z',
  sound: 'M9 18V5.5l10-2V16M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM19 16a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  archive: 'M3.5 4h17v4.5h-17ZM5 8.5V20h14V8.5M10 12.5h4',
  inbox: 'M3.5 13.5 6 4.5h12l2.5 9V20h-17ZM3.5 13.5H9l1.2 2.5h3.6l1.2-2.5h5.5',
  board: 'M3.5 4.5h17v11h-17ZM7 8.5h10M7 12h6M8 15.5V20M16 15.5V20',
  back: 'M20 12H5M11.5 5.5 5 12l6.5 6.5',
  bin: 'M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5 7.5 20.5h9l1-14M10.5 10.5v6M13.5 10.5v6',
  share: 'M12 15V3.5M7.5 8 12 3.5 16.5 8M6.5 11.5h-2v9h15v-9h-2',
  open: 'M13.5 4.5h6v6M19.5 4.5 11 13M17.5 14v5.5h-13v-13H10',
  camera: 'M4 7.5h3.5L9 5h6l1.5 2.5H20V19H4ZM12 16.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z',
  folder: 'M3 19V5.5h6l2 2.5h10v11Z',
  plus: 'M12 5v14M5 12h14',
  pencil: 'm4 20 1-4L16.5 4.5l3 3L8 19Z',
  cross: 'm6 6 12 12M18 6 6 18',
  check: 'm4.5 12.5 5 5 10-11',
  up: 'M12 20V5M5.5 11.5 12 5l6.5 6.5',
  down: 'M12 4v15M5.5 12.5 12 19l6.5-6.5',
  forward: 'M4 12h15M12.5 5.5 19 12l-6.5 6.5',
  save: 'M12 3v11M7 9.5l5 5 5-5M4 16.5V20h16v-3.5',
  again: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3v4.5H15',
  pause: 'M8.5 5v14M15.5 5v14',
  play: 'M7 4.5 19 12 7 19.5Z',
  warning: 'M12 3.5 22 20.5H2ZM12 10v5M12 17.3v.7',
  lock: 'M6 10.5h12V20H6ZM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5',
  bell: 'M12 3v1.5M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 2h-14ZM10.5 21h3',
  home: 'M7 3h10v18H7ZM12 7.5v6M9.3 11 12 13.7 14.7 11',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 20.5c0-4.2 3.2-6.5 8-6.5s8 2.3 8 6.5',
  bring: 'M10 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM2.5 20.5c0-4.2 3-6.5 7.5-6.5 1.5 0 2.8.3 3.9.7M18.5 13.5v7M15 17h7',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.8 2.5-6 6.5-6s6.5 2.2 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2.3.8 3.5 2.8 3.5 5.5',
} as const satisfies Record<DeviceKind, string> & Record<string, string>;
export type IconName = keyof typeof PATHS;

/** They point along the line, and turn with it in languages that begin at the right. */
const TURNING: ReadonlySet<IconName> = new Set(['back', 'forward', 'open']);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={TURNING.has(name) ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A letter box on a pole, carried at a run, as by the couriers (hikyaku). */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="7" />
      <path class="mark-line" d="M5 23.5 27 9.5" />
      <path class="mark-box" d="m12.2 13.2 8.9-5.7 4.3 6.7-8.9 5.7z" />
    </svg>
  );
}
