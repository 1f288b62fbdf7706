/** Which of the languages that are there somebody gets, by the BCP 47 tags they prefer. Pure; no tag makes it throw. */
import { FALLBACK } from './languages.ts';

/** What people read, without their country: "zh-TW" and "zh-HK" are "zh-Hant", "pt" and "pt-PT" are "pt-Latn". */
function whatIsRead(tag: string): string | undefined {
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
  const byWhatIsRead = new Map(offered.filter((tag) => !isPrivate(tag)).map((tag) => [whatIsRead(tag), tag]));
  for (const wanted of preferred) {
    const named = offered.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
    const read = whatIsRead(wanted);
    const found = named ?? (read === undefined ? undefined : byWhatIsRead.get(read));
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
