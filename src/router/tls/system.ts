/** What a certificate is trusted in: a phone, a computer, or a browser that keeps a list of its own. Pure. */

export const SYSTEMS = ['apple', 'android', 'windows', 'mac', 'firefox'] as const;
export type System = (typeof SYSTEMS)[number];

/** The section to open first, guessed from what the browser says of itself; the others are one tap away. */
export function systemOf(userAgent: string | undefined): System | undefined {
  const agent = userAgent ?? '';
  if (/iPhone|iPad|iPod/.test(agent)) return 'apple';
  if (/Firefox\//.test(agent)) return 'firefox';
  if (/Android/.test(agent)) return 'android';
  if (/Windows/.test(agent)) return 'windows';
  return /Macintosh/.test(agent) ? 'mac' : undefined;
}
