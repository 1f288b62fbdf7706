/** The picture of the routers in reach as SVG, drawn for two widths; the style sheet shows one. The table says the same. */

import { type Html, html } from '../pages/html.ts';
import { shown } from '../pages/names.ts';
import {
  type Layout,
  layout,
  NARROW,
  PLATE_HEIGHT,
  type Place,
  type Point,
  STATION_RADIUS,
  WIDE,
} from './graph-layout.ts';
import { shorten } from './shorten.ts';
import { goneAgo, heardAgo, type Told } from './spoken.ts';
import type { RouterInReach, Status } from './status.ts';

/** Sizes of letters, in units of the picture. */
const NAME_SIZE = 14;
const NOTE_SIZE = 12;
const LOCK = 'M-3 0v-1.8a3 3 0 0 1 6 0v1.8M-4.2 0h8.4v5.6h-8.4z';

type Station = {
  readonly name: string;
  readonly kind: 'direct' | 'lost' | 'missing';
  readonly clients?: number;
  readonly note: string;
};

export function graph({ mesh, clients, router }: Status, others: readonly RouterInReach[], told: Told): Html {
  const { words, speech } = told;
  const stations: Station[] = [
    ...others.map((one): Station => {
      const kind = one.link ?? 'direct';
      const note = kind === 'lost' ? speech.plain(words.lost) : heardAgo(one.last_seen_ms, told);
      return { name: one.name, kind, clients: one.clients, note };
    }),
    ...(mesh.missing ?? []).map((one): Station => {
      const note = speech.plain(words.gone, { ago: goneAgo(one.gone_ms, told) });
      return { name: one.name, kind: 'missing', note };
    }),
  ];
  const draw = (width: typeof NARROW | typeof WIDE, name: string): Html =>
    drawing({
      name,
      stations,
      plan: layout(stations.length, width),
      self: router.name,
      clients,
      told,
      keyed: mesh.trust === 'key',
    });
  return html`${draw(NARROW, 'narrow')}${draw(WIDE, 'wide')}`;
}

type Drawing = {
  readonly name: string;
  readonly stations: readonly Station[];
  readonly plan: Layout;
  readonly self: string;
  readonly clients: number;
  readonly keyed: boolean;
  readonly told: Told;
};

function drawing({ name, stations, plan, self, clients, keyed, told }: Drawing): Html {
  const { width, height, others, trunks } = plan;
  const { words, speech } = told;
  const pairs = stations.flatMap((station, index) => {
    const place = others[index];
    return place === undefined ? [] : [{ station, place }];
  });
  const reached = stations.filter(({ kind }) => kind !== 'missing').length;
  return html`<svg class="graph ${name}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${name}-title ${name}-about">
<title id="${name}-title">${speech.plain(speech.form(words.picture, reached))}</title><desc id="${name}-about">${speech.plain(words.pictureHelp)}</desc>
${trunks.map((points) => html`<path class="trunk" d="${polyline(points)}"/>`)}
${pairs.map(({ station, place }) => html`<path class="edge ${station.kind}" d="${polyline([place.from, place])}"/>`)}
${plate(plan.self, self, speech.plain(words.facts.devices), clients)}
${pairs.map(({ station, place }) => drawStation(station, place, keyed))}
</svg>
`;
}

function plate({ x, y, width }: Layout['self'], name: string, devices: string, clients: number): Html {
  const text = shorten(shown(name), width - 24, NAME_SIZE);
  const note = shorten(`${devices} ${clients}`, width - 24, NOTE_SIZE);
  return html`<rect class="plate" x="${x - width / 2}" y="${y - PLATE_HEIGHT / 2}" width="${width}" height="${PLATE_HEIGHT}" rx="8"/>
<text class="plate-name" x="${x}" y="${y - 4}" text-anchor="middle">${text}</text><text class="plate-note" x="${x}" y="${y + 14}" text-anchor="middle">${note}</text>`;
}

function drawStation({ name, kind, clients, note }: Station, { x, y, label }: Place, keyed: boolean): Html {
  return html`<g class="station ${kind}"><circle cx="${x}" cy="${y}" r="${STATION_RADIUS}"/>${
    clients !== undefined && html`<text class="count" x="${x}" y="${y + 4.5}" text-anchor="middle">${clients}</text>`
  }${keyed && kind !== 'missing' && lock({ x: x + 13, y: y + 11 })}<text class="label" x="${label.x}" y="${label.y + 13}" text-anchor="${label.anchor}">${shorten(shown(name), label.width, NAME_SIZE)}</text><text class="note" x="${label.x}" y="${label.y + 28}" text-anchor="${label.anchor}">${shorten(note, label.width, NOTE_SIZE)}</text></g>
`;
}

const lock = ({ x, y }: Point): Html =>
  html`<g class="lock" transform="translate(${x} ${y})"><circle r="8"/><path d="${LOCK}"/></g>`;

const polyline = (points: readonly Point[]): string => `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;
