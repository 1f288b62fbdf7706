/** The style sheet of the operator's page, in the look of the app. */
import { LANGUAGE_LINKS_CSS } from '../pages/language-links.ts';
import { FONT, SCRIPTS, withTokens } from '../pages/look.ts';

export const STATUS_CSS = withTokens(`*, ::before, ::after { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 max(.75rem, env(safe-area-inset-right)) 2rem max(.75rem, env(safe-area-inset-left)); max-inline-size: 60rem; background: var(--ground); color: var(--ink);
  font-family: ${FONT};
  line-height: 1.5; line-break: strict; overflow-wrap: anywhere;
}
p, li { text-wrap: pretty; }
h1, h2, .what { word-break: auto-phrase; } /* between phrases where the browser can; a narrow column of text has no room for it */
h1, h2, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul { list-style-type: ""; }
h2 { font-size: 1.1875rem; line-height: 1.3; }
a { color: var(--accent-ink); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent-ink); outline-offset: 3px; border-radius: .25rem; }
.hint { color: var(--ink-soft); font-size: .875rem; }

header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .25rem 1rem; padding-block: .75rem; }
.brand { display: flex; align-items: center; gap: .6rem; }
.mark { flex: none; inline-size: 2.25rem; block-size: 2.25rem; }
h1 { font-size: 1.25rem; line-height: 1.2; font-weight: 800; }
h1 span { display: block; font-size: .875rem; font-weight: 400; color: var(--ink-soft); }

main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
section { display: grid; grid-template-columns: minmax(0, 1fr); gap: .875rem; align-content: start; padding: 1rem; border-radius: .75rem; background: var(--panel); }

.light { flex: none; inline-size: 1.5rem; block-size: 1.5rem; fill: none; stroke: currentcolor; stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.light circle, .light .shape { fill: currentcolor; stroke-width: 1.5; }
.light path:not(.shape) { stroke: var(--panel); }
.light.info { color: var(--ink-soft); }
.light.note { color: var(--good); }
.light.warn { color: var(--alert); }
.light.stop { color: var(--accent-ink); }
.verdict { border-block-start: .75rem solid var(--good); }
.verdict.warn { border-color: var(--alert); }
.verdict.stop { border-color: var(--accent); }
.verdict-head { display: flex; gap: .875rem; align-items: center; }
.verdict-head .light { inline-size: 3.25rem; block-size: 3.25rem; }
.verdict h2 { font-size: clamp(1.375rem, 1.1rem + 1.6vw, 1.75rem); font-weight: 800; line-height: 1.2; }
.findings { display: grid; gap: .625rem; }
.findings li { display: flex; gap: .625rem; padding: .75rem; border-radius: .5rem; background: var(--ground); }
.findings .warn { background: var(--alert-wash); }
.findings .stop { background: var(--accent-wash); }
.findings .warn .light path:not(.shape) { stroke: var(--alert-wash); }
.findings .stop .light path:not(.shape) { stroke: var(--accent-wash); }
.findings .note .light path:not(.shape) { stroke: var(--ground); }
.findings div { display: grid; gap: .25rem; min-inline-size: 0; }
.findings .what { font-weight: 700; }
.findings .note .what { font-weight: 400; }
.findings .note p { font-size: .9375rem; }
code { display: inline-block; padding: .15rem .5rem; border: 1px solid var(--edge); border-radius: .3rem; background: var(--panel); font-family: ui-monospace, "Noto Sans Mono", monospace; font-size: .9em; user-select: all; }
.numbers { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; }
.numbers div { display: flex; flex-direction: row-reverse; align-items: baseline; gap: .4rem; }
.numbers dt { color: var(--ink-soft); font-size: .875rem; }
.numbers dd { flex: none; font-size: 1.5rem; font-weight: 800; line-height: 1.2; font-variant-numeric: tabular-nums; }

.qr { inline-size: min(100%, 13rem); justify-self: center; border-radius: .5rem; }
.address { justify-self: center; max-inline-size: 100%; padding: .5rem 1rem; border: 2px solid var(--ink); border-radius: .5rem; font-size: clamp(1rem, .8rem + 1.4vw, 1.375rem); font-weight: 700; line-height: 1.25; user-select: all; }
.scheme { font-weight: 400; color: var(--ink-soft); }
.host { display: inline-block; }
.others { font-size: .875rem; }

.graph { display: block; inline-size: 100%; block-size: auto; overflow: hidden; font-family: inherit; }
.graph.narrow { max-inline-size: 26rem; margin-inline: auto; }
.graph.wide { display: none; }
.trunk { fill: none; stroke: var(--accent); stroke-width: 7; stroke-linecap: round; stroke-linejoin: round; }
.edge { fill: none; stroke: var(--accent); stroke-width: 4; }
.edge.lost { stroke: var(--alert); stroke-dasharray: 5 5; }
.edge.missing { stroke: var(--edge); stroke-width: 2; stroke-dasharray: 2 5; }
.plate { fill: var(--accent); }
.plate-name, .plate-note { fill: var(--on-accent); }
.plate-name, .label { font-size: 14px; font-weight: 700; }
.plate-note, .station .note { font-size: 12px; }
.station circle { fill: var(--panel); stroke: var(--ink); stroke-width: 3; }
.station.lost circle { stroke: var(--alert); }
.station.missing > circle { stroke: var(--edge); stroke-dasharray: 3 4; }
.station text { fill: var(--ink); }
.station .note { fill: var(--ink-soft); font-variant-numeric: tabular-nums; }
.station .label, .station .note { paint-order: stroke; stroke: var(--panel); stroke-width: 4px; stroke-linejoin: round; }
.station.missing .label { fill: var(--ink-soft); font-weight: 400; }
.station .count { font-size: 14px; font-weight: 800; font-variant-numeric: tabular-nums; }
.station .lock circle { fill: var(--good-wash); stroke: var(--panel); stroke-width: 1.5; }
.lock path { fill: none; stroke: var(--good); stroke-width: 1.5; stroke-linejoin: round; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; color: var(--ink-soft); }
.legend li { display: flex; align-items: center; gap: .4rem; }
.dot { flex: none; inline-size: 1rem; block-size: 1rem; border: .1875rem solid var(--ink); border-radius: 50%; }
.dot.self { border-radius: .25rem; border-color: var(--accent); background: var(--accent); }
.dot.lost { border-color: var(--alert); border-style: dashed; }
.dot.missing { border-color: var(--edge); border-style: dotted; }
.dot.locked { border-color: var(--good); background: var(--good-wash); border-width: .125rem; }
.dot.unlocked { border-color: var(--edge); border-width: .125rem; }

table { inline-size: 100%; border-collapse: collapse; font-size: .9375rem; }
thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
tr { display: flex; flex-wrap: wrap; gap: 0 .875rem; padding-block: .5rem; border-block-start: 1px solid var(--rule); }
th, td { padding: 0; text-align: start; }
tbody th { inline-size: 100%; font-weight: 700; }
td { font-variant-numeric: tabular-nums; font-size: .875rem; }
td::before { content: attr(data-label) " "; color: var(--ink-soft); }
td.none { display: none; }

.checklist ol { display: grid; gap: .5rem; padding-inline-start: 1.75rem; }
.checklist li::marker { font-weight: 800; color: var(--accent-ink); }
.facts div { display: grid; gap: 0 1rem; padding-block: .4rem; border-block-start: 1px solid var(--rule); }
.facts dt { color: var(--ink-soft); font-size: .875rem; }
.facts dd { font-variant-numeric: tabular-nums; }
footer { display: grid; gap: .25rem; padding-block: 1.25rem 0; color: var(--ink-soft); font-size: .875rem; }
footer p a { display: inline-block; padding-block: .35rem; }

@media (min-width: 30rem) {
  body { padding-inline: 1rem; }
  section { padding: 1.125rem 1.25rem; }
}
@media (min-width: 48rem) {
  main { grid-template-columns: minmax(0, 1fr) 18rem; grid-template-rows: auto 1fr; }
  section { grid-column: 1 / -1; }
  .verdict, .reach { grid-column: 1; }
  .open { grid-column: 2; grid-row: 1 / span 2; align-self: start; position: sticky; inset-block-start: 1rem; }
  .address { font-size: 1.0625rem; }
  thead { position: static; clip-path: none; }
  tr { display: table-row; }
  th, td { display: table-cell; padding: .45rem .875rem .45rem 0; border-block-start: 1px solid var(--rule); vertical-align: baseline; }
  thead th { border: 0; color: var(--ink-soft); font-weight: 400; font-size: .875rem; }
  tbody th { inline-size: auto; }
  td { white-space: nowrap; }
  td:nth-child(2) { min-inline-size: 8.5rem; white-space: normal; }
  td.none { display: table-cell; }
  td::before { content: none; }
  .facts div { grid-template-columns: 14rem minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 66rem) {
  .graph.narrow { display: none; }
  .graph.wide { display: block; }
}
@media (forced-colors: active) {
  section { border: 1px solid CanvasText; }
  .graph { forced-color-adjust: none; }
}
@media print {
  .language, footer { display: none; }
}
${LANGUAGE_LINKS_CSS}${SCRIPTS}`);
