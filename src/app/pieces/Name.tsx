/** A name that somebody else chose: isolated from the text around it, with nothing hidden in it. */
import { shownName } from '../model/shown-name.ts';

export function Name({ of }: { of: string }) {
  return <bdi class="name">{shownName(of)}</bdi>;
}
