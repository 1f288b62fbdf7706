/** Keeps what was sent, on every screen; draws nothing. */
import { useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Model } from '../model/model.ts';
import { past } from './past.ts';

export function KeepPast({ model }: { model: Pick<Model, 'transfers'> }) {
  useEffect(() => void past.load(), []);
  useSignalEffect(() => past.note(model.transfers.value));
  return null;
}
