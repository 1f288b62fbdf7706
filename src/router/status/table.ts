/**
 * The routers in reach as a table. On a phone the style sheet turns each row into a card, which removes the roles of a table;
 * so they are written out.
 */

import { type Html, html } from '../pages/html.ts';
import { name } from '../pages/names.ts';
import { othersOf } from './picture.ts';
import { clockWords, goneAgo, heardAgo, type Told } from './spoken.ts';
import type { RouterInReach, Status } from './status.ts';

type Cells = {
  readonly address: string;
  readonly devices?: number;
  readonly heard?: string;
  readonly way: string;
  readonly key?: string;
  readonly clock?: string;
};

export function table(status: Status, told: Told): Html {
  const {
    words,
    speech: { say, plain },
  } = told;
  const { routers, missing = [], trust } = status.mesh;
  const [self] = routers;
  const key = plain(trust === 'key' ? words.keyed : words.openMesh);
  return html`<section class="list" aria-labelledby="list">
<h2 id="list">${say(words.table.caption)}</h2>
<table role="table" aria-labelledby="list">
<thead role="rowgroup"><tr role="row">${Object.values(headsOf(told)).map((one) => html`<th role="columnheader" scope="col">${say(one)}</th>`)}</tr></thead>
<tbody role="rowgroup">
${self !== undefined && row(self.name, { address: self.address, devices: self.clients, way: plain(words.self) }, told)}${othersOf(
  status,
).map((one) => row(one.name, cellsOf(one, key, told), told))}${missing.map((one) =>
  row(one.name, { address: one.address, heard: goneAgo(one.gone_ms, told), way: plain(words.legend.missing) }, told),
)}</tbody>
</table>
</section>`;
}

function cellsOf(router: RouterInReach, key: string, told: Told): Cells {
  const {
    words,
    speech: { plain },
  } = told;
  return {
    address: router.address,
    devices: router.clients,
    heard: heardAgo(router.last_seen_ms, told),
    way: plain(router.link === 'lost' ? words.lost : words.direct),
    key,
    clock: clockWords(router.clock_ahead_ms, told),
  };
}

/** In the order of the columns. */
function headsOf({
  words: {
    table: { name, address, devices, heard, way, key, clock },
  },
}: Told) {
  return { name, address, devices, heard, way, key, clock };
}

function row(router: string, cells: Cells, told: Told): Html {
  const { name: _, ...heads } = headsOf(told);
  const cell = (head: string, value: string | number | undefined): Html =>
    value === undefined
      ? html`<td role="cell" data-label="${told.speech.plain(head)}" class="none"></td>`
      : html`<td role="cell" data-label="${told.speech.plain(head)}">${typeof value === 'number' ? value : name(value)}</td>`;
  return html`<tr role="row"><th role="rowheader" scope="row">${name(router)}</th>${Object.entries(heads).map(
    ([column, head]) => cell(head, cells[column as keyof Cells]),
  )}</tr>
`;
}
