/** A place for people that forgets them with the page. */
import { People } from '../../src/app/people/people.ts';

/** `refuses`: as a browser does that stores nothing. */
export function nobody(refuses = false): People {
  const kept = { ok: true, value: undefined } as const;
  const refused = { ok: false, failure: 'refused', cause: undefined } as const;
  const done = async () => (refuses ? refused : kept);
  return new People({ entries: async () => ({ ok: true, value: [] }), set: done, delete: done });
}
