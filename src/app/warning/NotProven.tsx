/** Says on every screen that something answered in the place of a person and is not them, and what to do now. */
import { useLayoutEffect } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import type { Model, NotProven as Warning } from '../model/model.ts';
import { labelOf } from '../people/standing.ts';
import { catchFocus } from '../pieces/focus.ts';
import { Icon } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';
import { PersonMark } from '../pieces/PersonMark.tsx';
import { Phrase } from '../pieces/Phrase.tsx';
import { usePeople } from '../pieces/people.ts';
import '../styles/warning.css';

export function NotProven({ warnings }: Pick<Model, 'warnings'>) {
  const {
    words: { warning: words },
    format,
  } = useLateText();
  const shown = warnings.shown.value;
  const more = warnings.more.value;
  const isOn = shown.length > 0;
  // A phone that goes to sleep in the midst of it proves nothing either: no reason to run to another router.
  const isSerious = shown.some(({ cause }) => cause === 'unproven');
  useLayoutEffect(() => (isOn ? catchFocus : undefined), [isOn]);
  if (!isOn) return null;
  return (
    <section class="notice not-proven" role="alert" data-serious={isSerious}>
      {shown.map((warning) => (
        <About key={warning.peer} {...warning} />
      ))}
      {more > 0 && <p>{format.count(words.more, more)}</p>}
      <p>
        <strong>{words.nothing}</strong>
      </p>
      <Todo steps={words.todo[isSerious ? 'unproven' : 'no-proof']} />
      <button class="button" type="button" onClick={() => warnings.dismiss()}>
        {words.read}
      </button>
    </section>
  );
}

function Todo({ steps }: { steps: readonly string[] }) {
  if (steps.length === 1) return <p>{steps[0]}</p>;
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function About({ peer, peerName, cause }: Warning) {
  const words = useLateText().words.warning;
  return (
    <>
      <h2>
        <Icon name="warning" />
        <span>
          <Phrase text={words.title[cause]}>
            {/* Not that they are known: that was not them. */}
            <strong>
              <Name of={labelOf(usePeople(), { id: peer, name: peerName })} /> <PersonMark of={peer} />
            </strong>
          </Phrase>
        </span>
      </h2>
      <p>{words.what[cause]}</p>
    </>
  );
}
