/** What is said of a choice that is too much for one transfer. Pure. */
import type { Excess } from '../../transfer/sendable.ts';
import type { LateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';

export function tooMuchIn({ of, count, most }: Excess, { words, format }: Pick<LateText, 'words' | 'format'>): string {
  if (of === 'paths') return words.namesTooMuch;
  const figure = (value: number): string => (of === 'files' ? format.count(words.files, value) : format.bytes(value));
  return fill(words.tooMuch, { count: figure(count), most: figure(most) });
}
