/**
 * The routers in reach as a table. On a phone the style sheet turns each row into a card, which removes the roles of a table;
 * so they are written out.
 */

import { type Html, html } from '../pages/html.ts';
import { name } from '../pages/names.ts';
import { othersOf } from './picture.ts';
import { clockWords, goneAgo, heardAgo } from './spoken.ts';
import type { RouterInReach, Status } from './status.ts';
import type { Words } from './words.ts';

type Cells = {
  readonly address: string;
  readonly devices?: number;
  readonly heard?: string;
  readonly way: string;
  readonly key?: string;
  readonly clock?: string;
};

export function table(status: Status, words: Words): Html {
  const { routers, missing = [], trust } = status.mesh;
  const [self] = routers;
  const key = trust === 'key' ? words.keyed : words.openMesh;
  return html`<section class="list" aria-labelledby="list">
<h2 id="list">${words.table.caption}</h2>
<table role="table" aria-labelledby="list">
<thead role="rowgroup"><tr role="row">${Object.values(headsOf(words)).map((one) => html`<th role="columnheader" scope="col">${one}</th>`)}</tr></thead>
<tbody role="rowgroup">
${self !== undefined && row(self.name, { address: self.address, devices: self.clients, way: words.self }, words)}${othersOf(
  status,
).map((one) => row(one.name, cellsOf(one, key, words), words))}${missing.map((one) =>
  row(one.name, { address: one.address, heard: goneAgo(one.gone_ms, words), way: words.legend.missing }, words),
)}</tbody>
</table>
</section>`;
}

function cellsOf(router: RouterInReach, key: string, words: Words): Cells {
  return {
    address: router.address,
    devices: router.clients,
    heard: heardAgo(router.last_seen_ms, words),
    way: router.link === 'lost' ? words.lost : words.direct,
    key,
    clock: clockWords(router.clock_ahead_ms, words),
  };
}

/** In the order of the columns. */
function headsOf({ table: { name, address, devices, heard, way, key, clock } }: Words) {
  return { name, address, devices, heard, way, key, clock };
}

function row(router: string, cells: Cells, words: Words): Html {
  const { name: _, ...heads } = headsOf(words);
  const cell = (head: string, value: string | number | undefined): Html =>
    value === undefined
      ? html`<td role="cell" data-label="${head}" class="none"></td>`
      : html`<td role="cell" data-label="${head}">${typeof value === 'number' ? value : name(value)}</td>`;
  return html`<tr role="row"><th role="rowheader" scope="row">${name(router)}</th>${Object.entries(heads).map(
    ([column, head]) => cell(head, cells[column as keyof Cells]),
  )}</tr>
`;
}
