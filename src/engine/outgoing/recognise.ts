/**
 * Recognises files that were chosen again under other names or dates: by their content first, and only then by name.
 */

/** `head`: identifies its beginning; two files of equal size and head are taken for the same. */
export type Content = { readonly path: string; readonly size: number; readonly head: string };

const content = ({ size, head }: Content): string => `${size} ${head}`;
const name = ({ path }: Content): string => path.slice(path.lastIndexOf('/') + 1);

/** From the strictest on: among files with the same head, those with the same name belong together. */
const RULES: readonly ((file: Content) => string)[] = [
  (file) => `${content(file)} ${file.path}`,
  (file) => `${content(file)} ${name(file)}`,
  content,
];

/** Which of `found` serves for which of `wanted`. Each serves once; equal ones go in order. */
export function recognise<W extends Content, F extends Content>(
  wanted: readonly W[],
  found: readonly F[],
): ReadonlyMap<W, F> {
  const matches = new Map<W, F>();
  const used = new Set<F>();
  for (const rule of RULES) {
    const free = new Map<string, F[]>();
    for (const file of found) {
      if (used.has(file)) continue;
      const alike = free.get(rule(file));
      if (alike) alike.push(file);
      else free.set(rule(file), [file]);
    }
    for (const file of free.values()) file.reverse(); // so that `pop` takes the first one first, and cheaply
    for (const file of wanted) {
      const match = matches.has(file) ? undefined : free.get(rule(file))?.pop();
      if (!match) continue;
      matches.set(file, match);
      used.add(match);
    }
  }
  return matches;
}
