/**
 * True when a request comes from the small window in which systems show a captive portal. That window keeps nothing, and
 * opens no files and no other windows; the app cannot run there, and a link to it would be a dead end.
 *
 * Apple's window names no browser at all; Android's calls itself a web view. A browser that hides its name is taken for
 * such a window, and gets an address to type instead of a link: slower, but right.
 */
export function isMiniBrowser(userAgent: string | undefined): boolean {
  if (userAgent === undefined) return true;
  if (/; wv\)/.test(userAgent)) return true;
  return !/\b(?:Firefox|FxiOS|Chrome|CriOS|EdgiOS|OPR)\/|\bVersion\/[\d.]+ .*\bSafari\//.test(userAgent);
}
