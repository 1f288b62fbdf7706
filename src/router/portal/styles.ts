/** The style sheet of the welcome page. */
import { FONT, SCRIPTS, withTokens } from '../pages/look.ts';

export const WELCOME_CSS = withTokens(`*{box-sizing:border-box;margin:0}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{background:var(--ground);color:var(--ink);font:1rem/1.5 ${FONT};overflow-wrap:anywhere}
header,main{max-width:34rem;margin:auto;padding:.75rem 1rem}
header{display:flex;align-items:center;gap:.6rem}header span{margin-left:auto;color:var(--ink-soft);font-size:.875rem}
.mark{width:1.875rem;flex:none}
main{display:grid;gap:1rem;padding-bottom:3rem}
h1{font-size:1.45rem;line-height:1.3;border-bottom:.5rem solid var(--accent);padding-bottom:.6rem}
rt{font-size:.55em}h1+p:not(.address),h1+p+p:not(.address){margin-top:-.6rem}h1~:lang(en){font-weight:700}h1:lang(ja){word-break:keep-all}
figure{text-align:center}
.address{padding:.75rem 1rem;border:2px solid;border-radius:.5rem;background:var(--panel);font-size:clamp(1.25rem,6.6vw,1.75rem);line-height:1.25;user-select:all;-webkit-user-select:all}
.address .host{display:inline-block;font-weight:bold}.scheme{color:var(--ink-soft)}
.qr{width:10.5rem;border-radius:.5rem}
ol{list-style:none;padding:0;display:grid;gap:.25rem}
ol li{display:flex;gap:.9rem;align-items:center;padding:.4rem 0}ol li+li{border-top:1px solid var(--rule)}
ol svg{width:3rem;flex:none;fill:none;stroke:currentcolor;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}
.hot{stroke:var(--accent-ink);stroke-width:5}rect.hot{stroke-width:2.5;fill:var(--accent-wash)}.paper{fill:var(--ground)}
.first{padding-top:0}ol p{font-weight:600;word-break:auto-phrase}ol p span{display:block;font-weight:400;color:var(--ink-soft)}
.go{display:block;flex:1;padding:.9rem;border-radius:.5rem;background:var(--accent);color:#fff;font-size:1.3rem;font-weight:700;text-align:center;text-decoration:none}
a:focus-visible{outline:3px solid var(--accent-ink);outline-offset:3px}
section{display:grid;gap:.5rem}
ul{padding:0;list-style:none;color:var(--ink-soft);font-size:.875rem}
ul li{border-top:1px solid var(--rule)}ul a{display:block;padding:.65rem 0;color:inherit;text-decoration:none}
${SCRIPTS}`);
