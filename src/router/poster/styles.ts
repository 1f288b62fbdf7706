/** The poster's style sheet: it fills exactly one page. Pure. */
import { FONT, withTokens } from '../pages/look.ts';

export const POSTER_STYLE_PATH = '/poster.css';

export type Size = 'a4' | 'a6';

/**
 * In millimetres where CSS has no name for the size. Half a millimetre less than the paper, so that rounding does not
 * add a page.
 */
const PAPER: Readonly<Record<Size, string>> = {
  a4: '@page{size:A4 landscape;margin:0}main{width:297mm;height:209.5mm}',
  a6: '@page{size:105mm 148mm;margin:0}main{width:105mm;height:147.5mm}',
};

// Paper is white and ink is black in both colour schemes. Browsers do not print backgrounds, so nothing relies on one.
const COMMON = `*{box-sizing:border-box;margin:0;padding:0}
body{background:var(--ground);color:var(--ink);font-family:${FONT};line-height:1.3}
nav{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;justify-content:center;padding:1rem}
nav a{padding:.6rem 1rem;border:2px solid var(--ink-soft);border-radius:.5rem;color:inherit;font-weight:700;text-decoration:none}
nav a[aria-current]{border-color:var(--accent-ink);background:var(--accent-wash)}
nav span{font-weight:400}nav p{flex-basis:100%;text-align:center;color:var(--ink-soft)}
main{margin:0 auto 2rem;background:#fff;color:#000;overflow:hidden;display:grid;overflow-wrap:anywhere}
header{display:grid;align-items:center;border-bottom:solid #b5301a}
.easy{line-height:1.6}rt{font-size:.5em}
.place{text-align:right;font-weight:700}
.number{display:grid;place-items:center;border:.6mm solid #000;border-radius:50%;font-weight:800}
.picture,.code .qr{display:block}
.picture{fill:none;stroke:#000;stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
.body{fill:#fff}.hot{stroke:#b5301a;stroke-width:4.6}
.ja{font-weight:800;word-break:auto-phrase}
.code{border:.7mm solid #000;border-radius:3mm;display:grid;align-items:center}
dt{line-height:1.2}dd{font-weight:800;line-height:1.15}dd+dt{margin-top:.5em}
.scheme{font-weight:400}.address .host{display:inline-block;font-weight:bolder}
.blank{display:block;border-bottom:.4mm solid #000}
@media print{nav{display:none}body{background:none}main{margin:0}}
`;

const A4 = `main{padding:10mm 12mm 9mm;grid-template:auto 1fr auto/repeat(4,1fr);gap:5mm 6mm}
header{grid-column:1/-1;grid-template-columns:auto 1fr auto;column-gap:6mm;border-width:0 0 3mm;padding-bottom:4mm}
.mark{width:25mm;grid-row:1/4}
h1{font-size:32pt;line-height:1.15;grid-column:2/4}header .easy{font-size:14pt;grid-column:2}header .en{font-size:17pt;font-weight:700;grid-column:2}
.place{font-size:13pt;max-width:75mm;grid-area:2/3/4/4;align-self:end}
.step{display:grid;grid-template-columns:10mm 1fr;grid-template-rows:auto 1fr;column-gap:3mm;align-content:start}
.number{width:10mm;height:10mm;font-size:17pt}.picture{width:100%;height:40mm}
.step div{grid-column:1/-1;padding-top:3mm}
.ja{font-size:17pt;line-height:1.25}.easy{font-size:10.5pt}.en{font-size:11.5pt}
.code{grid-template-columns:37mm 1fr;gap:2mm;padding:1.5mm 3mm 1.5mm 1.5mm}
.c1,.c2{min-height:46mm}.c1{grid-column:1/3}.c2{grid-column:3/5}
.code{grid-template-columns:43mm 1fr}.qr{width:43mm}
dt{font-size:11pt}dd{font-size:25pt}.small{font-size:18pt}.tiny{font-size:11.5pt}.address{font-size:22pt}.scheme{font-size:15pt}
.write{grid-template-columns:1fr;padding:4mm 6mm}.blank{height:12mm}
.notes{grid-column:1/-1;display:grid;grid-template-columns:1fr 1fr;gap:6mm}
.notes .ja{font-size:12pt}.notes .easy,.notes .en{font-size:10pt}
`;

const A6 = `main{padding:5mm 5.5mm 4mm;grid-template-columns:1fr 1fr;grid-template-rows:auto auto auto auto 1fr;gap:2.2mm 4mm}
header{grid-column:1/-1;grid-template-columns:auto 1fr;column-gap:2.5mm;border-width:0 0 1.4mm;padding-bottom:1.6mm}
.mark{width:11mm;grid-row:1/4}
h1{font-size:11pt;line-height:1.2}header .easy{font-size:6.5pt}header .en{font-size:8pt;font-weight:700}
.place{display:none}
.step{display:grid;grid-template-columns:5mm 1fr;column-gap:1.5mm;align-content:start}
.number{width:5mm;height:5mm;font-size:9pt;border-width:.4mm}.picture{width:100%;height:14.5mm}
.step div{grid-column:1/-1;padding-top:.8mm}
.ja{font-size:9pt}.easy{font-size:6pt;line-height:1.5}.en{font-size:7pt}
.s1,.s2{order:1}.code{order:2}.s3,.s4{order:3}.notes{order:4}
.code{border-width:.5mm;border-radius:2mm;padding:.8mm 1.2mm 1.4mm;justify-items:center;align-content:start;text-align:center}
.qr{width:30mm}
dt{font-size:6pt}dd{font-size:10pt}dd.small,dd.address{font-size:8.5pt}dd.tiny{font-size:6.5pt}.scheme{font-size:7pt}dd+dt{margin-top:.2em}
.crowded .qr{width:28mm}.crowded .picture{height:12mm}.crowded dd.tiny{font-size:5.4pt}
.write{align-content:center}.write dl{width:100%;padding:2mm}.blank{height:8mm;width:100%}
.notes{grid-column:1/-1;align-self:end;border-top:.3mm solid #000;padding-top:1.2mm;display:grid;grid-template-columns:1fr 1fr;gap:3mm}
.notes .ja{font-size:6.5pt}.notes .easy{display:none}.notes .en{font-size:6pt}
`;

export function posterCss(size: Size): string {
  return withTokens(`${PAPER[size]}\n${COMMON}${size === 'a4' ? A4 : A6}`);
}
