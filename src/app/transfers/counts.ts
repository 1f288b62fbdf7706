/** "38 sent · 1 waiting · 1 declined". */
import type { Text } from '../i18n/language.ts';
import { type Card, countsOf } from '../model/cards.ts';
import { transferWords } from './words.ts';

/** One text for each state that occurs among the sends of a batch. */
export function countsInWords(card: Pick<Card, 'transfers'>, { tag, format }: Pick<Text, 'tag' | 'format'>): string[] {
  const { people } = transferWords[tag];
  // What is received is never part of a batch.
  return countsOf(card).flatMap(({ phase, count }) =>
    phase === 'saved' || phase === 'receiving' ? [] : [format.count(people[phase], count)],
  );
}
