/**
 * Finds known names in texts. It looks at the names once, so that each text costs about the same however many they are:
 * a page may know 10,000 files of one folder, and have met 200 errors.
 */

/** A name is a way along branches, each of so many of its characters; the last may have fewer. */
const STEP = 12;

type Branch = { isName: boolean; next: Map<string, Branch> | undefined };

/** Puts `word` in the place of every name in `text`. */
export type NameFinder = (text: string, word: string) => string;

export function nameFinder(names: Iterable<string>): NameFinder {
  const root: Branch = { isName: false, next: new Map() };
  for (const name of names) if (name !== '') plant(root, name);
  return (text, word) => {
    let shown = '';
    /** Where the name ends that was found last. Names may overlap: then both are hidden. */
    let end = 0;
    for (let at = 0; at < text.length; at += 1) {
      const length = lengthAt(root, text, at);
      if (length > 0 && at >= end) shown += word;
      end = Math.max(end, at + length);
      if (at >= end) shown += text[at];
    }
    return shown;
  };
}

function plant(root: Branch, name: string): void {
  let branch = root;
  for (let at = 0; at < name.length; at += STEP) {
    const part = name.slice(at, at + STEP);
    branch.next ??= new Map();
    const next = branch.next.get(part) ?? { isName: false, next: undefined };
    branch.next.set(part, next);
    branch = next;
  }
  branch.isName = true;
}

/** How long the longest name is that stands at `at`, from `branch` on; 0 when there is none. */
function lengthAt({ next }: Branch, text: string, at: number): number {
  if (next === undefined) return 0;
  for (let length = Math.min(STEP, text.length - at); length > 0; length -= 1) {
    const branch = next.get(text.slice(at, at + length));
    if (branch === undefined) continue;
    const more = lengthAt(branch, text, at + length);
    if (branch.isName || more > 0) return length + more;
  }
  return 0;
}
