/** Whom the person here wants to make sure of, and how; any screen may set it. The dialog itself is loaded later. */
import { signal } from '@preact/signals';
import type { Somebody } from '../people/standing.ts';

/** `person`: absent when it shows only from their code who they are. */
export type Opened = { readonly way: 'ways' | 'mine' | 'photo'; readonly person?: Somebody };

export const opened = signal<Opened | undefined>(undefined);

/** Opens the dialog; with a person, it is about that one. */
export function openMakeSure(person?: Somebody): void {
  opened.value = person === undefined ? { way: 'ways' } : { way: 'ways', person };
}
