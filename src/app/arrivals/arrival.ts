/** One thing from outside the page: a file, or a text that can be made into one. */
import type { ChosenFile } from '../model/model.ts';

/** As the system shares it; missing parts are empty. */
export type SharedText = { readonly title: string; readonly text: string; readonly url: string };

export type Arrival =
  | { readonly kind: 'file'; readonly chosen: ChosenFile }
  | { readonly kind: 'text'; readonly text: SharedText };
