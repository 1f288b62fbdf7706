/** The routers in reach, as a picture, and the same as a table. */
import type { RouterInReach, Status } from '../status.ts';
import { graph } from './graph.ts';
import { type Html, html, name } from './html.ts';
import { largestUnits } from './time.ts';
import type { Words } from './words.ts';

/** Differences below this are the way of a message rather than the clock's, in milliseconds. */
const SAME_CLOCK_MS = 1_000;

export function picture(status: Status, words: Words): Html {
  const { routers, missing = [] } = status.mesh;
  const isAlone = routers.length <= 1 && missing.length === 0;
  return html`<section class="reach" aria-labelledby="reach">
<h2 id="reach">${words.reach}</h2>
${
  isAlone
    ? html`<p class="hint">${words.onlyThis}</p>`
    : html`${graph(status, othersOf(status), words)}${legend(status, words)}<p class="hint">${words.pictureHelp}</p>`
}
</section>`;
}

/** Without this router, and where each stands does not change with every look. */
function othersOf({ mesh }: Status): readonly RouterInReach[] {
  return mesh.routers.slice(1).sort((a, b) => (a.name === b.name ? compare(a.id, b.id) : compare(a.name, b.name)));
}

export function table(status: Status, words: Words): Html {
  const { mesh } = status;
  const [self] = mesh.routers;
  const { table } = words;
  const columns = [table.name, table.address, table.devices, table.heard, table.way, table.key, table.clock];
  return html`<section class="list" aria-labelledby="list">
<h2 id="list">${table.caption}</h2>
<table role="table" aria-labelledby="list">
<thead role="rowgroup"><tr role="row">${columns.map((one) => html`<th role="columnheader" scope="col">${one}</th>`)}</tr></thead>
<tbody role="rowgroup">
${self !== undefined && row(self, [words.self, '', ''], columns, words)}${othersOf(status).map((one) => row(one, about(one, mesh.trust, words), columns, words))}</tbody>
</table>
</section>`;
}

/** The way to it, its key and its clock. */
function about(
  { link, clock_ahead_ms: ahead }: RouterInReach,
  trust: 'key' | 'open' | undefined,
  words: Words,
): readonly string[] {
  return [
    link === 'lost' ? words.lost : words.direct,
    trust === 'key' ? words.keyed : words.openMesh,
    ahead === undefined ? words.unknown : clockWords(ahead, words),
  ];
}

function clockWords(aheadMs: number, words: Words): string {
  if (Math.abs(aheadMs) < SAME_CLOCK_MS) return words.sameClock;
  const time = words.duration(largestUnits(aheadMs / 1000));
  return aheadMs > 0 ? words.ahead(time) : words.behind(time);
}

function row(
  router: RouterInReach,
  [way, key, clock]: readonly string[],
  columns: readonly string[],
  words: Words,
): Html {
  const heard = router.link === undefined ? '' : words.ago(words.seconds((router.last_seen_ms / 1000).toFixed(1)));
  const cells = [router.address, router.clients, heard, way, key, clock];
  return html`<tr role="row"><th role="rowheader" scope="row">${name(router.name)}</th>${cells.map(
    (cell, index) =>
      html`<td role="cell" data-label="${columns[index + 1]}"${cell === '' && html` class="none"`}>${typeof cell === 'string' ? name(cell) : cell}</td>`,
  )}</tr>
`;
}

function legend({ mesh }: Status, { legend: words, keyed, openMesh }: Words): Html {
  const kinds = [
    'self' as const,
    'direct' as const,
    ...(mesh.routers.some(({ link }) => link === 'lost') ? ['lost' as const] : []),
    ...((mesh.missing ?? []).length > 0 ? ['missing' as const] : []),
  ];
  const trust = mesh.trust === 'key' ? keyed : openMesh;
  return html`<ul class="legend">${kinds.map((kind) => html`<li><span class="dot ${kind}"></span>${words[kind]}</li>`)}<li><span class="dot ${mesh.trust === 'key' ? 'locked' : 'unlocked'}"></span>${trust}</li></ul>`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
