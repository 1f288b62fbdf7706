/** What this device takes along for others: how much it is, whether it does so, and the way to be rid of it. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import type { Words } from '../model/words.ts';
import { Icon } from '../pieces/icons.tsx';
import { Question } from '../pieces/Question.tsx';
import { useFocusBack } from '../pieces/useFocusBack.ts';
import '../styles/carried.css';

export function Carried({ words: holder }: { words: Pick<Words, 'carried' | 'throwAway' | 'takeLetters'> }) {
  const { words } = useLateText();
  const said = words.carried;
  const isAsking = useSignal(false);
  const place = useFocusBack<HTMLDivElement>(isAsking.value);
  const id = useId();
  const { takesLetters, bytes, isFleeting } = holder.carried.value;
  const close = (): void => {
    isAsking.value = false;
  };
  return (
    <section class="carried" aria-labelledby={id}>
      <h3 id={id}>{said.title}</h3>
      <Load carried={holder.carried.value} />
      <p class="hint">{said.help}</p>
      {isFleeting && <p class="hint">{words.fleeting}</p>}
      {isAsking.value ? (
        <Question
          text={said.throwAwayAsk}
          yes={said.throwAway}
          onNo={close}
          onYes={() => {
            holder.throwAway();
            close();
          }}
        />
      ) : (
        <div ref={place} class="actions">
          {bytes > 0 && (
            <button
              class="button"
              type="button"
              onClick={() => {
                isAsking.value = true;
              }}
            >
              <Icon name="bin" />
              {said.throwAway}
            </button>
          )}
          <TakeSwitch isOn={takesLetters} onToggle={() => holder.takeLetters(!takesLetters)} />
        </div>
      )}
      <p class="hint">{said.takesHelp}</p>
    </section>
  );
}

/** "12 sealed letters, 40 posts of the board (西小学校) · 3.2 MB". */
function Load({ carried: { letters, posts, places, bytes } }: { carried: Words['carried']['value'] }) {
  const { words, format } = useLateText();
  const said = words.carried;
  if (letters + posts === 0) return <p>{said.nothing}</p>;
  const ofBoard = format.count(said.posts, posts);
  const parts = [
    ...(letters > 0 ? [format.count(said.letters, letters)] : []),
    ...(posts > 0
      ? [
          places.length > 0
            ? fill(said.postsOf, { posts: ofBoard, places: format.list(places.map((place) => isolated(place))) })
            : ofBoard,
        ]
      : []),
  ];
  return (
    <ul class="carried-load">
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
      <li class="figures">{format.bytes(bytes)}</li>
    </ul>
  );
}

function TakeSwitch({ isOn, onToggle }: { isOn: boolean; onToggle: () => void }) {
  return (
    <button class="button switch" type="button" role="switch" aria-checked={isOn} onClick={onToggle}>
      <Icon name={isOn ? 'check' : 'inbox'} />
      {useLateText().words.carried.takes}
    </button>
  );
}
