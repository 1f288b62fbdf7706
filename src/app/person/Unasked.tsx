/** Up to which size something of a known person is accepted without a question. */
import { useId } from 'preact/hooks';
import { tellsRoom } from '../device/storage.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { People } from '../people/people.ts';
import type { Known } from '../people/person.ts';
import { UNASKED_BYTES, UNASKED_FILES, UNTOLD_ROOM_BYTES } from '../people/unasked.ts';

export function Unasked({ people, known }: { people: Pick<People, 'acceptUpTo'>; known: Known }) {
  const { words, format } = useLateText();
  const said = words.person;
  const name = useId();
  return (
    <fieldset class="unasked" aria-describedby={`${name}-help`}>
      <legend>{said.unasked}</legend>
      {[0, ...UNASKED_BYTES].map((bytes) => (
        <label key={bytes} class="tick">
          <input
            type="radio"
            name={name}
            checked={known.acceptBytes === bytes}
            onChange={() => people.acceptUpTo(known.id, bytes)}
          />
          {bytes === 0 ? said.never : fill(said.upTo, { size: format.bytes(bytes) })}
        </label>
      ))}
      <p class="hint" id={`${name}-help`}>
        {format.count(said.unaskedHelp, UNASKED_FILES)}
        {known.acceptBytes > UNTOLD_ROOM_BYTES &&
          !tellsRoom() &&
          ` ${fill(said.unaskedRoom, { size: format.bytes(UNTOLD_ROOM_BYTES) })}`}
      </p>
    </fieldset>
  );
}
