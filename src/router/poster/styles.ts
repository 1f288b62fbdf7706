/** The poster's style sheet: on paper, and on a screen as wide, it fills exactly one page; a phone gets a page to read. Pure. */
import { FONT, SCRIPTS, withTokens } from '../pages/look.ts';
import type { Size } from './sheet.ts';

export const POSTER_STYLE_PATH = '/poster.css';

/**
 * In millimetres where CSS has no name for the size. Half a millimetre less than the paper, so that rounding does not
 * add a page.
 */
const PAPER: Readonly<Record<Size, string>> = {
  a4: '@page{size:A4 landscape;margin:0}',
  a6: '@page{size:105mm 148mm;margin:0}',
};
/** Screens that are less wide than the sheet, in CSS pixels. */
const NARROWER: Readonly<Record<Size, string>> = { a4: '(max-width:1139px)', a6: '(max-width:419px)' };

// Paper is white and ink is black in both colour schemes. Browsers do not print backgrounds, so nothing relies on one.
const COMMON = `*{box-sizing:border-box;margin:0;padding:0}
body{background:var(--ground);color:var(--ink);font-family:${FONT};line-height:1.3}
nav{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;justify-content:center;padding:1rem;max-width:60rem;margin:0 auto}
nav a{padding:.6rem 1rem;border:2px solid var(--ink-soft);border-radius:.5rem;color:inherit;font-weight:700;text-decoration:none}
nav a[lang]{padding:.5rem .7rem;font-weight:400}
nav a[aria-current]{border-color:var(--accent-ink);background:var(--accent-wash);font-weight:700}
nav span{font-weight:400}nav p{flex-basis:100%;text-align:center;color:var(--ink-soft)}
main{margin:0 auto 2rem;background:#fff;color:#000;overflow:hidden;overflow-wrap:anywhere}
header{border-bottom:solid #b5301a}header p:lang(en){font-weight:700}
p:lang(ja-x-easy){line-height:1.6}rt{font-size:.5em}
.number{display:grid;place-items:center;border:.6mm solid #000;border-radius:50%;font-weight:800}
.picture,.code .qr{display:block}
.picture{fill:none;stroke:#000;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
.body{fill:#fff}.hot{stroke:#b5301a;stroke-width:4.6}
h1,.main{font-weight:800;word-break:auto-phrase}
.code{border:.7mm solid #000;border-radius:3mm;display:grid;align-items:center}
dt{line-height:1.2}dd{font-weight:800;line-height:1.15}dd+dt{margin-top:.5em}
.scheme{font-weight:400}.address .host{display:inline-block;font-weight:bolder}
.blank{display:block;border-bottom:.4mm solid #000}
@media print{nav{display:none}body{background:none}main{margin:0}}
`;

const A4 = `main{width:297mm;height:209.5mm;display:grid;padding:10mm 12mm 9mm;grid-template:auto 1fr auto/repeat(4,1fr);gap:5mm 6mm}
header{display:grid;align-items:center;grid-column:1/-1;grid-template-columns:auto 1fr auto;column-gap:6mm;border-width:0 0 3mm;padding-bottom:4mm}
.mark{width:25mm}header div{grid-area:1/2/2/4}header div p{padding-right:64mm}
h1{font-size:30pt;line-height:1.15}main header p{font-size:15pt}main header p:lang(ja-x-easy){font-size:13pt}
.place{grid-area:1/3/2/4;text-align:right;font-weight:700;font-size:13pt;max-width:60mm;align-self:end}
.step{display:grid;grid-template-columns:10mm 1fr;grid-template-rows:auto 1fr;column-gap:3mm;align-content:start}
.number{width:10mm;height:10mm;font-size:17pt}.picture{width:100%;height:40mm}
.step div{grid-column:1/-1;padding-top:3mm}
main p{font-size:11.5pt}main p:lang(ja-x-easy){font-size:10.5pt}main .main{font-size:17pt;line-height:1.25}
.many .picture{height:33mm}.many .step .main{font-size:14.5pt}.many .step p+p,.many .step p+p:lang(ja-x-easy){font-size:9.5pt}.many h1{font-size:25pt}.many header div p,.many header div p:lang(ja-x-easy){font-size:11.5pt}
.c1,.c2{min-height:46mm}.c1{grid-column:1/3}.c2{grid-column:3/5}
.code{grid-template-columns:43mm 1fr;gap:2mm;padding:1.5mm 3mm 1.5mm 1.5mm}.qr{width:43mm}
dt{font-size:11pt}dd{font-size:25pt}.small{font-size:18pt}.tiny{font-size:11.5pt}.address{font-size:22pt}.scheme{font-size:15pt}
.write{grid-template-columns:1fr;padding:4mm 6mm}.blank{height:12mm}
.notes{grid-column:1/-1;display:grid;grid-template-columns:1fr 1fr;gap:6mm}
main .notes p,main .notes p:lang(ja-x-easy){font-size:10pt}main .notes .main{font-size:12pt}.many .notes .main{font-size:11pt}.many .notes p+p,.many .notes p+p:lang(ja-x-easy){font-size:8pt}
`;

