/** The language that the page is in, said to browsers and assistive technology as well. */
import { useLayoutEffect } from 'preact/hooks';
import type { Spoken } from '../i18n/context.ts';
import type { Speech } from './language.ts';

/** Fonts, the breaking of lines and the side on which they begin follow `lang` and `dir` of the page. */
export function useSpoken({ spoken }: Pick<Speech, 'spoken'>): Spoken | undefined {
  const now = spoken.value;
  useLayoutEffect(() => {
    if (now === undefined) return;
    document.documentElement.lang = now.first.tag;
    document.documentElement.dir = now.first.direction;
  }, [now]);
  return now;
}
