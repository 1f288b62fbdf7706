/** The figures of a transfer, or of several together: how much of how much, how fast, how long it will take. */
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { type Figures, secondsLeft, shareOf } from '../model/progress.ts';

export function FiguresText({ figures }: { figures: Figures }) {
  const { words, format } = useLateText();
  const { totalBytes, storedBytes, bytesPerSecond, stage } = figures;
  const total = format.bytes(totalBytes);
  if (stage === 'done' || (storedBytes === 0 && stage !== 'flowing')) return <span class="figures">{total}</span>;
  const left = stage === 'ended' ? undefined : secondsLeft(figures);
  // A part keeps its key and its place in the page while its figures change.
  const parts = [
    { key: 'done', says: fill(words.doneOf, { done: format.bytes(storedBytes), total }) },
    ...(left === undefined
      ? []
      : [
          { key: 'speed', says: fill(words.speed, { size: format.bytes(bytesPerSecond) }) },
          { key: 'left', says: fill(words.timeLeft, { time: format.duration(left) }) },
        ]),
  ];
  return (
    <>
      <span class="percent" aria-hidden="true">
        {format.percent(shareOf(figures))}
      </span>
      <span class="figures">
        {parts.map(({ key, says }, index) => (
          <span key={key} class="whole">
            {says}
            {index < parts.length - 1 && ' · '}
          </span>
        ))}
      </span>
    </>
  );
}
