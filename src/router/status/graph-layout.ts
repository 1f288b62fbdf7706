/**
 * Where things stand in the picture of the routers. Pure. The picture is a star, since every router is reached directly:
 *
 *   ring    A   B         line  [ this ]         comb       [ this ]
 *            \ /                   |               +------------+------------+
 *    C -- [ this ] -- D            +-- A        A -+- B                   C -+- D
 *            / \                   +-- B        E -+- F                   G -+- H
 *           E   F                  +-- C
 *
 * A ring where there is room for one, a line on a phone, and a comb of lines when there are many. Units are CSS pixels at the
 * smallest size at which the picture is shown.
 */

export type Point = { readonly x: number; readonly y: number };
type Side = 'start' | 'middle' | 'end';
export type Place = Point & {
  /** From the trunk, or from this router. */
  readonly from: Point;
  readonly label: Point & { readonly anchor: Side; readonly width: number };
};
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly self: Point & { readonly width: number };
  readonly others: readonly Place[];
  /** Polylines that stand for the backhaul. */
  readonly trunks: readonly (readonly Point[])[];
};

export const NARROW = 288;
export const WIDE = 720;
export const STATION_RADIUS = 16;
export const PLATE_HEIGHT = 48;
/** Two lines of text under or beside a station. */
export const LABEL_HEIGHT = 32;
const MARGIN = 2;
const ROW = 50;
const BRANCH = 28;
const GAP = 8;
/** More do not fit around this router without touching each other. */
const MAX_IN_RING = 8;
/** More stand on both sides of a line. */
const MAX_ON_ONE_SIDE = 6;

export function layout(others: number, width: typeof NARROW | typeof WIDE): Layout {
  if (width === WIDE && others <= MAX_IN_RING) return ring(others, width);
  if (others <= MAX_ON_ONE_SIDE) return line(others, width);
  return comb(others, width, width === WIDE ? 2 : 1);
}

function ring(others: number, width: number): Layout {
  const flat = others <= 2;
  const radius = { x: 262, y: flat ? 0 : 112 };
  const edge = flat ? PLATE_HEIGHT / 2 + LABEL_HEIGHT + 4 : STATION_RADIUS + LABEL_HEIGHT + GAP;
  const height = 2 * (radius.y + edge);
  const plate = 196;
  const self = { x: width / 2 - (others === 1 ? radius.x / 2 : 0), y: height / 2, width: plate };
  const places = Array.from({ length: others }, (_, index): Place => {
    const angle = (flat ? 0 : -Math.PI / 2) + (index * 2 * Math.PI) / others;
    const x = others === 1 ? width / 2 + radius.x / 2 : Math.round(self.x + radius.x * Math.cos(angle));
    const y = Math.round(self.y + radius.y * Math.sin(angle));
    const above = y < self.y - 1;
    const labelY = above ? y - STATION_RADIUS - GAP - LABEL_HEIGHT : y + STATION_RADIUS + GAP / 2;
    return { x, y, from: self, label: { x, y: labelY, anchor: 'middle', width: 2 * (width / 2 - radius.x) - MARGIN } };
  });
  return { width, height, self, others: places, trunks: [] };
}

function line(others: number, width: number): Layout {
  const plate = Math.min(width - 2 * MARGIN, 260);
  const self = { x: MARGIN + plate / 2, y: PLATE_HEIGHT / 2 + MARGIN, width: plate };
  const trunk = { x: MARGIN + 24, y: self.y };
  const places = Array.from({ length: others }, (_, index) =>
    station(trunk.x, PLATE_HEIGHT + GAP + ROW * (index + 0.5), 1, width - trunk.x),
  );
  const end = places.at(-1)?.y ?? self.y;
  const trunks = others === 0 ? [] : [[trunk, { x: trunk.x, y: end }]];
  return { width, height: Math.max(PLATE_HEIGHT + 2 * MARGIN, end + ROW / 2), self, others: places, trunks };
}

function comb(others: number, width: number, teeth: number): Layout {
  const self = { x: width / 2, y: PLATE_HEIGHT / 2 + MARGIN, width: 220 };
  const rows = Math.ceil(others / (2 * teeth));
  const tooth = width / teeth;
  const top = PLATE_HEIGHT + GAP + (teeth > 1 ? GAP : 0);
  const places = Array.from({ length: others }, (_, index) => {
    const [row, column] = [Math.floor(index / (2 * teeth)), index % (2 * teeth)];
    const x = tooth * (Math.floor(column / 2) + 0.5);
    return station(x, top + ROW * (row + 0.5), column % 2 === 0 ? -1 : 1, tooth / 2);
  });
  const end = top + ROW * (rows - 0.5);
  const bar = teeth > 1 ? top : self.y;
  const lines = Array.from({ length: teeth }, (_, index) => {
    const x = tooth * (index + 0.5);
    const last = places.filter(({ from }) => from.x === x).at(-1)?.y ?? end;
    return [
      { x, y: bar },
      { x, y: last },
    ];
  });
  const [first, last] = [tooth / 2, width - tooth / 2];
  const beam = [
    [self, { x: self.x, y: bar }],
    [
      { x: first, y: bar },
      { x: last, y: bar },
    ],
  ];
  return { width, height: end + ROW / 2, self, others: places, trunks: teeth > 1 ? [...beam, ...lines] : lines };
}

/** Beside a line that runs down at `x`, with room for `room` on that side. */
function station(x: number, y: number, side: -1 | 1, room: number): Place {
  const labelAt = BRANCH + STATION_RADIUS + GAP;
  return {
    x: x + side * BRANCH,
    y,
    from: { x, y },
    label: {
      x: x + side * labelAt,
      y: y - LABEL_HEIGHT / 2,
      anchor: side === 1 ? 'start' : 'end',
      width: room - labelAt - MARGIN,
    },
  };
}
