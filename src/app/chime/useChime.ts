/** Rings for what has just arrived, once for each; and readies the sound with the first touch of the page. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { bell } from './bell.ts';
import { unlockSound } from './sound.ts';

export function useChime(arrived: ReadonlySignal<readonly TransferView[]>): void {
  useEffect(unlockSound, []);
  const known = useRef<ReadonlySet<TransferKey>>(new Set());
  const keys = arrived.value.map(({ key }) => key);
  useEffect(() => {
    if (keys.some((key) => !known.current.has(key))) bell.ring('files');
    known.current = new Set([...known.current, ...keys]);
  }, [keys.join()]);
}
