/** This router in figures, one row for each fact. */
import { REFUSALS, type Refusal } from '../limits/refusals.ts';
import { type Html, html } from '../pages/html.ts';
import { name, shown } from '../pages/names.ts';
import type { Status } from './status.ts';
import { largestUnits } from './time.ts';
import type { Words } from './words.ts';

type Row = readonly [string, Html | string];

export function facts(status: Status, { facts: words, duration }: Words): Html {
  const { router, machine, clients, clients_at_most: most, mesh } = status;
  const free = machine && bytes(machine.memory_free_bytes);
  const rows: readonly Row[] = [
    [words.devices, words.devicesOf(clients, most)],
    ...refused(status, words),
    [words.relay, relay(status, words)],
    [words.secure, secure(status, words)],
    [words.mesh, meshWords(status, words)],
    [words.memory, words.memoryOf(bytes(router.rss_bytes), free)],
    ...disk(status, words),
    [words.uptime, duration(largestUnits(router.uptime_s))],
    [words.time, router.time.replace('T', ' ')],
    [words.version, shown(router.version)],
    [words.id, shown(router.id)],
    [
      words.digests,
      html`${[mesh.digest, mesh.presence].filter(Boolean).join(' ')}<br><span class="hint">${words.digestsHelp}</span>`,
    ],
  ];
  return html`<section class="facts" aria-labelledby="facts">
<h2 id="facts">${words.title}: ${name(router.name)}</h2>
<dl>
${rows.map(([head, value]) => html`<div><dt>${head}</dt><dd>${value}</dd></div>\n`)}</dl>
</section>`;
}

/** How many were turned away, if any: the first thing to look at when people say that the page does not work. */
function refused({ refused: counts }: Status, words: Words['facts']): readonly Row[] {
  if (counts === undefined) return [];
  const lines = (Object.keys(REFUSALS) as Refusal[])
    .filter((reason) => counts[reason] > 0)
    .map((reason) => words.refusedFor[reason](counts[reason]));
  return [[words.refused, html`${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`]];
}

function relay({ turn }: Status, words: Words['facts']): Html {
  const count = turn.allocations === undefined ? undefined : words.relayed(turn.allocations);
  return html`${[words.relayState[turn.state], count].filter((one) => one !== undefined).join(' · ')}${
    turn.reason !== undefined && html`<br><span class="hint" lang="en">${shown(turn.reason)}</span>`
  }`;
}

/** The fingerprint to compare with the one that a phone shows. How a phone comes to trust it is a page of its own. */
function secure({ tls }: Status, words: Words['facts']): Html {
  if (tls.state !== 'on')
    return html`${words.secureState[tls.state]}<br><span class="hint" lang="en">${shown(tls.reason)}</span>`;
  const until = words.secureUntil(tls.expires.slice(0, 10), tls.days_left);
  return html`${words.secureCertificate[tls.certificate]} · ${until}<br><span class="hint">${tls.names.join(' ')}</span>${
    tls.problem !== undefined && html`<br><span class="hint" lang="en">${shown(tls.problem)}</span>`
  }${
    tls.authority !== undefined &&
    html`<br><span class="hint">${shown(tls.authority)}</span><br><a href="/trust">${words.secureTrust}</a>`
  }`;
}

function meshWords({ mesh }: Status, words: Words['facts']): string {
  const trust = mesh.trust && words.trust[mesh.trust];
  return [words.meshState[mesh.state], trust].filter((one) => one !== undefined).join(' · ');
}

function disk({ machine }: Status, words: Words['facts']): readonly Row[] {
  if (machine?.disk_bytes === undefined || machine.disk_free_bytes === undefined) return [];
  return [[words.disk, words.diskOf(bytes(machine.disk_free_bytes), bytes(machine.disk_bytes))]];
}

function bytes(count: number): string {
  return count >= 1e9 ? `${(count / 1e9).toFixed(1)} GB` : `${Math.round(count / 1e6)} MB`;
}
