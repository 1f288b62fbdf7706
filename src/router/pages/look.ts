/**
 * The look of pages that the router writes itself: that of the app (src/app/styles/tokens.css), with as little of it as
 * these pages need. They are styled from here because the app may not be built, and because a captive window loads only
 * what is asked for in its first seconds.
 */

export const COLOURS = `:root{color-scheme:light dark;--ground:#f5f1e8;--panel:#fffdf8;--ink:#241d17;--soft:#5f5449;--rule:#ddd3c2;--accent:#b5301a;--line:#b5301a;--wash:#f9e6de}
@media(prefers-color-scheme:dark){:root{--ground:#181410;--panel:#231d18;--ink:#f4ede3;--soft:#bfb3a5;--rule:#3d342b;--accent:#d04326;--line:#ff9073;--wash:#43211a}}`;

export const FONT =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans CJK JP",sans-serif';

/** The product's mark: a letter box on a pole, carried at a run. */
export const MARK =
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#b5301a"/>' +
  '<path d="M5 23.5 27 9.5" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>' +
  '<path d="m12.2 13.2 8.9-5.7 4.3 6.7-8.9 5.7z" fill="#fff" stroke="#b5301a" stroke-width="1.4" stroke-linejoin="round"/></svg>';
