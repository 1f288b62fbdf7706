/** The style sheet of the page about trust: the app's look and its station sign, in one small file. */
import { LANGUAGE_LINKS_CSS } from '../pages/language-links.ts';
import { FONT, SCRIPTS, withTokens } from '../pages/look.ts';

export const TRUST_CSS = withTokens(`*,::before,::after{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-inline-size:38rem;margin:0 auto;padding:0 1rem 3rem;background:var(--ground);color:var(--ink);line-height:1.5;
line-break:strict;overflow-wrap:anywhere;font-family:${FONT}}
:lang(ja){word-break:auto-phrase}
h1,h2,p,ul,ol{margin:0}
a{color:var(--accent-ink)}
:focus-visible{outline:3px solid var(--accent-ink);outline-offset:3px;border-radius:.5rem}
header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem;padding-block:.625rem}
.brand{display:flex;align-items:center;gap:.6rem;min-block-size:3rem;font-size:1.125rem;font-weight:700;color:inherit;text-decoration:none}
.mark{inline-size:1.875rem;block-size:1.875rem}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:1.75rem}
section{display:grid;gap:.875rem}
h2{font-size:1.1875rem;line-height:1.3}
.sign,.card,details{border-radius:.75rem;background:var(--panel);box-shadow:var(--lift)}
.sign,.card{padding:1.125rem 1.25rem}
h1{font-size:clamp(1.625rem,1.2rem + 2vw,2.125rem);font-weight:800;line-height:1.15;letter-spacing:-.01em}
.line{position:relative;block-size:.75rem;margin-inline:-1.25rem;background:var(--accent)}
.line::before{content:"";position:absolute;inset-block:-.25rem;inset-inline-start:1.25rem;inline-size:1.25rem;border:.25rem solid var(--accent);background:var(--panel)}
.address{padding:.75rem 1rem;border:2px solid var(--ink);border-radius:.5rem;background:var(--panel);font-size:clamp(1rem,.7rem + 1.7vw,1.5rem);font-weight:700;line-height:1.25;user-select:all}
.scheme{font-weight:400;color:var(--ink-soft)}
.address .host{display:inline-block}
ul,ol{display:grid;gap:.5rem;padding-inline-start:1.5rem}
li::marker{color:var(--accent-ink);font-weight:700}
details{border-inline-start:.375rem solid var(--accent)}
summary{display:flex;align-items:center;justify-content:space-between;min-block-size:3.25rem;padding:.5rem 1rem;font-weight:700;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary::after{content:"";flex:none;inline-size:.6em;block-size:.6em;margin-inline:.75rem .25rem;border:solid var(--accent-ink);border-width:0 3px 3px 0;transform:translateY(-25%) rotate(45deg)}
details[open]>summary::after{transform:translateY(15%) rotate(225deg)}
details>:not(summary){margin:0 1rem 1rem}
.button{display:inline-flex;align-items:center;justify-content:center;gap:.5em;min-block-size:3rem;padding:.45rem 1.25rem;border:2px solid var(--edge);border-radius:.5rem;background:var(--panel);color:inherit;font-weight:600;text-decoration:none}
.button:hover{border-color:var(--ink)}
.button svg{flex:none;inline-size:1.375em;block-size:1.375em;fill:none;stroke:currentcolor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.primary,.primary:hover{border-color:transparent;background:var(--accent);color:var(--on-accent)}
.remove{padding-block-start:.75rem;border-block-start:1px solid var(--rule)}
.remove,.hint{color:var(--ink-soft);font-size:.875rem}
.remove b{display:block;color:var(--ink)}
.fingerprint{display:grid;grid-template-columns:repeat(auto-fill,minmax(7em,1fr));gap:.25rem .75rem;font:600 1rem/1.5 ui-monospace,Menlo,Consolas,"Noto Sans Mono",monospace;white-space:nowrap}
footer{margin-block-start:1.75rem}
footer>a{display:inline-flex;align-items:center;min-block-size:3rem}
${LANGUAGE_LINKS_CSS}${SCRIPTS}`);
