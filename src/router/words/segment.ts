/** The files of a journal: their order and their names. Pure. */
import type { DiskFile } from './disk.ts';

export type Segment = {
  /** Later ones have higher numbers. */
  readonly number: number;
  /** How often it was written anew. */
  readonly generation: number;
  /** Up to the end of the last record that was written through. */
  bytes: number;
  /** Of those: what nobody needs. */
  dead: number;
  /** A write to it failed: what stands behind the last record is unknown. */
  isBroken?: true;
};

type Named = { readonly number: number; readonly generation: number; readonly file: DiskFile };

const NAME = /^(\d{8})\.(\d+)$/;

export const nameOf = ({ number, generation }: Pick<Segment, 'number' | 'generation'>): string =>
  `${String(number).padStart(8, '0')}.${generation}`;

/**
 * The segments in their order, each in its newest generation, and the names of what can go: older generations, and new ones that were
 * not finished.
 */
export function segmentsIn(files: readonly DiskFile[]): {
  readonly current: readonly Named[];
  readonly stale: readonly string[];
} {
  const newest = new Map<number, Named>();
  const stale: string[] = [];
  for (const file of files) {
    const [, number, generation] = NAME.exec(file.name) ?? [];
    if (number === undefined || generation === undefined) {
      if (file.name.endsWith('.new')) stale.push(file.name);
      continue;
    }
    const named = { number: Number(number), generation: Number(generation), file };
    const known = newest.get(named.number);
    const [older, newer] = known && known.generation > named.generation ? [named, known] : [known, named];
    if (older !== undefined) stale.push(older.file.name);
    newest.set(named.number, newer);
  }
  return { current: [...newest.values()].sort((a, b) => a.number - b.number), stale };
}