const A6 = `main{width:105mm;height:147.5mm;display:grid;padding:5mm 5.5mm 4mm;grid-template-columns:1fr 1fr;grid-template-rows:auto auto auto auto 1fr;gap:2.2mm 4mm}
header{display:grid;align-items:center;grid-column:1/-1;grid-template-columns:auto 1fr;column-gap:2.5mm;border-width:0 0 1.4mm;padding-bottom:1.6mm}
.mark{width:11mm}
h1{font-size:11pt;line-height:1.2}main header p{font-size:7.5pt}main header p:lang(ja-x-easy){font-size:6.5pt}
.place{display:none}
.step{display:grid;grid-template-columns:5mm 1fr;column-gap:1.5mm;align-content:start}
.number{width:5mm;height:5mm;font-size:9pt;border-width:.4mm}.picture{width:100%;height:14.5mm}
.step div{grid-column:1/-1;padding-top:.8mm}
main p{font-size:7pt}main p:lang(ja-x-easy){font-size:6pt;line-height:1.5}main .main{font-size:9pt}
main.many{gap:1.6mm 4mm}.many p:lang(th),.many p:lang(ne),.many p:lang(my){line-height:1.4}
.many .picture{height:9.5mm}.many .step .main{font-size:8pt}.many .step p+p,.many .step p+p:lang(ja-x-easy){font-size:6pt}.many .qr{width:24mm}.many dt{font-size:5.2pt}
.s1,.s2{order:1}.code{order:2}.s3,.s4{order:3}.notes{order:4}
.code{border-width:.5mm;border-radius:2mm;padding:.8mm 1.2mm 1.4mm;justify-items:center;align-content:start;text-align:center}
.qr{width:30mm}
dt{font-size:6pt}dd{font-size:10pt}dd.small,dd.address{font-size:8.5pt}dd.tiny{font-size:6.5pt}.scheme{font-size:7pt}dd+dt{margin-top:.2em}
.crowded .qr{width:28mm}.crowded .picture{height:12mm}.crowded dd.tiny{font-size:5.4pt}
.crowded.many .qr{width:21mm}.crowded.many .picture{height:7.5mm}
.write{align-content:center}.write dl{width:100%;padding:2mm}.blank{height:8mm;width:100%}
.notes{grid-column:1/-1;align-self:end;border-top:.3mm solid #000;padding-top:1.2mm;display:grid;grid-template-columns:1fr 1fr;gap:3mm}
main .notes p{font-size:6pt}main .notes .main{font-size:6.5pt}.notes p:lang(ja-x-easy){display:none}.many .notes p+p{font-size:5.2pt;line-height:1.25}
`;

/** One thing below the other, in letters that can be read where one stands. */
const PHONE = `main{padding:1rem;max-width:34rem;display:grid;gap:1.25rem}
header{display:grid;grid-template-columns:auto 1fr;gap:.75rem;align-items:center;border-width:0 0 .5rem;padding-bottom:.75rem}
.mark{width:3rem}h1{font-size:1.35rem;line-height:1.3}
.place{grid-column:1/-1;font-weight:700}
.step{display:grid;grid-template-columns:2.25rem 1fr;gap:.5rem .75rem;align-items:start}
.number{width:2.25rem;height:2.25rem;font-size:1.2rem}.picture{width:100%;max-height:7rem}
.step div{grid-column:1/-1;display:grid;gap:.25rem}
.step .main{font-size:1.2rem}
.code{justify-items:center;gap:.75rem;padding:.75rem;text-align:center}.qr{width:12rem}
dd{font-size:1.5rem}.small,.address{font-size:1.25rem}.tiny{font-size:1rem}
.write dl{width:100%}.blank{height:2.5rem}
.notes{display:grid;gap:.75rem}
`;

export function posterCss(size: Size): string {
  const sheet = size === 'a4' ? A4 : A6;
  const narrow = NARROWER[size];
  return withTokens(`${PAPER[size]}
${COMMON}${SCRIPTS}@media print,not all and ${narrow}{${sheet}}
@media screen and ${narrow}{${PHONE}}
`);
}
