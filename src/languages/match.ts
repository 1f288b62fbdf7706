/** Which of the languages that are there somebody gets, by the BCP 47 tags they prefer. Pure; no tag makes it throw. */
import { FALLBACK } from './languages.ts';

/** More tags than browsers name; who invents more of them makes a router forget, and no more than that. */
const MOST_KNOWN = 256;
const known = new Map<string, string | undefined>();

/** What people read; remembered, because to find it out takes longer than all else, and a router is asked by everybody. */
function whatIsRead(tag: string): string | undefined {
  if (known.has(tag)) return known.get(tag);
  if (known.size >= MOST_KNOWN) known.clear();
  const read = maximized(tag);
  known.set(tag, read);
  return read;
}

/** Without their country: "zh-TW" and "zh-HK" are "zh-Hant", "pt" and "pt-PT" are "pt-Latn". */
function maximized(tag: string): string | undefined {
  try {
    // Maximizing also puts today's tag in the place of an old one: "tl" becomes "fil", and "in" becomes "id".
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}

const isPrivate = (tag: string): boolean => /-x-/i.test(tag);

/**
 * The first of the `preferred` tags, best first, that is among those `offered`, if one is. A language with a private part
 * ("ja-x-easy") is given only to who names exactly that.
 */
export function findLanguage<Tag extends string>(
  preferred: readonly string[],
  offered: readonly Tag[],
): Tag | undefined {
  for (const wanted of preferred) {
    const named = offered.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
    const read = whatIsRead(wanted);
    const found =
      named ?? (read === undefined ? undefined : offered.find((tag) => !isPrivate(tag) && whatIsRead(tag) === read));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same; `FALLBACK` if none is. */
export function matchLanguage<Tag extends string>(
  preferred: readonly string[],
  offered: readonly Tag[],
): Tag | typeof FALLBACK {
  return findLanguage(preferred, offered) ?? FALLBACK;
}
