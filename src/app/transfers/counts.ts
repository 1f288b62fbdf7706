/** "38 sent · 1 waiting · 1 declined". */
import type { LateText } from '../i18n/context.ts';
import { type Card, countsOf } from '../model/cards.ts';

/** One text for each state that occurs among the sends of a batch. */
export function countsInWords(
  card: Pick<Card, 'transfers'>,
  { words, format }: Pick<LateText, 'words' | 'format'>,
): string[] {
  const { people } = words.batch;
  // What is received is never part of a batch.
  return countsOf(card).flatMap(({ phase, count }) =>
    phase === 'saved' || phase === 'receiving' ? [] : [format.count(people[phase], count)],
  );
}
