/** Says on every screen that strangers are kept out, for how long, and what becomes of them: who waits for one must know. */
import { useLayoutEffect } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { Model } from '../model/model.ts';
import { catchFocus } from '../pieces/focus.ts';
import { Icon } from '../pieces/icons.tsx';
import { useTimeLeft } from './useTimeLeft.ts';
import '../styles/closed.css';

export function ClosedBar({ model }: { model: Model }) {
  const {
    words: { closed: words },
    format,
  } = useLateText();
  const left = useTimeLeft(model.closed);
  const isOn = left !== undefined;
  useLayoutEffect(() => (isOn ? catchFocus : undefined), [isOn]);
  if (!isOn) return null;
  return (
    <section class="notice closed" aria-labelledby="closed-title">
      <h2 id="closed-title">
        <Icon name="lock" />
        {words.title}
      </h2>
      <p>{fill(words.others, { time: format.duration(left) })}</p>
      <button class="button" type="button" onClick={() => model.closed.end()}>
        {words.end}
      </button>
    </section>
  );
}
