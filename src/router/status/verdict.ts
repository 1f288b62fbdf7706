/** The top of the page: whether all is well, and if not, what is wrong and what to do. */

import { type Html, html } from '../pages/html.ts';
import { shown } from '../pages/names.ts';
import { adviceOn, type Said } from './advice.ts';
import { findingsOf, type Level, levelOf, worstLevel } from './findings.ts';
import { infoIcon, levelIcon } from './icons.ts';
import type { Told } from './spoken.ts';
import type { Status } from './status.ts';

export function verdict(status: Status, appReady: boolean, told: Told): Html {
  const { words, speech } = told;
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
<div class="verdict-head">${levelIcon(level)}<div><h2 id="verdict">${speech.say(word)}</h2><p>${speech.say(sentence)}</p></div></div>
${
  findings.length > 0 &&
  html`<ul class="findings">
${findings.map((one) => finding(levelOf(one), adviceOn(one, told)))}
</ul>`
}
<dl class="numbers">${numbers.map(([count, name]) => html`<div><dt>${speech.say(String(name))}</dt><dd>${count}</dd></div>`)}</dl>
</section>`;
}

function finding(level: Level, { what, todo, command, machine }: Said): Html {
  return html`<li class="${level}">${level === 'note' ? infoIcon() : levelIcon(level)}<div><p class="what">${what}</p>${
    todo !== undefined && html`<p>${todo}</p>`
  }${command !== undefined && html`<p><code translate="no">${command}</code></p>`}${
    machine !== undefined && machineWords(machine)
  }</div></li>
`;
}

/** Programs and systems speak English, and those who can help ask for exactly these words. */
const machineWords = (text: string): Html => html`<p><code lang="en" translate="no">${shown(text)}</code></p>`;
