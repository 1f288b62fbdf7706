/**
 * Loads the words of any language: for those that the page does not name (`named-by-page.ts`). It comes late, with the
 * digests of all words in it.
 */
import type { FirstModule, LateModule } from './dictionaries.ts';

const FIRST = import.meta.glob<FirstModule>('../i18n/*/first.ts');
const LATE = import.meta.glob<LateModule>('../i18n/*/late.ts');

/** The build writes them behind it: the name of a file, a blank, its digest (src/tasks/integrity.mjs). */
const DIGESTS = 'digests of words:';

/** Rejects as `import()` does, and if the file is not the one that was built. */
export async function loadFirst(tag: string): Promise<FirstModule> {
  await checked(tag, 'first');
  return wordsOf(FIRST[`../i18n/${tag}/first.ts`]);
}

/** The same. */
export async function loadLate(tag: string): Promise<LateModule> {
  await checked(tag, 'late');
  return wordsOf(LATE[`../i18n/${tag}/late.ts`]);
}

function wordsOf<Module>(load: (() => Promise<Module>) | undefined): Promise<Module> {
  if (load === undefined) throw new Error('there are no words in that language');
  return load();
}

/**
 * Fetches the file by an element that has its digest; `import()` then takes what that has fetched. In this way it is
 * checked in every browser: few know digests of an import map, and in the page they would cost everybody a kilobyte.
 */
async function checked(tag: string, part: 'first' | 'late'): Promise<void> {
  const [, file, digest] = new RegExp(`(\\S*words-${tag}-${part}-\\S+) (\\S+)`).exec(DIGESTS) ?? [];
  if (file === undefined || digest === undefined) return; // not built
  const script = document.createElement('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = digest;
  script.src = new URL(file, import.meta.url).href;
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () =>
      reject(new TypeError(`${file} did not come, or is not the one that was built`)),
    );
    document.head.append(script);
  }).finally(() => script.remove());
}
