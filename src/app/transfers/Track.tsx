/** The bar of progress, drawn as a line between two stops. */
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { type Figures, shareOf } from '../model/progress.ts';

/** `of`: what moves, in words for those who do not see the bar. */
export function Track({ figures, of }: { figures: Figures; of: string }) {
  const { words } = useLateText();
  const percent = Math.floor(shareOf(figures) * 100);
  return (
    <div class="track" data-arrived={figures.stage === 'done'}>
      <progress value={percent} max={100} aria-valuenow={percent} aria-label={fill(words.progress, { name: of })} />
    </div>
  );
}
