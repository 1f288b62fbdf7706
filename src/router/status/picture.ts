/** The routers in reach as a picture, with what its signs mean. */

import { type Html, html } from '../pages/html.ts';
import { graph } from './graph.ts';
import type { Told } from './spoken.ts';
import type { RouterInReach, Status } from './status.ts';

export function picture(status: Status, told: Told): Html {
  const { words, speech } = told;
  const { routers, missing = [] } = status.mesh;
  const isAlone = routers.length <= 1 && missing.length === 0;
  return html`<section class="reach" aria-labelledby="reach">
<h2 id="reach">${speech.say(words.reach)}</h2>
${
  isAlone
    ? html`<p class="hint">${speech.say(words.onlyThis)}</p>`
    : html`${graph(status, othersOf(status), told)}${legend(status, told)}<p class="hint">${speech.say(words.pictureHelp)}</p>`
}
</section>`;
}

/** All but this router, sorted so that their places do not change with every renewal of the page. */
export function othersOf({ mesh }: Status): readonly RouterInReach[] {
  return mesh.routers.slice(1).sort((a, b) => (a.name === b.name ? compare(a.id, b.id) : compare(a.name, b.name)));
}

function legend({ mesh }: Status, { words: { legend: words, keyed, openMesh }, speech: { say } }: Told): Html {
  const kinds = [
    'self' as const,
    'direct' as const,
    ...(mesh.routers.some(({ link }) => link === 'lost') ? ['lost' as const] : []),
    ...((mesh.missing ?? []).length > 0 ? ['missing' as const] : []),
  ];
  const trust = mesh.trust === 'key' ? keyed : openMesh;
  return html`<ul class="legend">${kinds.map((kind) => html`<li><span class="dot ${kind}"></span>${say(words[kind])}</li>`)}<li><span class="dot ${mesh.trust === 'key' ? 'locked' : 'unlocked'}"></span>${say(trust)}</li></ul>`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
