/** This router in figures, one row for each fact. */
import { REFUSALS, type Refusal } from '../limits/refusals.ts';
import type { Air } from '../machine/radio-report.ts';
import { type Html, html, joined } from '../pages/html.ts';
import { name, shown } from '../pages/names.ts';
import { durationWords, type Told } from './spoken.ts';
import type { Status } from './status.ts';
import { largestUnits } from './time.ts';

type Row = readonly [string, Html | string];

/** `trust` is where the page about trust is. */
export function facts(status: Status, told: Told, trust: string): Html {
  const { say } = told.speech;
  const { facts: words } = told.words;
  const { router, clients, clients_at_most: most, mesh } = status;
  const rows: readonly Row[] = [
    [words.devices, say(words.devicesOf, { here: clients, most })],
    ...refused(status, told),
    [words.relay, relay(status, told)],
    [words.secure, secure(status, told, trust)],
    [words.mesh, meshWords(status, told)],
    ...radio(status, told),
    [words.memory, memory(status, told)],
    ...disk(status, told),
    [words.held.title, held(status, told)],
    [words.uptime, durationWords(largestUnits(router.uptime_s), told)],
    [words.time, router.time.replace('T', ' ')],
    [words.version, shown(router.version)],
    [words.id, shown(router.id)],
    [
      words.digests,
      html`${[mesh.digest, mesh.presence].filter(Boolean).join(' ')}<br><span class="hint">${say(words.digestsHelp)}</span>`,
    ],
  ];
  return html`<section class="facts" aria-labelledby="facts">
<h2 id="facts">${say(words.title)}: ${name(router.name)}</h2>
<dl>
${rows.map(([head, value]) => html`<div><dt>${say(head)}</dt><dd>${value}</dd></div>\n`)}</dl>
</section>`;
}

/** How many were turned away, if any: the first thing to look at when people say that the page does not work. */
function refused(
  { refused: counts }: Status,
  { words: { facts: words }, speech: { say, form } }: Told,
): readonly Row[] {
  if (counts === undefined) return [];
  const lines = (Object.keys(REFUSALS) as Refusal[])
    .filter((reason) => counts[reason] > 0)
    .map((reason) => say(form(words.refusedFor[reason], counts[reason])));
  return [[words.refused, html`${joined(lines, html`<br>`)}`]];
}

/** What its own program said when it failed stands among the findings. */
function relay({ turn }: Status, { words: { facts: words }, speech: { say, form } }: Told): Html {
  const parts = [
    words.relayState[turn.state],
    turn.cause && words.relayCause[turn.cause],
    turn.allocations !== undefined && form(words.relayed, turn.allocations),
  ];
  return html`${joined(
    parts.filter((part) => typeof part === 'string').map((part) => say(part)),
    ' · ',
  )}`;
}

/** The fingerprint to compare with the one that a phone shows. How a phone comes to trust it is a page of its own. */
function secure({ tls }: Status, { words: { facts: words }, speech: { say, form } }: Told, trust: string): Html {
  if (tls.state !== 'on') return say(words.secureState[tls.state]);
  const date = tls.expires.slice(0, 10);
  const until = tls.days_left < 0 ? words.secureEnded : form(words.secureUntil, tls.days_left);
  const clock = tls.certificate === 'own' && tls.problem !== undefined;
  return html`${say(words.secureCertificate[tls.certificate])} · ${say(until, { date })}<br><span class="hint">${tls.names.join(' ')}</span>${
    clock && html`<br><span class="hint">${say(words.secureClock)}</span>`
  }${
    tls.authority !== undefined &&
    html`<br><span class="hint">${shown(tls.authority)}</span><br><a href="${trust}">${say(words.secureTrust)}</a>`
  }`;
}

function meshWords({ mesh }: Status, { words: { facts: words }, speech: { say } }: Told): Html {
  const trust = mesh.trust && words.trust[mesh.trust];
  return html`${say(words.meshState[mesh.state])}${trust !== undefined && html` · ${say(trust)}`}`;
}

/** A line for each interface, and one for those that other radios pass on: the mesh itself does not see that. */
function radio({ radio: now }: Status, { words: { facts }, speech }: Told): readonly Row[] {
  if (now?.state !== 'known') return [];
  const { say, form, percent } = speech;
  const { title, channel, inUse, stations, peers, through } = facts.radio;
  const { access_point: accessPoint, mesh_point: meshPoint, batman } = now;
  const line = (air: Air, who: string): Html => {
    const parts = [
      air.channel !== undefined && say(channel, { channel: air.channel }),
      say(who),
      air.busy_percent !== undefined && say(inUse, { share: percent(air.busy_percent) }),
    ].filter((part) => part !== false);
    return html`${shown(air.interface)}: ${joined(parts, ' · ')}`;
  };
  const lines = [
    ...(accessPoint ? [line(accessPoint, form(stations, accessPoint.stations_dbm.length))] : []),
    ...(meshPoint ? [line(meshPoint, form(peers, meshPoint.peers))] : []),
    ...(batman !== undefined && batman.through_others > 0 ? [say(form(through, batman.through_others))] : []),
  ];
  return lines.length === 0 ? [] : [[title, html`${joined(lines, html`<br>`)}`]];
}

function memory({ router, machine }: Status, { words: { facts: words }, speech: { say, bytes } }: Told): Html | string {
  const own = bytes(router.rss_bytes);
  return machine === undefined ? own : say(words.memoryOf, { own, free: bytes(machine.memory_free_bytes) });
}

function disk({ machine }: Status, { words: { facts: words }, speech: { say, bytes } }: Told): readonly Row[] {
  if (machine?.disk_bytes === undefined || machine.disk_free_bytes === undefined) return [];
  return [[words.disk, say(words.diskOf, { free: bytes(machine.disk_free_bytes), whole: bytes(machine.disk_bytes) })]];
}

/** How much, and never what. */
function held({ words: now }: Status, { words: { facts }, speech: { say, form, bytes } }: Told): Html {
  const { held: words } = facts;
  if (now.state === 'off') return say(words[now.cause === 'switched-off' ? 'off' : now.cause]);
  const parts = [
    form(words.posts, now.posts),
    form(words.letters, now.letters),
    form(words.files, now.blobs),
    form(words.days, now.days),
  ].map((part) => say(part));
  const room = say(words.room, { used: bytes(now.bytes), most: bytes(now.bytes_at_most) });
  return html`${joined(parts, ' · ')}<br><span class="hint">${room}</span>`;
}
