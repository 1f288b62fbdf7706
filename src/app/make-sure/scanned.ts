/** What a photo of a code tells about the person whom it should show. Pure. */
import { idOf, type PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Somebody } from '../people/standing.ts';
import { personInCode } from './person-code.ts';

export type Scanned =
  /** It is theirs: `name` is what they call themselves. */
  | { readonly is: 'person'; readonly id: DeviceId; readonly key: PublicKey; readonly name: string }
  /** No code is found in it; the browser cannot open it; or what reads photos has not been loaded. */
  | { readonly is: 'nothing' | 'unreadable' | 'missing' }
  /** A code, but of no person. */
  | { readonly is: 'foreign' }
  | { readonly is: 'own' }
  /** Of a person who is not in reach. */
  | { readonly is: 'absent' }
  | { readonly is: 'blocked' }
  /** Of another person than the one who was meant: that one is not who they seem to be. */
  | { readonly is: 'other'; readonly meant: Somebody };

export type Around = {
  readonly ownKey: PublicKey;
  /** The person who is meant, if one is. */
  readonly meant: Somebody | undefined;
  /** Everybody in reach. */
  readonly present: readonly Somebody[];
  readonly isBlocked: (id: DeviceId) => boolean;
};

/** `text`: what the code in the photo says. */
export function scanned(text: string, { ownKey, meant, present, isBlocked }: Around): Scanned {
  const key = personInCode(text);
  if (key === undefined) return { is: 'foreign' };
  if (key === ownKey) return { is: 'own' };
  const id = idOf(key);
  if (meant !== undefined && meant.id !== id) return { is: 'other', meant };
  if (isBlocked(id)) return { is: 'blocked' };
  const person = meant ?? present.find((one) => one.id === id);
  return person === undefined ? { is: 'absent' } : { is: 'person', id, key, name: person.name };
}
