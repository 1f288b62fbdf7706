/**
 * Which names a person may confuse: read at a glance on a small screen, or heard across a room. Used only for warnings;
 * it does no harm when names count as alike that a patient eye can tell apart. How they are compared is learned after the
 * first screen (`look.ts`, `uts39.ts`); until then only capitals and forms of one letter are the same.
 */
import { signal } from '@preact/signals';

type Look = (name: string) => string;

const look = signal<Look>((name) => name.normalize('NFKC').toLowerCase());
/** Names are compared at each drawing of a list. Emptied when it is full, and when something is learned. */
const looks = new Map<string, string>();
const MAX_LOOKS = 4_000;

/** From now on names are compared by `better`. Whoever has read a `skeleton` in an effect reads it anew. */
export function learn(better: Look): void {
  looks.clear();
  look.value = better;
}

/** Equal for names that may be confused. Not for showing. */
export function skeleton(name: string): string {
  const { value: lookOf } = look;
  const before = looks.get(name);
  if (before !== undefined) return before;
  const found = lookOf(name);
  if (looks.size >= MAX_LOOKS) looks.clear();
  looks.set(name, found);
  return found;
}

/** The ids of `people` whose name is like that of another one. */
export function alike<Id>(people: readonly { readonly id: Id; readonly name: string }[]): ReadonlySet<Id> {
  const byLook = new Map<string, Set<Id>>();
  for (const { id, name } of people) {
    const look = skeleton(name);
    byLook.set(look, (byLook.get(look) ?? new Set<Id>()).add(id));
  }
  return new Set([...byLook.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]));
}
