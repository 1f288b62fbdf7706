/** Says on every screen that something answered in the place of a person and is not them, and what to do now. */
import { useLayoutEffect } from 'preact/hooks';
import { useText } from '../i18n/context.ts';
import type { Model, NotProven as Warning } from '../model/model.ts';
import { catchFocus } from '../pieces/focus.ts';
import { Icon } from '../pieces/icons.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { Who } from '../pieces/Who.tsx';
import { warningWords } from './words.ts';
import '../styles/warning.css';

export function NotProven({ warnings }: Pick<Model, 'warnings'>) {
  const { tag, format } = useText();
  const words = warningWords[tag];
  const shown = warnings.shown.value;
  const more = warnings.more.value;
  const isOn = shown.length > 0;
  useLayoutEffect(() => (isOn ? catchFocus : undefined), [isOn]);
  // The region is there from the start: else not every screen reader says what comes into it.
  return (
    <div role="alert">
      {isOn && (
        <section class="notice not-proven">
          {shown.map((warning) => (
            <About key={warning.peer} {...warning} />
          ))}
          {more > 0 && <p>{format.count(words.more, more)}</p>}
          <p>
            <strong>{words.nothing}</strong>
          </p>
          <ol>
            {words.todo.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <button class="button" type="button" onClick={() => warnings.dismiss()}>
            {words.read}
          </button>
        </section>
      )}
    </div>
  );
}

function About({ peer, peerName, cause }: Warning) {
  const words = warningWords[useText().tag];
  return (
    <>
      <h2>
        <Icon name="warning" />
        <span>
          <Phrase text={words.title[cause]}>
            <Who id={peer} name={peerName} />
          </Phrase>
        </span>
      </h2>
      <p>{words.what[cause]}</p>
    </>
  );
}
