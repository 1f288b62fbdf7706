/** What this device would bring to a router that lacks it, in a few figures. */
import { tagValue } from '../protocol/event.ts';
import { cleanName } from '../protocol/name.ts';
import { POST, WRAP } from '../words/kinds.ts';
import type { CarriedView } from './api/views.ts';
import type { Kept } from './carried/kept.ts';

const MOST_PLACES = 3;

type Files = { readonly count: number; readonly bytes: number };
type Choices = { readonly takesLetters: boolean; readonly isFleeting: boolean };

export function carriedView(all: Iterable<Kept>, files: Files, { takesLetters, isFleeting }: Choices): CarriedView {
  let [letters, posts, bytes] = [0, 0, files.bytes];
  const places = new Map<string, number>();
  for (const kept of all) {
    bytes += kept.bytes;
    if (kept.event.kind === WRAP && kept.own === undefined) letters += 1;
    if (kept.event.kind !== POST) continue;
    posts += 1;
    const place = tagValue(kept.event, 'location') ?? '';
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const most = [...places].sort(([, a], [, b]) => b - a).map(([place]) => cleanName(place));
  return {
    letters,
    posts,
    files: files.count,
    bytes,
    places: [...new Set(most)].filter((place) => place !== '').slice(0, MOST_PLACES),
    takesLetters,
    ...(isFleeting && { isFleeting }),
  };
}
