/** The top of the page: whether all is well, and if not, what is wrong and what to do. */

import { type Html, html } from '../pages/html.ts';
import { shown } from '../pages/names.ts';
import { type Finding, findingsOf, levelOf, worstLevel } from './findings.ts';
import { infoIcon, levelIcon } from './icons.ts';
import type { Status } from './status.ts';
import type { Advice, Words } from './words.ts';

export function verdict(status: Status, appReady: boolean, words: Words): Html {
  const findings = findingsOf(status, appReady);
  const level = worstLevel(findings);
  const { word, sentence } = words.verdict[level];
  const { clients, mesh } = status;
  const numbers = [
    [clients, words.numbers.router],
    ...(mesh.state === 'off'
      ? []
      : [
          [mesh.devices ?? clients, words.numbers.all],
          [mesh.routers.length, words.numbers.routers],
        ]),
  ] as const;
  return html`<section class="verdict ${level}" aria-labelledby="verdict">
<div class="verdict-head">${levelIcon(level)}<div><h2 id="verdict">${word}</h2><p>${sentence}</p></div></div>
${
  findings.length > 0 &&
  html`<ul class="findings">
${findings.map((one) => finding(one, adviceOn(one, words)))}
</ul>`
}
<dl class="numbers">${numbers.map(([count, name]) => html`<div><dt>${name}</dt><dd>${count}</dd></div>`)}</dl>
</section>`;
}

/** The words of a finding; names in it come from other routers. */
function adviceOn(one: Finding, { findings }: Words): Advice {
  // Each code has words for exactly its own finding (words.ts), but the compiler cannot follow that through the look-up.
  const say = findings[one.code] as (finding: Finding) => Advice;
  return say(one);
}

function finding(one: Finding, { what, todo, command }: Advice): Html {
  const level = levelOf(one);
  return html`<li class="${level}">${level === 'note' ? infoIcon() : levelIcon(level)}<div><p class="what">${shown(what)}</p>${
    todo !== undefined && html`<p>${shown(todo)}</p>`
  }${command !== undefined && html`<p><code>${shown(command)}</code></p>`}</div></li>
`;
}
