/** The last screen: nothing runs and nothing is stored here any more, or the list of what could not be removed. */
import { useEffect, useRef } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { forgetEverything } from './forget-everything.ts';
import { endForgetting, type Forgetting } from './forgetting.ts';
import { LONGEST_MS, placesIn } from './plan.ts';
import '../styles/extras.css';

/**
 * The page that removes everything tells the others when it is done; without that they continue after this time, in
 * milliseconds.
 */
const WAIT_MS = LONGEST_MS + 2_000;

export function Forgotten({ forgetting }: { forgetting: Exclude<Forgetting, { readonly state: 'no' }> }) {
  const {
    words: { forget: words },
  } = useLateText();
  const { state } = forgetting;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [state]);
  useEffect(() => {
    if (state !== 'removing') return undefined;
    const timer = setTimeout(() => endForgetting([], false), WAIT_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const left = forgetting.state === 'done' ? placesIn(forgetting.left) : [];
  const isClean = left.length === 0;
  const heading = state === 'removing' ? words.removing : isClean ? words.done : words.notAll;
  return (
    <main class="page forgotten">
      <h1 ref={title} tabIndex={-1}>
        {heading}
      </h1>
      {state === 'removing' ? (
        <p role="status">{words.removingHelp}</p>
      ) : (
        <>
          {isClean ? (
            <p>{fill(words.doneHelp, { address: location.host })}</p>
          ) : (
            <div class="notice">
              <ul>
                {left.map((place) => (
                  <li key={place}>{words.left[place]}</li>
                ))}
              </ul>
              <p>{fill(words.leftHelp, { address: location.host })}</p>
            </div>
          )}
          <p>{words.afterwards}</p>
          <div class="actions">
            {!isClean && (
              <button class="button primary big" type="button" onClick={() => void forgetEverything()}>
                {words.again}
              </button>
            )}
            <button class="button big" type="button" onClick={() => location.reload()}>
              {words.begin}
            </button>
          </div>
        </>
      )}
    </main>
  );
}
