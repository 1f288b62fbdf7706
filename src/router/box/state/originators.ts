/** What `batctl meshif bh0 originators -H` lists. Pure. Written for batctl 2023.0 (Debian 12, BATMAN_IV and V). */

const MAC = '(?:[0-9a-f]{2}:){5}[0-9a-f]{2}';
/** ` * ORIGINATOR  LAST-SEEN  (QUALITY) NEXT-HOP [INTERFACE]`; the star is at the way that is taken. */
const WAY = new RegExp(`^ \\* (${MAC})\\s+[\\d.]+s\\s+\\(\\s*[\\d.]+\\)\\s+(${MAC})\\s`, 'i');

/** `through_others`: those that are reached over another machine. */
export function parseOriginators(text: string): { readonly originators: number; readonly through_others: number } {
  const ways = text.split('\n').flatMap((line) => {
    const [, originator, next] = WAY.exec(line) ?? [];
    return originator === undefined ? [] : [{ isFar: originator !== next }];
  });
  return { originators: ways.length, through_others: ways.filter(({ isFar }) => isFar).length };
}
